import { canvasTables, designTables, type TableName } from '../model/record-tables.ts';
import type { Path } from './read-problem.ts';

/** What a scenario file says it is, first thing. */
export const scenarioFormat = 'parley.scenario';
/** Raised with every change old programs would misread; each step up has a migration. */
export const scenarioVersion = 1;

/** Where the group of a table is in the file. */
export const groupPath = (table: TableName): Path => (isCanvasTable(table) ? ['canvas', table] : [table]);

export const isCanvasTable = (table: TableName): boolean => (canvasTables as readonly TableName[]).includes(table);

/** Top-level keys the format gives a meaning; the others are kept as they are. */
export const knownKeys: ReadonlySet<string> = new Set(['format', 'version', 'scenario', ...designTables, 'canvas']);
export const knownCanvasKeys: ReadonlySet<string> = new Set(canvasTables);
