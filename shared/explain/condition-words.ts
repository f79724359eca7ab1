import type { ConditionGroup, Operation } from '../model/condition.ts';
import type { TraceEvent, TraceEventOf } from '../engine/trace-event.ts';
import { isKind } from './exchange-events.ts';
import { valueWords } from './value-words.ts';

/** How an operation reads between its two sides. */
export const operationWords = {
  eq: 'is',
  not_eq: 'is not',
  gt: 'is greater than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  between: 'is between',
  is_set: 'is set',
  is_not_set: 'is not set',
  is_true: 'is true',
  is_false: 'is false',
  is_empty: 'is empty',
  is_not_empty: 'is not empty',
  contains: 'contains',
  starts_with: 'starts with',
  ends_with: 'ends with',
  matches: 'matches the pattern',
  in_set: 'has among its values',
  not_in_set: 'does not have among its values',
  length_eq: 'has a length of',
  length_gt: 'is longer than',
  length_gte: 'has at least a length of',
  length_lt: 'is shorter than',
  length_lte: 'has at most a length of',
  time_passed_equals: 'was exactly this many seconds ago:',
  time_passed_greater_than: 'was longer ago in seconds than',
  time_passed_less_than: 'was less long ago in seconds than',
} as const satisfies Record<Operation, string>;

const oneSided: ReadonlySet<string> = new Set([
  'is_set',
  'is_not_set',
  'is_true',
  'is_false',
  'is_empty',
  'is_not_empty',
]);

/** Whether the operation compares with something, or only looks at its left side. */
export const needsRightSide = (operation: Operation): boolean => !oneSided.has(operation);

type Evaluated = TraceEventOf<'condition.evaluated'>;

/** A comparison that was looked at: both sides as they are written, and what they stood for. */
export type TestFacts = Pick<Evaluated, 'left' | 'leftText' | 'right' | 'rightText'> & {
  readonly operation: Operation;
};

/** A condition that was looked at, with those inside it. Null: it hangs on something that cannot be seen. */
export type LookedAt =
  | (TestFacts & {
      readonly kind: 'test';
      readonly outcome: boolean | null;
      /** Why it cannot be told, where it cannot. */
      readonly unseen?: string | null;
    })
  | {
      readonly kind: 'group';
      readonly match: ConditionGroup['match'];
      readonly outcome: boolean | null;
      readonly members: readonly LookedAt[];
    };

/** An event of the trace with what it looked at inside. Only as many members were looked at as it took to decide. */
export function lookedAt(event: Evaluated, events: readonly TraceEvent[]): LookedAt {
  const { operation, outcome } = event;
  if (operation !== 'all' && operation !== 'any' && operation !== 'none')
    return { ...event, kind: 'test', operation, outcome };
  const inside = events.filter(isKind('condition.evaluated')).filter((other) => isMember(other, event));
  const members = inside.map((member) => lookedAt(member, events));
  return { kind: 'group', match: operation, outcome, members };
}

/** “user.age is at least 18 (it is 17)”; a group names its members, which `events` hold. */
export const conditionWords = (event: Evaluated, events: readonly TraceEvent[]): string =>
  lookedAtWords(lookedAt(event, events));

/** The same for what was looked at outside a talk. */
export function lookedAtWords(looked: LookedAt): string {
  if (looked.kind === 'group') return groupWords(looked);
  const { operation, left, leftText } = looked;
  const actual = left === null ? 'it is not set' : `it is ${valueWords(left)}`;
  // “is set (it is not set)” would say it twice.
  const aside = left === null && (operation === 'is_set' || operation === 'is_not_set') ? '' : ` (${actual})`;
  const right = needsRightSide(operation) ? ` ${rightWords(looked)}` : '';
  return `${leftText} ${operationWords[operation]}${right}${aside}`;
}

/** A value as sentences show values; a reference by its name, with what it holds. */
function rightWords({ right, rightText }: TestFacts): string {
  if (rightText === '' || rightText === JSON.stringify(right)) return valueWords(right);
  return Array.isArray(right) ? rightText : `${rightText}, which is ${valueWords(right)},`;
}

function groupWords({ match, members }: Extract<LookedAt, { kind: 'group' }>): string {
  const listed = members.map(lookedAtWords).join(match === 'all' ? ', and ' : ', or ');
  if (members.length === 0) return 'a group of conditions holds';
  return match === 'none' ? `it is not so that ${listed}` : listed;
}

/** A member's path is its group's, and two steps more. */
const isMember = ({ ref, causedBy, path }: Evaluated, group: Evaluated): boolean =>
  ref === group.ref &&
  causedBy === group.causedBy &&
  path.startsWith(`${group.path}.`) &&
  path.slice(group.path.length + 1).split('.').length === 2;

/** Conditions of one record that were looked at for one reason, without the members of groups. */
export const conditionsAt = (events: readonly TraceEvent[], ref: string | null, causedBy: number | null): Evaluated[] =>
  events
    .filter(isKind('condition.evaluated'))
    .filter((event) => event.ref === ref && event.causedBy === causedBy && !event.path.includes('.'));
