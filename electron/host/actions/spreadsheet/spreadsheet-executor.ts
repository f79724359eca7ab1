import type { ActionExecutor } from '../action-executor.ts';
import { unlessStopped } from '../unless-stopped.ts';
import { appendCsvRow } from './csv-sheet.ts';
import { appendGoogleRow } from './google-sheet.ts';

/** Adds a row: to a CSV in the folder of the scenario, or in the app's own where it has none that may be written to. */
export const spreadsheetExecutor: ActionExecutor<'spreadsheet'> = ({ action, integration, timeout }, ports, signal) =>
  unlessStopped(action.name, signal, async () => {
    const row = action.cells.map(({ name, value }) => [name, value] as const);
    if (action.provider === 'google')
      return appendGoogleRow({ id: action.sheet, integration, timeout }, row, ports, signal);
    const folder = ports.besideScenario() ?? (await ports.scenarioFolder());
    const added = await appendCsvRow(folder, action.sheet, row);
    if (!added.ok) return added.failure;
    return { ok: true, body: { sheet: added.value, range: '', cells: Object.fromEntries(row) } };
  });
