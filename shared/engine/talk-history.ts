import { historyLimit, historyTextLimit } from './limits.ts';

/** One line of the talk, cut to a bounded length. */
export type Said = { readonly participant: 'user' | 'app'; readonly intent: string | null; readonly text: string };

/**
 * The last lines of a talk, oldest first, in one flat list: of each who spoke, the intent, and the words. Most of a
 * session is this; as objects the lines would take twice the memory.
 */
export type TalkHistory = readonly (string | null)[];

const entriesOfLine = 3;
export const historyEntries = entriesOfLine * historyLimit;

/** The history with more lines; what a session does not remember any more is left out. */
export function withLines(history: TalkHistory, lines: TalkHistory): TalkHistory {
  if (lines.length === 0) return history;
  const forgotten = Math.max(0, history.length + lines.length - historyEntries);
  return history.slice(forgotten).concat(forgotten > history.length ? lines.slice(-historyEntries) : lines);
}

/** The lines of a history, oldest first. */
export function linesOf(history: TalkHistory): readonly Said[] {
  const lines: Said[] = [];
  for (let at = 0; at < history.length; at += entriesOfLine)
    lines.push({
      participant: history[at] === 'app' ? 'app' : 'user',
      intent: history[at + 1] ?? null,
      text: history[at + 2] ?? '',
    });
  return lines;
}

/** Where something read from a file is no history; null when it is one. */
export function historyFlaw(history: TalkHistory): number | null {
  const isFlaw = (entry: string | null, at: number): boolean => {
    if (at % entriesOfLine === 0) return (entry !== 'user' && entry !== 'app') || at + entriesOfLine > history.length;
    return at % entriesOfLine === 2 && (entry === null || entry.length > historyTextLimit);
  };
  const flaw = history.findIndex(isFlaw);
  return flaw < 0 ? null : flaw;
}
