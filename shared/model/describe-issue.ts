import type { z } from 'zod';

/** Something a value should have been and is not: where inside the value, and a sentence for people. */
export type Mismatch = { readonly path: readonly (string | number)[]; readonly sentence: string };

/** Says what was expected and what was found, in words that need no programmer. */
export function describeIssue(issue: z.core.$ZodIssue, whole: unknown): Mismatch {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const found = describeValue(valueAt(whole, path));
  return { path, sentence: sentenceFor(issue, found) };
}

function sentenceFor(issue: z.core.$ZodIssue, found: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Expected ${kindNames[issue.expected] ?? issue.expected}, found ${found}.`;
    case 'invalid_value':
      return `Expected ${listOf(issue.values.map((value) => JSON.stringify(value)))}, found ${found}.`;
    case 'invalid_format':
      return `Expected ${issue.message}; found ${found}.`;
    case 'too_big':
      return `Expected at most ${issue.maximum}${unitOf(issue.origin)}, found ${found}.`;
    case 'too_small':
      return `Expected ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unitOf(issue.origin)}, found ${found}.`;
    case 'unrecognized_keys':
      return `Did not expect ${listOf(issue.keys.map((key) => JSON.stringify(key)))} here.`;
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
      if (options.length === 0) return `Expected something else here, found ${found}.`;
      return `Expected ${listOf(options.map((option) => JSON.stringify(option)))}, found ${found}.`;
    }
    case 'invalid_key':
      return `Did not expect this name here: ${issue.issues[0]?.message ?? issue.message}.`;
    default:
      return issue.message;
  }
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
};

const unitOf = (origin: string): string => (origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '');

const listOf = (items: readonly string[]): string =>
  items.length === 1 ? (items[0] ?? '') : `one of ${items.join(', ')}`;

/** A short description of any value: long texts are cut, lists and objects are named by size. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string')
    return value.length > 40 ? `a text of ${value.length} characters` : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return 'an object';
}

function valueAt(whole: unknown, path: readonly (string | number)[]): unknown {
  let value = whole;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
