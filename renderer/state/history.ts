import { invertDiff, mergeDiffs } from '../../shared/commands/diff.ts';
import type { Diff, Document } from '../../shared/model/document.ts';

/** What a file held when it was last read or written, and the hash of those bytes. */
export type FileContent = { readonly saved: Document; readonly hash: string };

/** One step of the past: what changed, what it is called, and what was selected around it. */
export type HistoryEntry = {
  readonly label: string;
  readonly diff: Diff;
  readonly selectedBefore: readonly string[];
  readonly selectedAfter: readonly string[];
  /** Edits of one field that follow each other share a key and become one step. */
  readonly merge: string | null;
  /** For a step that took in what another program wrote: the file as it was known before, and since. */
  readonly file?: { readonly before: FileContent; readonly after: FileContent };
};

/** A linked list, newest first: a new step costs one object, however long the past is. */
export type Past = { readonly entry: HistoryEntry; readonly older: Past; readonly depth: number } | null;

export type History = { readonly past: Past; readonly future: Past };

export const emptyHistory: History = { past: null, future: null };

/** How many steps are kept, at least. */
export const historyLimit = 10_000;
/** The oldest are let go of in bulk, so that keeping the limit costs nothing on an ordinary step. */
const slack = historyLimit / 10;

export function pushEntry(history: History, entry: HistoryEntry): History {
  const last = history.past;
  if (last !== null && entry.merge !== null && last.entry.merge === entry.merge && history.future === null) {
    const diff = mergeDiffs(last.entry.diff, entry.diff);
    // Typed and taken back by hand: there is nothing left to undo.
    if (diff.length === 0) return { past: last.older, future: null };
    const merged = { ...entry, diff, selectedBefore: last.entry.selectedBefore };
    return { past: { entry: merged, older: last.older, depth: last.depth }, future: null };
  }
  return { past: withinLimit({ entry, older: last, depth: (last?.depth ?? 0) + 1 }), future: null };
}

function withinLimit(past: NonNullable<Past>): Past {
  if (past.depth <= historyLimit + slack) return past;
  const kept: HistoryEntry[] = [];
  for (let step: Past = past; step !== null && kept.length < historyLimit; step = step.older) kept.push(step.entry);
  return kept.reduceRight<Past>((older, entry) => ({ entry, older, depth: (older?.depth ?? 0) + 1 }), null);
}

/** Ends the merging of field edits: the next one starts a step of its own. */
export function sealHistory(history: History): History {
  const last = history.past;
  if (last === null || last.entry.merge === null) return history;
  return { ...history, past: { ...last, entry: { ...last.entry, merge: null } } };
}

export function stepBack(history: History): { history: History; entry: HistoryEntry; diff: Diff } | null {
  const last = history.past;
  if (last === null) return null;
  const future: Past = { entry: last.entry, older: history.future, depth: (history.future?.depth ?? 0) + 1 };
  return { history: { past: last.older, future }, entry: last.entry, diff: invertDiff(last.entry.diff) };
}

export function stepForward(history: History): { history: History; entry: HistoryEntry; diff: Diff } | null {
  const next = history.future;
  if (next === null) return null;
  const past: Past = { entry: next.entry, older: history.past, depth: (history.past?.depth ?? 0) + 1 };
  return { history: { past, future: next.older }, entry: next.entry, diff: next.entry.diff };
}
