import { isJsonObject, asText, type JsonObject } from '../../base/json.ts';
import { invariant } from '../../base/invariant.ts';
import { ordersBetween } from '../../base/order.ts';
import { fail, succeed, type Result } from '../../base/result.ts';
import { createDocument, withChanges, type Document, type RecordChange } from '../../model/document.ts';
import type { Mismatch } from '../../model/describe-issue.ts';
import type { TableName } from '../../model/record-tables.ts';
import { toRecord, toScenarioRecord } from '../../model/to-record.ts';
import { readJson } from '../../persistence/read-json.ts';
import { readLimits } from '../../persistence/read-limits.ts';
import type { ReadProblem } from '../../persistence/read-problem.ts';
import { withCoreTypes } from './attribute-types.ts';
import { FieldReader } from './field-reader.ts';
import { ActionImports } from './import-actions.ts';
import { importConditions } from './import-conditions.ts';
import { importConfigurations } from './import-configurations.ts';
import { importIntent } from './import-intent.ts';
import { importInterpreter, importLevel, type Importing } from './import-level.ts';
import { keepUnlessEmpty } from './import-message.ts';
import { ReportWriter, type ImportReport } from './import-report.ts';
import { planIds, type PlannedLevel, type PlannedScenario } from './plan-ids.ts';
import { originLookup } from './valid-origins.ts';

export type ImportOptions = {
  /**
   * Compare and read missing values as the first versions did: types count in `eq`, and what is missing is an empty
   * value of its type.
   */
  readonly asFirstVersion?: boolean;
};

export type ImportedScenario = { readonly document: Document; readonly report: ImportReport };

/**
 * Reads a scenario of OpenDialog, of any of its generations. Total: any bytes give a scenario with a report, or say why
 * they are none. Everything in the file is mapped, kept for the way back, or named as lost.
 */
export function importOpenDialog(
  source: Uint8Array | string,
  options: ImportOptions = {},
): Result<ImportedScenario, ReadProblem[]> {
  const json = readJson(source, { ...readLimits, depth: deepest });
  if (!json.ok) return json;
  const { value } = json;
  if (!isJsonObject(value) || !looksLikeScenario(value))
    return fail([
      {
        pointer: '',
        sentence: 'This is no scenario of OpenDialog: expected an object with "od_id" and "conversations".',
      },
    ]);
  const report = new ReportWriter();
  const document = buildDocument(new FieldReader(value, [], report), options);
  return succeed({ document, report: report.finish(asText(value['od_id'])) });
}

/** What is kept stands two levels deeper in a record, and a record may nest 60. */
const deepest = 48;

const looksLikeScenario = (value: JsonObject): boolean =>
  typeof value['format'] !== 'string' && (typeof value['od_id'] === 'string' || Array.isArray(value['conversations']));

type RawRecord = { readonly table: TableName; readonly raw: Readonly<Record<string, unknown>> };

function buildDocument(reader: FieldReader, options: ImportOptions): Document {
  const scenario = planIds(reader);
  const actions = new ActionImports(scenario.newId);
  const interpreters = importConfigurations(scenario, actions);
  const importing: Importing = {
    paths: scenario.paths,
    levelOf: levelLookup(scenario),
    interpreterNamed: interpreters.named,
    actions,
  };
  reader.report.made(reader.path, 'scenario', scenario.id);
  const records = importTree(scenario, importing);
  const top = scenarioRecord(scenario, importing, options);
  const all = [
    ...interpreters.records.map((raw): RawRecord => ({ table: 'interpreters', raw })),
    ...actions.records().map((raw): RawRecord => ({ table: 'actions', raw })),
    ...records,
  ];
  return withCoreTypes(withChanges(createDocument(top), all.map(toChange)));
}

function scenarioRecord(scenario: PlannedScenario, importing: Importing, { asFirstVersion = false }: ImportOptions) {
  const { reader, odId, id } = scenario;
  if (odId !== id) reader.extras['od_id'] = odId;
  checkStatus(reader);
  keepUnlessEmpty(reader, 'behaviors', 'A scenario has no behaviours here.');
  const record = {
    id,
    name: reader.text('name'),
    description: reader.text('description'),
    conditions: importConditions(reader, importing.paths),
    interpreter: importInterpreter(reader, importing),
    strict: asFirstVersion,
    typedEmpty: asFirstVersion,
    ...reader.end(),
  };
  return valid(toScenarioRecord(record), 'scenario');
}

const statuses: ReadonlySet<string> = new Set(['DRAFT', 'PREVIEW', 'LIVE']);

function checkStatus(reader: FieldReader): void {
  if (!reader.has('status')) return;
  const status = reader.text('status');
  if (statuses.has(status)) reader.report.lost(reader.at('status'), 'A scenario here is live when somebody serves it.');
  else reader.report.doubtful(reader.at('status'), 'There is no such status.');
}

function levelLookup(scenario: PlannedScenario): Importing['levelOf'] {
  const levels = new Map<string, 'conversation' | 'scene' | 'turn'>();
  for (const conversation of scenario.children) {
    levels.set(conversation.id, 'conversation');
    for (const scene of conversation.children) {
      levels.set(scene.id, 'scene');
      for (const turn of scene.children) levels.set(turn.id, 'turn');
    }
  }
  return (id) => levels.get(id) ?? null;
}

function importTree(scenario: PlannedScenario, importing: Importing): RawRecord[] {
  const records: RawRecord[] = [];
  const originsOf = originLookup(scenario);
  const each = (levels: readonly PlannedLevel[], visit: (level: PlannedLevel, order: string) => void): void => {
    const orders = ordersBetween(null, null, levels.length);
    levels.forEach((level, index) => visit(level, orders[index] ?? ''));
  };
  each(scenario.children, (conversation, order) => {
    addLevel(records, 'conversations', conversation, {}, order, importing);
    each(conversation.children, (scene, sceneOrder) => {
      addLevel(records, 'scenes', scene, { conversation: conversation.id }, sceneOrder, importing);
      each(scene.children, (turn, turnOrder) => {
        const place = { scene: scene.id, validOrigins: originsOf(turn, scene) };
        addLevel(records, 'turns', turn, place, turnOrder, importing);
        const orders = ordersBetween(null, null, turn.intents.length);
        turn.intents.forEach((intent, index) => {
          const raw = importIntent(intent, { turn: turn.id, order: orders[index] ?? '' }, importing);
          records.push({ table: 'intents', raw });
        });
      });
    });
  });
  return records;
}

const kinds = { conversations: 'conversation', scenes: 'scene', turns: 'turn' } as const;

function addLevel(
  records: RawRecord[],
  table: keyof typeof kinds,
  level: PlannedLevel,
  place: Readonly<Record<string, unknown>>,
  order: string,
  importing: Importing,
): void {
  const { reader, id } = level;
  reader.report.made(reader.path, kinds[table], id);
  records.push({ table, raw: { ...importLevel(level, order, importing), ...place, ...reader.end() } });
}

function toChange({ table, raw }: RawRecord): RecordChange {
  const after = valid(toRecord(table, raw), table);
  return { table, id: after.id, before: null, after } as RecordChange;
}

/** What an import makes is valid by construction; if not, the mistake is here and not in the file. */
function valid<Value>(made: Result<Value, readonly Mismatch[]>, what: string): Value {
  invariant(made.ok, `an imported record of ${what} is valid`);
  return made.value;
}
