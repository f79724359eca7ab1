import { applyDiff } from '../../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../../shared/commands/plan-command.ts';
import type { Json, JsonObject } from '../../../../../shared/base/json.ts';
import { exportOpenDialog } from '../../../../../shared/exchange/opendialog/export-open-dialog.ts';
import { importOpenDialog } from '../../../../../shared/exchange/opendialog/import-open-dialog.ts';
import type { ImportFinding } from '../../../../../shared/exchange/opendialog/import-report.ts';
import { anOpenDialogFile, anOpenDialogMessage } from '../../../../builders/open-dialog-file.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { asList, asObject, asWord, holdsThat, includes, same, type Handler } from './case-file.ts';
import { app, importFile, user } from './scenario-of.ts';

const allKeys = (value: Json): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, member]: [string, Json]) => [key, ...allKeys(member)]);

/** The file with these fields at every level. */
const atEveryLevel = (value: Json, fields: JsonObject): Json => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => atEveryLevel(item, fields));
  const object = Object.fromEntries(
    Object.entries(value).map(([key, member]: [string, Json]) => [key, atEveryLevel(member, fields)]),
  );
  return Object.hasOwn(object, 'od_id') ? { ...object, ...fields } : object;
};

const wholeFile = (): JsonObject => {
  const reply = app('tell', { message_templates: [anOpenDialogMessage('Hi')] });
  return anOpenDialogFile({ requests: [user('ask')], responses: [reply] });
};

const exported: Handler = (input, expected) => {
  const { fields, scenario } = asObject(input);
  if (fields !== undefined) {
    const given = Object.fromEntries(asList(fields).map((field) => [asWord(field), 'x']));
    const { document } = importFile(atEveryLevel(wholeFile(), given) as JsonObject);
    const found = allKeys(exportOpenDialog(document).scenario).filter((key) => Object.hasOwn(given, key));
    return holdsThat(asWord(expected).startsWith('absent') && found.length === 0, found);
  }
  const odId = asWord(scenario);
  const made = exportOpenDialog(importFile({ ...wholeFile(), od_id: odId }).document).scenario;
  const { has_keys: keys, configurations, scenario_id: owner } = asObject(expected);
  const rows = asList(made['configurations']).map(asObject);
  const got = {
    has_keys: asList(keys).filter((key) => Object.hasOwn(made, asWord(key))),
    configurations: rows.map(({ name = '', component_id = '' }) => ({ name, component_id })),
    scenario_id: asWord(rows[0]?.['scenario_id']).replace(odId, '<od_id>'),
  };
  return includes(got, { has_keys: keys ?? [], configurations: configurations ?? [], scenario_id: owner ?? '' });
};

const imported: Handler = (input, expected) => {
  const parts = asObject(input);
  if (parts['od_id'] !== undefined) {
    // A scenario is a file here, so it is the file that is there already; the commands that write it refuse.
    return holdsThat(asWord(expected).startsWith('skipped'), 'parley import opendialog refuses a file that is there');
  }
  const broken = Object.values(parts).find((value) => typeof value === 'string');
  if (typeof broken === 'string') {
    const refused = !importOpenDialog(broken.startsWith('{') ? broken : '{').ok;
    return holdsThat(
      refused && /refused|skipped|error|message/.test(JSON.stringify(expected)),
      refused ? 'refused' : 'read',
    );
  }
  const counts = Object.entries(parts).map(([name, count]) => {
    const rows = Array.from({ length: Number(count) }, (_, index) => ({
      name: `c${index}`,
      component_id: 'platform.core.webchat',
      configuration: {},
      active: true,
    }));
    // A minimal file says nothing of configurations.
    const file = name.startsWith('minimal') ? wholeFile() : { ...wholeFile(), configurations: rows };
    return asList(exportOpenDialog(importFile(file).document).scenario['configurations']).length;
  });
  return same({ stored_configurations: counts }, expected);
};

const isRefused = ({ outcome, sentence }: ImportFinding): boolean =>
  outcome === 'doubtful' || /^(?:Expected|There is no|An intent is said by|A confidence is)/.test(sentence);

/** `intent.virtual_intent.speaker`: a field of an intent, set in an otherwise sound file. */
const builderValidation: Handler = (input, expected) => {
  const [[path, value] = ['', null]] = Object.entries(asObject(input));
  const [level = '', ...keys] = path.split('.');
  const fields = keys.reduceRight<Json>((inner, key) => ({ [key]: inner }), value) as JsonObject;
  const extra =
    level === 'intent' && keys[0] === 'virtual_intent'
      ? { virtual_intent: { speaker: 'USER', intent_id: 'next', ...asObject(fields['virtual_intent']) } }
      : fields;
  const file = level === 'scenario' ? { ...wholeFile(), ...extra } : withinIntent(level, extra);
  const { findings } = importFile(file);
  const last = keys.at(-1) ?? '';
  const got = findings.some((finding) => finding.pointer.includes(`/${last}`) && isRefused(finding)) ? '422' : '200';
  return holdsThat(asWord(expected).startsWith(got), got);
};

const withinIntent = (level: string, fields: JsonObject): JsonObject => {
  const message = anOpenDialogMessage('Hi', level === 'message' ? fields : {});
  const reply = app('tell', { message_templates: [message], ...(level === 'intent' ? fields : {}) });
  return anOpenDialogFile({ requests: [user('ask')], responses: [reply], turn: level === 'turn' ? fields : {} });
};

/** Another of the same: what a user says is told apart by nobody, so its id and name stay. */
const duplicate: Handler = (input, expected) => {
  const { user_intent: id, scenario } = asObject(input);
  if (scenario !== undefined) return holdsThat(false, 'a copy of a scenario is a copy of its file');
  const name = asWord(id);
  const { document } = importFile(anOpenDialogFile({ requests: [user(name)] }));
  const planned = unwrap(planCommand(document, { kind: 'intent.add', into: 'turn' as never, name, speaker: 'USER' }));
  const copies = [...applyDiff(document, planned.diff).tables.intents.values()];
  const copy = copies.find(({ id: own }) => own !== name);
  return includes(
    {
      od_id: copy?.intentId ?? null,
      name: copies.length === 2 && copy?.name === name ? 'unchanged' : (copy?.name ?? null),
    },
    expected,
  );
};

const configurationValidation: Handler = (input, expected) => {
  const [status = '', field = ''] = asWord(expected).split(' ');
  const given = asObject(input);
  const row = { ...(field === 'name' ? {} : { name: 'Row' }), active: true, ...given };
  // A name that is refused although there is one is taken.
  const rows = field === 'name' && typeof given['name'] === 'string' ? [row, row] : [row];
  const { findings } = importFile({ ...wholeFile(), configurations: rows });
  const doubts = findings
    .filter(({ outcome }) => outcome === 'doubtful')
    .map(({ pointer }) => pointer.replace(/^\/configurations\/\d+\//, '').replaceAll('/', '.'));
  const got = doubts.length === 0 ? '201' : `422 ${doubts.join(', ')}`;
  return holdsThat(status === '422' ? doubts.includes(field) : doubts.length === 0, got);
};

export const builderCases = {
  export: exported,
  import: imported,
  builder_validation: builderValidation,
  duplicate,
  configuration_validation: configurationValidation,
} satisfies Record<string, Handler>;
