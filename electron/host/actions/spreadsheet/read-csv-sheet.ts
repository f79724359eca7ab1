import { join } from 'node:path';
import { unguarded } from '../../../../shared/base/print-csv.ts';
import { readCsv } from '../../../../shared/base/read-csv.ts';
import type { BridgeDeskSheet } from '../../../../shared/bridge/contract/desk-contract.ts';
import { nodeFiles } from '../../files/file-operations.ts';
import { readTextFile } from '../../files/read-text-file.ts';
import { sheetCap, sheetFileName } from './csv-sheet.ts';

/** More rows than anybody looks through in a panel; all of them are in the file. */
const shownRows = 200;

/** The newest rows of `<name>.csv` in a folder; null where there is none that can be read. */
export async function readCsvSheet(folder: string, name: string): Promise<BridgeDeskSheet | null> {
  if (name.trim() === '') return null;
  const fileName = sheetFileName(name);
  const read = await readTextFile(nodeFiles, join(folder, fileName), sheetCap);
  if (!read.ok) return null;
  const [columns = [], ...rows] = readCsv(read.value.text).map(({ cells }) => cells.map(unguarded));
  return { name: fileName, columns, rows: rows.slice(-shownRows), total: rows.length };
}
