import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import { exportOpenDialog } from '../../../../shared/exchange/opendialog/export-open-dialog.ts';
import { importOpenDialog, type ImportedScenario } from '../../../../shared/exchange/opendialog/import-open-dialog.ts';
import type { IntentRecord } from '../../../../shared/model/intent-record.ts';
import { need } from '../../../builders/need.ts';
import { anOpenDialogIntent } from '../../../builders/open-dialog-file.ts';
import { unwrap } from '../../../builders/unwrap.ts';

export const imported = (file: JsonObject, asFirstVersion = false): ImportedScenario =>
  unwrap(importOpenDialog(JSON.stringify(file), { asFirstVersion }));
export const intentNamed = ({ document }: ImportedScenario, id: string): IntentRecord =>
  need(document.tables.intents.get(id));
export const told = ({ report }: ImportedScenario): readonly string[] =>
  report.findings.map(({ pointer, outcome, sentence }) => `${outcome} ${pointer} ${sentence}`);
export const back = ({ document }: ImportedScenario): JsonObject => exportOpenDialog(document).scenario;
/** An intent of the exported file by the place of its bucket. */
export const backIntent = (scenario: ImportedScenario, bucket: string, index = 0): JsonObject => {
  const path = ['conversations', 0, 'scenes', 0, 'turns', 0, bucket, index];
  return path.reduce<Json>((value, key) => (value as JsonObject)[String(key)] ?? null, back(scenario)) as JsonObject;
};
/** Where the one turn of a file from `anOpenDialogFile` stands. */
export const place = '/conversations/0/scenes/0/turns/0';
export const configured = (...configurations: readonly Json[]): JsonObject => ({ configurations });

export const user = (more: JsonObject = {}): JsonObject => anOpenDialogIntent('ask', 'USER', more);
export const app = (more: JsonObject = {}): JsonObject => anOpenDialogIntent('tell', 'APP', more);
