import type { Json } from '../base/json.ts';
import type { Operation } from '../model/condition.ts';
import { valueText } from '../values/value-text.ts';
import { lookedAtWords, needsRightSide, type LookedAt, type TestFacts } from './condition-words.ts';
import { valueWords } from './value-words.ts';

/**
 * Why a condition that was looked at does not hold, in half a sentence: “{user.age} is 17, and must be at least 18”.
 * The one place for it, for the trace and for whoever tries a condition before there is one.
 */
export function whyUnmet(looked: LookedAt): string {
  if (looked.kind === 'test') return testUnmet(looked);
  const { match, members } = looked;
  switch (match) {
    case 'all':
      return listed(members.filter(({ outcome }) => outcome === false).slice(0, 1));
    case 'any':
      return `at least one of these must hold: ${listed(members)}`;
    default:
      return `it must not be so that ${members
        .filter(({ outcome }) => outcome === true)
        .slice(0, 1)
        .map(lookedAtWords)
        .join('')}`;
  }
}

/** What cannot be known among what decides, in a sentence each; nothing where all of it is known. */
export function whyUnknown(looked: LookedAt): readonly string[] {
  if (looked.outcome !== null) return [];
  if (looked.kind === 'test') return looked.unseen == null ? [] : [looked.unseen];
  return [...new Set(looked.members.flatMap(whyUnknown))];
}

const mostListed = 3;

function listed(members: readonly LookedAt[]): string {
  const shown = members.slice(0, mostListed).map(whyUnmet).join('; ');
  return members.length > mostListed ? `${shown}; and ${members.length - mostListed} more` : shown;
}

const must = {
  eq: 'must be',
  not_eq: 'must not be',
  gt: 'must be greater than',
  gte: 'must be at least',
  lt: 'must be less than',
  lte: 'must be at most',
  between: 'must be between',
  is_set: 'must be set',
  is_not_set: 'must not be set',
  is_true: 'must be true',
  is_false: 'must be false',
  is_empty: 'must be empty',
  is_not_empty: 'must not be empty',
  contains: 'must contain',
  starts_with: 'must start with',
  ends_with: 'must end with',
  matches: 'must match the pattern',
  in_set: 'must be one of',
  not_in_set: 'must be none of',
  length_eq: 'must have a length of',
  length_gt: 'must be longer than',
  length_gte: 'must have at least a length of',
  length_lt: 'must be shorter than',
  length_lte: 'must have at most a length of',
  time_passed_equals: 'must be this many seconds ago:',
  time_passed_greater_than: 'must be longer ago in seconds than',
  time_passed_less_than: 'must be less long ago in seconds than',
} as const satisfies Record<Operation, string>;

function testUnmet(facts: TestFacts): string {
  const { operation, left, leftText } = facts;
  if (left === null && leftText === '') return 'it is not said what is looked at';
  const wanted = Array.isArray(left) ? (ofList[operation] ?? must[operation]) : must[operation];
  const right = needsRightSide(operation) ? ` ${wantedWords(facts)}` : '';
  return `${actualWords(facts)}, and ${wanted}${right}`;
}

/** A list is asked the other way round. */
const ofList: Partial<Record<Operation, string>> = {
  in_set: 'must have among its items',
  not_in_set: 'must not have among its items',
};

function actualWords({ operation, left, leftText }: TestFacts): string {
  const side = sideWords(left, leftText);
  if (side.isValue) return `what is looked at is ${side.words}`;
  const shown = operation.startsWith('time_passed_') ? valueText(left, 'timestamp') : valueWords(left);
  const long = operation.startsWith('length_') && left !== null ? `, ${lengthWords(left)}` : '';
  return `${side.words} is ${left === null ? 'not set' : shown}${long}`;
}

const lengthWords = (value: Json): string => {
  if (typeof value === 'object' && value !== null) {
    const count = Object.keys(value).length;
    return `${count} ${count === 1 ? 'item' : 'items'}`;
  }
  return `${[...valueText(value)].length} long`;
};

/** What was asked for: a value as it is, a reference with what it holds, the two ends of a range. */
function wantedWords({ operation, right, rightText }: TestFacts): string {
  if (operation !== 'between' || !Array.isArray(right)) return holdWords(right, rightText);
  const [lower = '', upper = ''] = rightText.split(' … ');
  return `${holdWords(right[0] ?? null, lower)} and ${holdWords(right[1] ?? null, upper)}`;
}

function holdWords(value: Json, text: string): string {
  const side = sideWords(value, text);
  return side.isValue ? side.words : `${side.words} (${value === null ? 'not set' : valueWords(value)})`;
}

/** A side that was written down is its value; one that was read is named in braces. */
function sideWords(value: Json, text: string): { readonly isValue: boolean; readonly words: string } {
  const isValue = text === '' || text === JSON.stringify(value);
  return { isValue, words: isValue ? valueWords(value) : `{${text}}` };
}
