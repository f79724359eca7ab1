import type { MockRecord } from '../../shared/model/mock-record.ts';

export const failureWords: Readonly<Record<NonNullable<MockRecord['failure']>, string>> = {
  connectionFailed: 'no connection',
  timedOut: 'no answer in time',
  malformedResponse: 'an unreadable answer',
};

export type CellTone = 'fine' | 'failing' | 'none';
export type CellWords = { readonly tone: CellTone; readonly lead: string; readonly rest: string };

/** How an action is answered in a world, in a few words. */
export function cellWords(mocks: readonly MockRecord[]): CellWords {
  const [first] = mocks;
  if (first === undefined) return { tone: 'none', lead: '', rest: '' };
  const isFailing = first.failure !== undefined || first.status >= 400;
  return { tone: isFailing ? 'failing' : 'fine', lead: leadOf(first), rest: restOf(mocks, first) };
}

const leadOf = ({ failure, status }: MockRecord): string =>
  failure === undefined ? `${status}` : failureWords[failure];

function restOf(mocks: readonly MockRecord[], first: MockRecord): string {
  const ways = [
    // What nobody would notice is not worth a word.
    first.delay >= 1000 ? `after ${first.delay / 1000} s` : '',
    mocks.length > 1 ? `${mocks.length} examples` : '',
    first.pick === 'sequence' ? 'in turn' : first.pick === 'random' ? 'by chance' : '',
    Object.keys(first.when).length > 0 ? 'by arguments' : '',
  ];
  return ways.filter(Boolean).join(', ');
}
