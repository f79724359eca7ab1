import type { AttributeRecord, ContextRecord } from '../../model/design-records.ts';

/** Two records of one name that mean something else: what either is, in the same terms. */
export type Difference = { readonly here: string; readonly there: string };

/** In what an attribute here is not the one of that name elsewhere; null when values of one fit the other. */
export function attributeDifference(here: AttributeRecord, there: AttributeRecord): Difference | null {
  const facts = [attributeFacts(here), attributeFacts(there)] as const;
  return differenceOf(...facts);
}

/** In what a context is another one: how long it lasts, or values both have that are not the same. */
export function contextDifference(here: ContextRecord, there: ContextRecord): Difference | null {
  const shared = Object.keys(here.values).filter((name) => Object.hasOwn(there.values, name));
  const facts = ({ lifetime, values }: ContextRecord): Facts => [
    [lifetime, lifetime],
    ...shared.map((name) => [`${name} = ${shortly(values[name])}`, JSON.stringify(values[name])] as const),
  ];
  return differenceOf(facts(here), facts(there));
}

/** What a context there holds from the start and the one here does not. */
export const missingValues = (here: ContextRecord, there: ContextRecord): ContextRecord['values'] =>
  Object.fromEntries(Object.entries(there.values).filter(([name]) => !Object.hasOwn(here.values, name)));

/** Words for people, and what is compared. */
type Facts = readonly (readonly [words: string, meaning: string])[];

function attributeFacts({ type, sensitive, values, members, pattern }: AttributeRecord): Facts {
  return [
    [type, type],
    [sensitive ? 'sensitive' : 'not sensitive', String(sensitive)],
    [values === undefined ? 'any value' : `one of ${values.map(({ value }) => value).join(', ')}`, meaningOf(values)],
    [members === undefined ? 'no members' : `of ${members.map(({ name }) => name).join(', ')}`, meaningOf(members)],
    [pattern === undefined ? 'no pattern' : `like ${pattern}`, pattern ?? ''],
  ];
}

const meaningOf = (value: unknown): string => JSON.stringify(value) ?? '';

function differenceOf(here: Facts, there: Facts): Difference | null {
  const differing = here.flatMap(([words, meaning], index) => {
    const [otherWords, otherMeaning] = there[index] ?? ['', ''];
    return meaning === otherMeaning ? [] : [[words, otherWords === words ? 'other ones' : otherWords] as const];
  });
  if (differing.length === 0) return null;
  return { here: differing.map(([own]) => own).join(', '), there: differing.map(([, other]) => other).join(', ') };
}

const room = 24;
const shortly = (value: unknown): string => {
  const text = meaningOf(value);
  return text.length > room ? `${text.slice(0, room)}…` : text;
};
