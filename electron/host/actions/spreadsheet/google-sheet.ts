import { isJsonObject } from '../../../../shared/base/json.ts';
import type { IntegrationRecord } from '../../../../shared/model/integration-record.ts';
import type { Executed, ExecutorPorts } from '../action-executor.ts';
import { failedRun } from '../failed-run.ts';
import { isAccepted, notAccepted, toldOf } from '../told-of.ts';
import type { SheetRow } from './csv-sheet.ts';

type GoogleSheet = { readonly id: string; readonly integration: IntegrationRecord | null; readonly timeout: number };

/** Adds a row to a Google sheet, after its last one, as it is written: nothing in it is read as a formula. */
export async function appendGoogleRow(
  { id, integration, timeout }: GoogleSheet,
  row: SheetRow,
  { callService }: Pick<ExecutorPorts, 'callService'>,
  signal: AbortSignal,
): Promise<Executed> {
  if (integration === null)
    return failedRun('badRequest', 'A Google sheet is reached through an integration. Choose one.');
  if (id.trim() === '') return failedRun('badRequest', 'The id of the Google sheet is empty.');
  const answer = await callService(
    {
      method: 'POST',
      path: `/v4/spreadsheets/${encodeURIComponent(id.trim())}/values/A1:append`,
      query: { valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS' },
      body: { kind: 'json', value: { majorDimension: 'ROWS', values: [row.map(([, value]) => value)] } },
    },
    integration,
    { timeout, signal },
  );
  if (!isAccepted(answer)) return notAccepted('Google Sheets', answer, (status) => `It answered ${status}.`);
  const updates = isJsonObject(answer.json) ? answer.json['updates'] : null;
  const range = isJsonObject(updates) ? (updates['updatedRange'] ?? '') : '';
  return { ...toldOf(answer), ok: true, body: { sheet: id.trim(), range, cells: Object.fromEntries(row) } };
}
