type CelFunction = {
  readonly name: string;
  readonly parameters: string;
  readonly detail: string;
  /** Asked of a value: `name.size()`. */
  readonly isMember: boolean;
};

const plain = (name: string, parameters: string, detail: string): CelFunction => ({
  name,
  parameters,
  detail,
  isMember: false,
});
const member = (name: string, parameters: string, detail: string): CelFunction => ({
  name,
  parameters,
  detail,
  isMember: true,
});

/** What an expression can call. */
export const celFunctions: readonly CelFunction[] = [
  plain('size', '${value}', 'how long it is'),
  plain('int', '${value}', 'as a whole number'),
  plain('double', '${value}', 'as a number'),
  plain('string', '${value}', 'as a text'),
  plain('bool', '${value}', 'as true or false'),
  plain('timestamp', '${text}', 'a moment'),
  plain('duration', '${text}', 'a span such as "24h"'),
  plain('has', '${value.field}', 'whether it is there'),
  member('size', '', 'how long it is'),
  member('contains', '${text}', 'whether it is in the text'),
  member('startsWith', '${text}', 'whether the text begins so'),
  member('endsWith', '${text}', 'whether the text ends so'),
  member('matches', '${pattern}', 'whether the text fits a pattern'),
  member('all', '${x}, ${condition}', 'whether it holds for every item'),
  member('exists', '${x}, ${condition}', 'whether it holds for one item'),
  member('filter', '${x}, ${condition}', 'the items it holds for'),
  member('map', '${x}, ${expression}', 'each item worked out anew'),
];
