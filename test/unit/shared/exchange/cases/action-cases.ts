import { mapResponse } from '../../../../../shared/actions/map-response.ts';
import type { Json, JsonObject } from '../../../../../shared/base/json.ts';
import type { ApiActionRecord } from '../../../../../shared/model/action-record.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { anOpenDialogFile } from '../../../../builders/open-dialog-file.ts';
import { play, type Talk } from '../../../../builders/play.ts';
import { asList, asObject, asWord, holdsThat, includes, same, type Handler } from './case-file.ts';
import { app, importFile, user } from './scenario-of.ts';

const action: Handler = (input, expected) => {
  const { action: unknown, performed, actions, required, inputs, ...start } = asObject(input);
  if (actions !== undefined) return dependent(asList(actions).map(asWord), start, expected);
  if (required !== undefined) return requiring(asList(required).map(asWord), asObject(inputs), expected);
  const name = asWord(unknown ?? performed);
  const talk = play(
    importFile(anOpenDialogFile({ requests: [user('ask', { actions: [name] })], responses: [app('tell')] })).document,
  ).press('ask');
  const got = { successful: talk.user['action_success'] ?? null };
  return performed === undefined
    ? holdsThat(talk.texts.length === 1 && talk.events('engine.faulted').length === 0, talk.texts)
    : includes(got, expected);
};

const operators: Readonly<Record<string, (value: number, by: number) => number>> = {
  '+': (value, by) => value + by,
  '-': (value, by) => value - by,
  '*': (value, by) => value * by,
  '/': (value, by) => value / by,
};

/** Actions in a row, each working on what the one before it left. */
function dependent(steps: readonly string[], start: JsonObject, expected: Json): ReturnType<Handler> {
  const [[reference, value] = ['', null]] = Object.entries(start);
  const name = reference.split('.').at(-1) ?? '';
  const builder = aScenario().withAttribute(name, 'int');
  steps.forEach((_, index) => builder.withApiAction(`step${index}`, { inputs: [name], outputs: { [name]: 'int' } }));
  const uses = steps.map((_, index) => ({
    action: `step${index}`,
    inputs: { [name]: reference },
    outputs: { [name]: reference },
  }));
  builder.withConversation('A').withScene('s').withTurn('t').user('go', { actions: uses });
  const talk = play(builder, { attributes: { [reference]: value } }).press('go');
  for (const step of steps) {
    const given = Number(talk.effect.arguments[name]);
    talk.settle({ outputs: { [name]: operators[step[0] ?? '']?.(given, Number(step.slice(1))) ?? null } });
  }
  const [context = 'user'] = reference.split('.');
  return same({ [reference]: talk.state.contexts[context]?.[name] ?? null }, expected);
}

function requiring(required: readonly string[], inputs: JsonObject, expected: Json): ReturnType<Handler> {
  const names = Object.keys(inputs);
  const builder = aScenario()
    .withApiAction('look', { inputs: required })
    .withConversation('A')
    .withScene('s')
    .withTurn('t')
    .user('go', {
      actions: [{ action: 'look', inputs: Object.fromEntries(names.map((name) => [name, `user.${name}`])) }],
    });
  const given = Object.fromEntries(names.map((name) => [`user.${name}`, inputs[name] ?? null]));
  const talk = play(builder, { attributes: given }).press('go');
  if (talk.waiting === 'actions') talk.settle();
  return includes({ successful: talk.user['action_success'] ?? null }, expected);
}

/** An imported webhook, asked with these inputs and answered like that. */
function webhookTalk(
  inputs: JsonObject,
  outputs: readonly string[],
  answer: Json,
): { talk: Talk; detail: string; body: Json } {
  const row = {
    name: 'Hook',
    component_id: 'action.core.webhook',
    configuration: { webhook_url: 'https://api.example.com' },
    active: true,
  };
  const uses = [
    {
      id: 'Hook',
      inputs: Object.keys(inputs).map((name) => `user.${name}`),
      outputs: outputs.map((name) => `user.${name}`),
    },
  ];
  const file = anOpenDialogFile({ requests: [user('ask', { actions: uses })] }, { configurations: [row] });
  const { document } = importFile(file);
  const hook = [...document.tables.actions.values()][0] as ApiActionRecord;
  const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`user.${name}`, value]));
  const talk = play(document, { attributes: given }).press('ask');
  const body = filled(hook, talk.effect.arguments);
  const mapped = mapResponse(hook, { status: 200, body: answer, text: JSON.stringify(answer) });
  talk.settle({ outputs: mapped.outputs, failure: mapped.failure, detail: mapped.detail });
  return { talk, detail: mapped.detail, body };
}

/** The body with its variables, each alone in its text, replaced by their values. */
function filled({ request }: ApiActionRecord, given: JsonObject): Json {
  const text = request.body.kind === 'json' ? request.body.text : 'null';
  return JSON.parse(text, (_, value: Json) =>
    typeof value === 'string' && value.startsWith('$') ? (given[value.slice(1)] ?? null) : value,
  ) as Json;
}

const webhook1: Handler = (input, expected) => {
  const { inputs, response, output, ref } = asObject(input);
  if (output !== undefined) {
    const answer = { successful: true, output_data: { attributes: output } };
    const reference = `{user.${asWord(ref)}}`;
    const { talk } = webhookTalk({}, Object.keys(asObject(output)), answer);
    const name = asWord(ref).split('[')[0] ?? '';
    const value = talk.user[name];
    const index = Number(/\[(\d+)\]/.exec(reference)?.[1] ?? -1);
    return same(index >= 0 && Array.isArray(value) ? (value[index] as Json) : (value ?? null), expected);
  }
  const names = Object.keys(asObject(asObject(asObject(response)['output_data'])['attributes']));
  const { talk, detail, body } = webhookTalk(asObject(inputs), names, response ?? null);
  const wanted = asObject(expected);
  const stored = Object.fromEntries(
    Object.keys(asObject(wanted['stored'])).map((name) => [name, talk.user[name] ?? null]),
  );
  const logged = asList(wanted['logged']).filter((line) => detail.includes(asWord(line)));
  return includes({ request: body, stored, logged }, expected);
};

const webhook2: Handler = (input, expected) => {
  const { status } = asObject(input);
  const { outcome } = mapResponse({ outputs: [] }, { status: Number(status), body: null, text: '' });
  return includes({ action_success: outcome === 'succeeded' }, expected);
};

export const actionCases = { action, webhook_v1: webhook1, webhook_v2: webhook2 } satisfies Record<string, Handler>;
