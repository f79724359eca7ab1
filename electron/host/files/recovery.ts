import type { Journals } from './journal.ts';
import type { LeftJournal } from './journal-folder.ts';

export type Recovery =
  | { readonly kind: 'found'; readonly journal: LeftJournal }
  /** All of it is in the file: the journal has done its work. */
  | { readonly kind: 'nothing' }
  /** There is a journal, but nothing can be got out of it. It is left for whoever can. */
  | { readonly kind: 'unreadable' };

/** What the newest journal of a key holds that its file does not. `presentText` is null when there is no file. */
export async function findRecovery(journals: Journals, key: string, presentText: string | null): Promise<Recovery> {
  const left = await journals.read(key);
  for (const journal of left) {
    if (journal !== 'unreadable' && journal.edits > 0 && journal.text !== presentText)
      return { kind: 'found', journal };
  }
  return { kind: left.includes('unreadable') ? 'unreadable' : 'nothing' };
}
