import { z } from 'zod';
import { printJournalLine, replayJournal } from '../../../shared/persistence/journal-format.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';

/** The first line of a journal: whose edits follow. */
const headerSchema = z.strictObject({
  format: z.literal('parley.journal'),
  version: z.literal(1),
  /** The real path of the scenario; null for work that has no file yet. */
  path: z.string().nullable(),
  /** Counts starts of the app, and journals within a start: together they order journals without a clock. */
  session: z.number().int(),
  opened: z.number().int(),
  /** Hash of the file whose content the base is; absent for what is in no file. */
  hash: z.string().optional(),
});
export type JournalHeader = Pick<z.infer<typeof headerSchema>, 'path' | 'session' | 'opened' | 'hash'>;

/** The second line: the text that the edits after it apply to. */
const baseSchema = z.strictObject({ base: z.string() });

export const printJournalStart = (header: JournalHeader, base: string): string =>
  `${printJournalHeader(header)}${JSON.stringify({ base })}\n`;

export const printJournalHeader = ({ path, session, opened, hash }: JournalHeader): string =>
  `${JSON.stringify({ format: 'parley.journal', version: 1, path, session, opened, hash })}\n`;

/** One line an edit, numbered from where the journal stands. */
export const printEdits = (edits: readonly string[], before: number): string =>
  edits.map((edit, index) => printJournalLine(before + index + 1, edit)).join('');

export function parseJournalHeader(text: string): JournalHeader | null {
  const parsed = headerSchema.safeParse(parseLine(text.slice(0, text.indexOf('\n') + 1)));
  return parsed.success ? parsed.data : null;
}

/** What the edits of a journal come to, up to the first that cannot be read; null when not even their base can. */
export function parseJournal(
  text: string,
): { readonly base: string; readonly text: string; readonly edits: number } | null {
  const [, baseLine = '', ...lines] = text.split('\n');
  const base = baseSchema.safeParse(parseLine(baseLine));
  if (!base.success) return null;
  const replayed = replayJournal(base.data.base, lines);
  if (!replayed.ok) return null;
  return { base: base.data.base, text: printScenario(replayed.value.document), edits: replayed.value.edits };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
