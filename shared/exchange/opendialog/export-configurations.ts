import { isJsonObject, asText, type Json, type JsonObject } from '../../base/json.ts';
import { compareText } from '../../base/order.ts';
import type { NamedValue } from '../../model/action-parts.ts';
import type { ActionRecord, ApiActionRecord, SetAttributesActionRecord } from '../../model/action-record.ts';
import type { Document } from '../../model/document.ts';
import type { InterpreterRecord } from '../../model/interpreter-record.ts';
import { parseReference } from '../../reference/parse-reference.ts';
import { actionWithoutSecrets } from '../bundle/without-secrets.ts';
import { defaultInterpreterRow, defaultPlatformRow } from './default-rows.ts';
import type { ExportReport } from './export-report.ts';
import { keptBy } from './field-reader.ts';
import { addressOf, isWebhook, readHeaders, webhookComponent } from './webhook.ts';

/** `configurations` of the file: the rows that were kept in their order, then what was added since. */
export function exportConfigurations(document: Document, odId: string, report: ExportReport): Json[] {
  const { interpreters, actions } = document.tables;
  const listed = keptBy(document.scenario)['configurations'];
  const rows = new Map<string, JsonObject>();
  const owner = { scenario_id: `$path:${odId}` };
  for (const record of [...interpreters.values()].toSorted(byId)) {
    const row = interpreterRow(record, report);
    if (row !== null) rows.set(record.id, row);
  }
  for (const record of [...actions.values()].toSorted(byId)) {
    const row = actionRow(actionWithoutSecrets(record), report);
    if (row !== null) rows.set(record.id, row);
  }
  const known: readonly Json[] = Array.isArray(listed) ? listed : [...newRows(rows, odId), ...rows.keys()];
  const written = known.flatMap((entry): JsonObject[] => {
    if (isJsonObject(entry)) return [entry];
    const row = rows.get(asText(entry));
    if (row === undefined) return [];
    rows.delete(asText(entry));
    return [row];
  });
  return [...written, ...rows.values()].map((row) => ordered({ ...row, ...owner }));
}

const byId = (left: { readonly id: string }, right: { readonly id: string }): number => compareText(left.id, right.id);

/** A scenario made here gets the two rows every scenario begins with. */
function newRows(rows: ReadonlyMap<string, JsonObject>, odId: string): Json[] {
  const own = [...rows].find(([, { name }]) => name === 'OpenDialog')?.[0];
  return [own ?? defaultInterpreterRow(odId), defaultPlatformRow(odId)];
}

const ordered = ({ name, scenario_id, component_id, configuration, active, ...others }: JsonObject): JsonObject => ({
  name: name ?? '',
  scenario_id: scenario_id ?? '',
  component_id: component_id ?? '',
  configuration: configuration ?? {},
  active: active !== false,
  ...others,
});

function interpreterRow(record: InterpreterRecord, report: ExportReport): JsonObject | null {
  const { configuration, component_id, active, ...others } = keptBy(record);
  if (record.kind === 'dialogflow')
    return {
      name: record.name,
      component_id: 'interpreter.core.dialogflow',
      configuration: { intents: record.intents },
    };
  if (record.kind !== 'embedded' && record.kind !== 'semantic') {
    report.lost(record.id, `An interpreter of the kind "${record.kind}" has no place in the file.`);
    return null;
  }
  const settings =
    configuration !== undefined && isJsonObject(configuration) ? configuration : { enable_similarity_evaluation: true };
  return {
    name: record.name,
    component_id: component_id ?? 'interpreter.core.opendialog',
    configuration: { callbacks: record.callbacks, ...settings },
    ...(active === false ? { active } : {}),
    ...others,
  };
}

/** Null for an action the file only knows by name. */
function actionRow(action: ActionRecord, report: ExportReport): JsonObject | null {
  const kept = keptBy(action);
  const { component_id, configuration, others } = kept;
  const settings = configuration !== undefined && isJsonObject(configuration) ? configuration : {};
  const made = configurationRow(action, settings, component_id, report);
  if (made === null) return null;
  return {
    name: action.name,
    // What cannot run here may run there; what was made here says itself whether it does.
    active: action.enabled || (kept['active'] === true && action.kind === 'api' && !hasRequest(action)),
    ...made,
    ...(others !== undefined && isJsonObject(others) ? others : {}),
  };
}

function configurationRow(
  action: ActionRecord,
  settings: JsonObject,
  component: Json | undefined,
  report: ExportReport,
): JsonObject | null {
  if (action.kind === 'setAttributes') return assignmentRow(action, settings, report);
  if (action.kind === 'api') return apiRow(action, settings, component, report);
  report.lost(action.id, 'The file knows no action of this kind; it was left out, and intents keep its name.');
  return null;
}

const hasRequest = ({ request: { baseUrl, path, integration } }: ApiActionRecord): boolean =>
  baseUrl !== '' || path !== '' || integration !== null;

function apiRow(
  action: ApiActionRecord,
  settings: JsonObject,
  component: Json | undefined,
  report: ExportReport,
): JsonObject | null {
  // Nothing was done about it here: it goes back as it came, or not at all.
  if (!hasRequest(action))
    return component === undefined ? placeholder(action) : { component_id: component, configuration: settings };
  if (!isWebhook(action))
    report.lost(action.id, 'The file knows one form of request; of this one only address and headers were written.');
  const isSame =
    JSON.stringify(readHeaders(settings['headers'])) === JSON.stringify(headerList(action.request.headers));
  return {
    component_id: component ?? webhookComponent,
    // In place, so that what came from a file keeps its order.
    configuration: {
      ...settings,
      webhook_url: addressOf(action),
      ...(isSame ? {} : { headers: headerList(action.request.headers) }),
    },
  };
}

const headerList = (headers: readonly NamedValue[]): Json => headers.map(({ name, value }) => ({ name, value }));

/** An action that was only named on import is still only a name; one made here without an address is a webhook to be. */
const placeholder = (action: ApiActionRecord): JsonObject | null =>
  action.extras === undefined ? { component_id: webhookComponent, configuration: {} } : null;

function assignmentRow(action: SetAttributesActionRecord, settings: JsonObject, report: ExportReport): JsonObject {
  const values: Record<string, Json> = {};
  const known = settings['context_attribute_map'];
  const contexts: Record<string, Json> = { ...(known !== undefined && isJsonObject(known) ? known : {}) };
  for (const { reference, value } of action.assignments) {
    const parsed = parseReference(reference);
    if (!parsed.ok || parsed.value.path.length > 0) {
      report.lost(action.id, `"${reference}" names no attribute that can be set; it was left out.`);
      continue;
    }
    values[parsed.value.attribute] = value.kind === 'value' ? value.value : `{${value.reference}}`;
    if (parsed.value.context !== null) contexts[parsed.value.attribute] = parsed.value.context;
  }
  const component = keptBy(action)['component_id'] ?? 'action.core.set_attributes';
  return {
    component_id: component,
    configuration: {
      ...settings,
      attribute_value_map: values,
      ...(Object.keys(contexts).length > 0 ? { context_attribute_map: contexts } : {}),
    },
  };
}
