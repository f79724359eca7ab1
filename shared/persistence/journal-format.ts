import { z } from 'zod';
import { fail, succeed, type Result } from '../base/result.ts';
import { withChanges, type Diff, type Document, type RecordChange } from '../model/document.ts';
import { tableNames, type AnyRecord, type TableName } from '../model/record-tables.ts';
import { structureFaults } from '../model/structure-faults.ts';
import { toRecord, toScenarioRecord } from '../model/to-record.ts';
import { readJson } from './read-json.ts';
import { problemAt, problemsOfIssues, type ReadProblem } from './read-problem.ts';
import { readScenario } from './read-scenario.ts';

/**
 * One line of the journal: a diff, numbered. `diffText` is the diff as JSON; a line break in it could only be layout,
 * and a journal is read line by line.
 */
export const printJournalLine = (sequence: number, diffText: string): string =>
  `{"v":1,"seq":${sequence},"diff":${diffText.replaceAll(/[\r\n]/g, ' ')}}\n`;

export const printDiff = (diff: Diff): string => JSON.stringify(diff);

/** `stoppedAt` says why edits behind that line could not be used; null when every whole line was. */
export type Replayed = {
  readonly document: Document;
  readonly edits: number;
  /** The last line was cut off while it was written, as a crash leaves it. */
  readonly torn: boolean;
  readonly stoppedAt: { readonly line: number; readonly problem: ReadProblem } | null;
};

/**
 * Does the edits of a journal again on the text they were made on. Every edit is checked like a file: it must change
 * records that are as it says, into valid ones, in sequence. The first that does not fit ends the replay, and is told.
 */
export function replayJournal(baseText: string, lines: readonly string[]): Result<Replayed, ReadProblem[]> {
  const base = readScenario(baseText);
  if (!base.ok) return base;
  const written = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  let document = base.value.document;
  let sequence: number | null = null;
  for (const [index, line] of written.entries()) {
    const entry = readLine(line);
    if (!entry.ok && index === written.length - 1)
      return succeed({ document, edits: index, torn: true, stoppedAt: null });
    const edited = entry.ok ? replayEntry(document, entry.value, sequence) : entry;
    if (!edited.ok) {
      const stoppedAt = { line: index + 1, problem: edited.failure };
      return succeed({ document, edits: index, torn: false, stoppedAt });
    }
    document = edited.value;
    sequence = entry.ok ? entry.value.seq : sequence;
  }
  return succeed({ document, edits: written.length, torn: false, stoppedAt: null });
}

const entrySchema = z.strictObject({
  v: z.literal(1),
  seq: z.number().int().nonnegative(),
  diff: z.array(
    z.strictObject({
      table: z.enum([...tableNames, 'scenario']),
      id: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
});
type Entry = z.infer<typeof entrySchema>;
type EntryChange = Entry['diff'][number];

function readLine(line: string): Result<Entry, ReadProblem> {
  const json = readJson(line);
  if (!json.ok) return fail(json.failure[0] ?? problemAt([], 'This line cannot be read.'));
  const entry = entrySchema.safeParse(json.value);
  if (entry.success) return succeed(entry.data);
  return fail(problemsOfIssues(entry.error.issues, json.value)[0] ?? problemAt([], 'This line cannot be read.'));
}

function replayEntry(document: Document, entry: Entry, previous: number | null): Result<Document, ReadProblem> {
  if (previous !== null && entry.seq !== previous + 1)
    return fail(problemAt(['seq'], `Expected edit ${previous + 1}, found ${entry.seq}.`));
  const diff: RecordChange[] = [];
  for (const [index, change] of entry.diff.entries()) {
    const checked = checkChange(document, change, index);
    if (!checked.ok) return checked;
    diff.push(checked.value);
  }
  const [fault] = structureFaults(document, diff);
  return fault === undefined ? succeed(withChanges(document, diff)) : fail(problemAt(['diff'], fault.sentence));
}

function checkChange(document: Document, change: EntryChange, index: number): Result<RecordChange, ReadProblem> {
  const { table, id, before, after } = change;
  const current = recordNow(document, table, id);
  if (JSON.stringify(current) !== JSON.stringify(before))
    return fail(problemAt(['diff', index, 'before'], `"${id}" is not as this edit found it.`));
  if (after === null) {
    if (table === 'scenario') return fail(problemAt(['diff', index, 'after'], 'The scenario cannot be removed.'));
    return succeed({ table, id, before: current, after } as RecordChange);
  }
  const record = table === 'scenario' ? toScenarioRecord(after) : toRecord(table, after);
  if (!record.ok) {
    const [{ path, sentence } = { path: [], sentence: 'This record cannot be read.' }] = record.failure;
    return fail(problemAt(['diff', index, 'after', ...path], sentence));
  }
  if (record.value.id !== id) return fail(problemAt(['diff', index, 'after', 'id'], `Expected "${id}".`));
  return succeed({ table, id, before: current, after: record.value } as RecordChange);
}

function recordNow(
  document: Document,
  table: TableName | 'scenario',
  id: string,
): AnyRecord | Document['scenario'] | null {
  if (table === 'scenario') return document.scenario;
  return document.tables[table].get(id) ?? null;
}
