import { conversionFunctions } from './conversion-functions.ts';
import { dateFunctions } from './date-functions.ts';
import type { ExpressionFunction } from './expression-function.ts';
import { listFunctions } from './list-functions.ts';
import { momentFunctions } from './moment-functions.ts';
import { numberFunctions } from './number-functions.ts';
import { textFunctions } from './text-functions.ts';

/** Every function there is, for the language and for whoever explains it. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  ...numberFunctions,
  ...textFunctions,
  ...listFunctions,
  ...momentFunctions,
  ...dateFunctions,
  ...conversionFunctions,
];

/** Names that CEL and other systems have for the same. */
const otherNames: readonly (readonly [string, string])[] = [
  ['upperAscii', 'upper'],
  ['lowerAscii', 'lower'],
  ['number', 'double'],
  ['text', 'string'],
  ['length', 'size'],
];

export const functionsByName: ReadonlyMap<string, ExpressionFunction> = (() => {
  const byName = new Map(expressionFunctions.map((each) => [each.name, each]));
  for (const [other, name] of otherNames) {
    const meant = byName.get(name);
    if (meant !== undefined) byName.set(other, meant);
  }
  return byName;
})();

export const functionNames: readonly string[] = [...functionsByName.keys()];

/** What goes through a list, for completion; written behind a list. */
export const expressionMacros: readonly Pick<
  ExpressionFunction,
  'name' | 'signature' | 'summary' | 'example' | 'gives'
>[] = [
  {
    name: 'map',
    signature: 'list.map(item, value)',
    summary: 'A list of what the value is for each item.',
    example: '[1, 2].map(n, n * 2)',
    gives: '[2,4]',
  },
  {
    name: 'filter',
    signature: 'list.filter(item, test)',
    summary: 'The items for which the test holds.',
    example: '[1, 2, 3].filter(n, n > 1)',
    gives: '[2,3]',
  },
  {
    name: 'all',
    signature: 'list.all(item, test)',
    summary: 'Whether the test holds for every item.',
    example: '[1, 2].all(n, n > 0)',
    gives: 'true',
  },
  {
    name: 'exists',
    signature: 'list.exists(item, test)',
    summary: 'Whether the test holds for at least one item.',
    example: '[1, 2].exists(n, n > 1)',
    gives: 'true',
  },
  {
    name: 'exists_one',
    signature: 'list.exists_one(item, test)',
    summary: 'Whether the test holds for exactly one item.',
    example: '[1, 2].exists_one(n, n > 1)',
    gives: 'true',
  },
  {
    name: 'has',
    signature: 'has(object.member)',
    summary: 'Whether the member is there.',
    example: 'has({"a": 1}.b)',
    gives: 'false',
  },
];
