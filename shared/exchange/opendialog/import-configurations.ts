import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { describeValue } from '../../model/describe-issue.ts';
import { checkComponent } from './component-checks.ts';
import { defaultInterpreterRow, defaultPlatformRow } from './default-rows.ts';
import { extrasKey, FieldReader } from './field-reader.ts';
import { canRun, type ActionImports } from './import-actions.ts';
import { ReportWriter } from './import-report.ts';
import type { InterpreterLookup } from './import-level.ts';
import type { PlannedScenario } from './plan-ids.ts';
import { stripSecrets } from './strip-secrets.ts';

/** Interpreters by the two ways a level may name them. */
export type ImportedInterpreters = {
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly named: InterpreterLookup;
};

/** Components that read callbacks and samples as ours does. */
const ownInterpreters: ReadonlySet<string> = new Set([
  'interpreter.core.opendialog',
  'interpreter.core.callbackInterpreter',
]);

/**
 * Reads `configurations`: interpreters and actions become records, everything else is kept. The scenario's extras say
 * in which order the rows stood: a text is the id of a record, an object a row word for word.
 */
export function importConfigurations(scenario: PlannedScenario, actions: ActionImports): ImportedInterpreters {
  const { reader } = scenario;
  const records: Record<string, unknown>[] = [];
  const components = new Map<string, string>();
  const names = new Set<string>();
  const rows = rowReaders(scenario).map((row): Json => {
    const name = row.text('name');
    const component = row.text('component_id');
    const active = activeOf(row);
    checkScenarioOf(row, scenario);
    const raw = row.take('configuration');
    checkComponent(component, raw, row.path, row.report);
    if (name === '') row.report.doubtful(row.at('name'), 'This configuration has no name.');
    if (names.has(name))
      row.report.doubtful(row.at('name'), `There are two configurations "${name}"; the first is meant.`);
    names.add(name);
    const configuration = stripSecrets(raw ?? {}, row.at('configuration'), row.report);
    const settings = isJsonObject(configuration) ? configuration : {};
    const isOwn = ownInterpreters.has(component) || component.startsWith('action.');
    // An empty list is how PHP writes an empty object.
    if (isOwn && !isJsonObject(configuration) && !(Array.isArray(configuration) && configuration.length === 0))
      row.report.lost(row.at('configuration'), `Expected an object, found ${describeValue(configuration)}.`);
    if (ownInterpreters.has(component)) {
      const id = scenario.newId(name === '' ? 'interpreter' : name);
      records.push(interpreterRecord({ id, name, component, active, settings }, row));
      if (!components.has(component)) components.set(component, id);
      reader.report.made(row.path, 'interpreter', id);
      return id;
    }
    if (component.startsWith('action.')) {
      const others = restOf(row.end());
      if (name.length > 200) row.report.changed(row.at('name'), 'A name has 200 characters at most.');
      const short = (name === '' ? component : name).slice(0, 200);
      const id = actions.addRow({ name: short, component, configuration: settings, active, others });
      reader.report.made(row.path, 'action', id);
      if (!canRun(component, settings))
        row.report.kept(
          row.path,
          `There is nothing like "${component}" here; the action is there by name and switched off.`,
        );
      return id;
    }
    row.report.kept(row.path, keptSentence(component));
    return { name, component_id: component, configuration, active, ...restOf(row.end()) };
  });
  reader.extras['configurations'] = rows;
  return { records, named: nameLookup(records, components) };
}

function keptSentence(component: string): string {
  if (component.startsWith('interpreter.'))
    return `What "${component}" read, the interpreter of the level above reads here.`;
  return component.startsWith('platform.')
    ? 'Settings of a chat page mean nothing here.'
    : `There is no "${component}" here.`;
}

function rowReaders({ reader, odId }: PlannedScenario): FieldReader[] {
  if (reader.has('configurations')) return reader.objects('configurations');
  reader.take('configurations');
  reader.report.changed(reader.path, 'The file has no configurations; the two every scenario begins with were made.');
  // What is made here needs no findings of its own.
  const unheard = new ReportWriter();
  return [defaultInterpreterRow(odId), defaultPlatformRow(odId)].map(
    (row, index) => new FieldReader(row, [...reader.at('configurations'), index], unheard),
  );
}

function activeOf(row: FieldReader): boolean {
  const active = row.take('active');
  if (active !== undefined && typeof active !== 'boolean')
    row.report.changed(
      row.at('active'),
      `Expected true or false, found ${describeValue(active)}; it counts as switched on.`,
    );
  return active !== false;
}

/** Every row belongs to the scenario it stands in. */
function checkScenarioOf(row: FieldReader, { odId }: PlannedScenario): void {
  const owner = row.text('scenario_id');
  if (owner !== '' && owner !== `$path:${odId}`)
    row.report.lost(
      row.at('scenario_id'),
      `"${owner}" is another scenario; the configuration now belongs to this one.`,
    );
}

const restOf = (rest: { extras?: JsonObject }): JsonObject => {
  const kept = rest.extras?.[extrasKey];
  return kept !== undefined && isJsonObject(kept) ? kept : {};
};

function interpreterRecord(
  row: { id: string; name: string; component: string; active: boolean; settings: JsonObject },
  reader: FieldReader,
): Record<string, unknown> {
  const { callbacks, ...others } = row.settings;
  const isMap = callbacks !== undefined && isJsonObject(callbacks);
  if (!isMap && callbacks !== undefined && !(Array.isArray(callbacks) && callbacks.length === 0))
    reader.report.lost(
      [...reader.at('configuration'), 'callbacks'],
      'Expected callbacks and the intents they lead to.',
    );
  const valid = isMap ? Object.entries(callbacks) : [];
  const texts = valid.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  for (const [name, value] of valid)
    if (typeof value !== 'string')
      reader.report.lost(
        [...reader.at('configuration'), 'callbacks', name],
        'A callback leads to the id of an intent.',
      );
  reader.extras['component_id'] = row.component;
  reader.extras['configuration'] = others;
  if (!row.active) reader.keep('active', false, 'An interpreter cannot be switched off here.');
  return { id: row.id, kind: 'embedded', name: row.name, callbacks: Object.fromEntries(texts), ...reader.end() };
}

const nameLookup =
  (records: readonly Record<string, unknown>[], components: ReadonlyMap<string, string>): InterpreterLookup =>
  (text) => {
    const found = records.find(({ name }) => name === text) ?? records.find(({ id }) => id === components.get(text));
    return found === undefined ? null : { id: String(found['id']), name: String(found['name']) };
  };
