import { join } from 'node:path';
import { csvLine, unguarded } from '../../../../shared/base/print-csv.ts';
import { csvRows, readCsv, separatorOf } from '../../../../shared/base/read-csv.ts';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import { atomicWrite, writeAll } from '../../files/atomic-write.ts';
import { digestFile } from '../../files/digest-file.ts';
import { safeFileName } from '../../files/file-name.ts';
import { nodeFiles } from '../../files/file-operations.ts';
import { createSerialQueue, type SerialQueue } from '../../files/serial-queue.ts';
import { failedFile, failedRun, type FailedRun } from '../failed-run.ts';

/** One row; values by the name of their column. */
export type SheetRow = readonly (readonly [column: string, value: string])[];

/** Larger files are no sheets any more; most programs would not open them. */
export const sheetCap = 32 * 1024 * 1024;
const mostColumns = 500;
const longestValue = 32_767;

/** One row at a time for each file, or two talks at once would lose one. */
const queues = new Map<string, { readonly run: SerialQueue; waiting: number }>();

/** Adds a row at the end of `<name>.csv` in a folder; gives the name of the file. Columns it lacks are added to all rows. */
export async function appendCsvRow(folder: string, name: string, row: SheetRow): Promise<Result<string, FailedRun>> {
  const wrong = whatIsWrong(name, row);
  if (wrong !== null) return fail(failedRun('invalidInput', wrong));
  const fileName = sheetFileName(name);
  const path = join(folder, fileName);
  const queue = queues.get(path) ?? { run: createSerialQueue(), waiting: 0 };
  queues.set(path, queue);
  queue.waiting += 1;
  try {
    const failure = await queue.run(() => append(path, fileName, row));
    return failure === null ? succeed(fileName) : fail(failure);
  } finally {
    queue.waiting -= 1;
    if (queue.waiting === 0) queues.delete(path);
  }
}

/** The file a sheet is kept in. */
export const sheetFileName = (name: string): string => `${safeFileName(name.trim().replace(/\.csv$/i, ''))}.csv`;

function whatIsWrong(name: string, row: SheetRow): string | null {
  if (name.trim() === '') return 'The sheet has no name. Give it one.';
  if (row.length === 0) return 'The row has no cells. Give it at least one.';
  if (row.length > mostColumns) return `A row may have ${mostColumns} cells; this one has ${row.length}.`;
  const long = row.find(([, value]) => value.length > longestValue);
  return long === undefined ? null : `The cell "${long[0].slice(0, 60)}" holds more than a sheet can.`;
}

async function append(path: string, fileName: string, row: SheetRow): Promise<FailedRun | null> {
  try {
    const look = await nodeFiles.look(path);
    if (look === null) return replace(path, [row.map(([column]) => column), row.map(([, value]) => value)]);
    if (look.kind !== 'file')
      return failedRun('notAvailable', `${fileName} is no file; nothing is written through it.`);
    if (look.size > sheetCap) return failedRun('tooLarge', `${fileName} is larger than 32 MB. Begin a new sheet.`);
    const { bytes } = await digestFile(nodeFiles, path, { keep: true, cap: sheetCap });
    return addTo(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), row);
  } catch (error) {
    return failedFile(error, fileName);
  }
}

async function addTo(path: string, text: string, row: SheetRow): Promise<FailedRun | null> {
  const [first] = csvRows(text);
  const columns = first?.cells.map(unguarded) ?? [];
  const separator = separatorOf(text);
  const fresh = row.map(([column]) => column).filter((column) => !columns.includes(column));
  const line = [...columns, ...fresh].map((column) => row.find(([name]) => name === column)?.[1] ?? '');
  if (columns.length + fresh.length > mostColumns)
    return failedRun('tooLarge', `The sheet has ${columns.length} columns; more than ${mostColumns} are no sheet.`);
  if (fresh.length === 0) return appendLine(path, text, csvLine(line, separator));
  const rows = readCsv(text).map(({ cells }) => cells.map(unguarded));
  const head = [...columns, ...fresh];
  const wide = rows.slice(1).map((cells) => head.map((_, at) => cells[at] ?? ''));
  return replace(path, [head, ...wide, line], { mark: text.startsWith(mark) ? mark : '', separator });
}

async function appendLine(path: string, text: string, line: string): Promise<null> {
  const start = text === '' || text.endsWith('\n') ? '' : '\r\n';
  const file = await nodeFiles.openForAppending(path);
  try {
    await writeAll(file, Buffer.from(start + line));
    await file.sync();
  } finally {
    await file.close();
  }
  return null;
}

/** By which spreadsheets know that a text is UTF-8; a sheet that has it keeps it. */
const mark = '\uFEFF';

async function replace(
  path: string,
  rows: readonly (readonly string[])[],
  { mark, separator } = { mark: '', separator: ',' },
): Promise<FailedRun | null> {
  const text = mark + rows.map((row) => csvLine(row, separator)).join('');
  const written = await atomicWrite(nodeFiles, path, Buffer.from(text));
  if (written.ok) return null;
  return failedRun('notAvailable', `The sheet could not be written. ${written.failure.detail}`.trim());
}
