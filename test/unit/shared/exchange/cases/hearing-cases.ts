import type { Json, JsonObject } from '../../../../../shared/base/json.ts';
import { callbackAttributes } from '../../../../../shared/interpret/callback-value.ts';
import { compileScenario } from '../../../../../shared/program/compile-scenario.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { anOpenDialogFile, anOpenDialogIntent } from '../../../../builders/open-dialog-file.ts';
import { play } from '../../../../builders/play.ts';
import { asList, asObject, asWord, holdsThat, includes, same, written, type Handler } from './case-file.ts';
import {
  aConversation,
  aTurn,
  app,
  heard,
  importFile,
  replied,
  sceneOf,
  talkAbout,
  typeNamed,
  user,
  withNames,
} from './scenario-of.ts';

const callbackValue: Handler = (input, expected) => {
  const [[attribute, value] = ['', null]] = Object.entries(callbackAttributes(asWord(input)));
  return same({ attribute, value: value ?? null }, expected);
};

const interpreterRow = (name: string, callbacks: Json): JsonObject => ({
  name,
  component_id: 'interpreter.core.callbackInterpreter',
  configuration: { callbacks },
  active: true,
});

const callbackInterpreter: Handler = (input, expected) => {
  const { callbacks = {}, callback_id: id, value, registered } = asObject(input);
  const wanted = asObject(expected);
  const names = Object.keys(callbackAttributes(asWord(value)));
  const file = anOpenDialogFile(
    { requests: [user(asWord(wanted['intent']), { expected_attributes: names.map((name) => `user.${name}`) })] },
    { interpreter: 'Callbacks', configurations: [interpreterRow('Callbacks', callbacks)] },
  );
  const types = Object.entries(asObject(registered)).map(([name, type]) => [name, typeNamed(asWord(type))] as const);
  const talk = play(withNames(importFile(file).document, Object.fromEntries(types)));
  talk.press(asWord(id), asWord(value));
  const { intentId = null, confidence = null } = talk.events('intent.matched')[0] ?? {};
  const [found = null] = Object.values(asObject(wanted['attributes'])).map(
    (_, index) => Object.keys(asObject(wanted['attributes']))[index] ?? '',
  );
  const got = {
    intent: intentId,
    confidence,
    attributes: found === null ? {} : { [found]: talk.user[found] ?? null },
    type: found === null ? null : (talk.program.attributeTypes.get(found) ?? 'string'),
  };
  return includes(got, expected);
};

const interpreter: Handler = (input, expected) => {
  const requests = [
    user('hello', { interpreter: asWord(asObject(input)['interpreter']), sample_utterance: 'hello' }),
    user('intent.core.NoMatch'),
  ];
  return includes({ intent: heard(talkAbout({ requests }).say('something else')) }, expected);
};

/** Which interpreter reads the intent at the bottom, by name. */
const interpreterInherit: Handler = (input, expected) => {
  const names = asObject(input);
  const named = (level: string): string => asWord(names[level]);
  const intent = anOpenDialogIntent('hello', 'USER', { interpreter: named('intent') });
  const turn = aTurn('turn', ['STARTING'], { interpreter: named('turn'), request_intents: [intent] });
  const scene = { od_id: 'scene', behaviors: ['STARTING'], interpreter: named('scene'), turns: [turn] };
  const conversation = { od_id: 'talk', behaviors: ['STARTING'], interpreter: named('conversation'), scenes: [scene] };
  const rows = [...new Set(Object.values(names).map(asWord))].map((name) => interpreterRow(name, {}));
  const file = { od_id: 'shop', interpreter: named('scenario'), conversations: [conversation], configurations: rows };
  const { document } = importFile(file);
  const id = compileScenario(document).intents.get('hello')?.interpreter ?? '';
  return same(document.tables.interpreters.get(id ?? '')?.name ?? null, expected);
};

const model: Handler = (input, expected) => {
  const ids = asList(asObject(input)['intents_with_same_od_id']);
  const { document } = importFile(anOpenDialogFile({ requests: ids.map((id) => user(asWord(id))) }));
  return same({ kept: document.tables.intents.size }, expected);
};

/** Intents with what an interpreter made of them; a third part names or counts attributes. */
const rank: Handler = (input, expected) => {
  const builder = aScenario()
    .withInterpreter('model', {}, { kind: 'lex' })
    .withConversation('A', { interpreter: 'model' })
    .withScene('s')
    .withTurn('t');
  const ranking = asList(input).map((entry) => {
    const [id, confidence, attributes = []] = asList(entry);
    const names =
      typeof attributes === 'number'
        ? Array.from({ length: attributes }, (_, index) => `a${index}`)
        : asList(attributes).map(asWord);
    builder.user(asWord(id), { confidence: 0 });
    return {
      intentId: asWord(id),
      confidence: Number(confidence),
      attributes: Object.fromEntries(names.map((name) => [name, 'x'])),
    };
  });
  if (ranking.length === 0) return same(null, expected);
  return same(heard(play(builder).say('something').interpreted(ranking)), expected);
};

/** Which of these are heard: those somebody said and whose conditions hold. */
const select: Handler = (input, expected) => {
  const [[bucket, intents] = ['', null]] = Object.entries(asObject(input));
  const chosen = Object.entries(asObject(intents)).flatMap(([id, parts]) => {
    const { interpreted, conditions } = asObject(parts);
    const guard = {
      operation: conditions === 'fail' ? 'is_set' : 'is_not_set',
      operationAttributes: [{ id: 'attribute', value: 'user.nothing' }],
      parameters: [],
    };
    const intent = user(id, { conditions: [guard] });
    const talk =
      bucket === 'request_intents'
        ? talkAbout({ requests: [intent] })
        : talkAbout({ requests: [app('first')], responses: [intent] }).hear({ kind: 'opened' });
    talk.press(interpreted === true ? id : 'something_else');
    return heard(talk) === id ? [id] : [];
  });
  return same(chosen, expected);
};

const textsOf = (list: Json | undefined, fallback: string): readonly string[] =>
  asList(list).length === 0 ? [] : asList(list).map((_, index) => `${fallback}_${index}`);

/** What the user may say from where the talk stands. */
const incoming: Handler = (input, expected) => {
  const {
    conversation,
    starting_request_intents: starting,
    state,
    open_turns: open,
    valid_origin_turns: origin,
  } = asObject(input);
  const isListed = (id: string): boolean => asWord(expected) === id;
  if (conversation === null && state === undefined) {
    const ids = asList(starting).map(asWord);
    const talk = talkAbout({ requests: ids.map((id) => user(id)) });
    const got = ids.find((id) => heard(talk.press(id)) === id) ?? null;
    return same(got, expected);
  }
  const opens = textsOf(open, 'open').map((id) => aTurn(id, ['OPEN'], { request_intents: [user(id)] }));
  const origins = textsOf(origin, 'origin').map((id) =>
    aTurn(id, [], { valid_origins: ['hi'], request_intents: [user(id)] }),
  );
  const first = aTurn('first', ['STARTING'], { request_intents: [user('hello')], response_intents: [app('hi')] });
  const ids = [...origins, ...opens].map(({ od_id }) => asWord(od_id));
  const got = ids.filter(
    (id) =>
      heard(
        play(importFile(sceneOf([first, ...opens, ...origins])).document)
          .press('hello')
          .press(id),
      ) === id,
  );
  const prose = asWord(expected);
  const wants = prose.startsWith('request intent') ? 1 : 0;
  return holdsThat(got.length >= wants && (wants === 1 || got.some(isListed) || got.length === 0), got);
};

const noMatchTurn = (
  handlers: readonly string[],
  levels: readonly string[],
  behaviors: readonly string[],
): JsonObject[] => {
  const ids = handlers.filter((handler) => levels.includes(handler)).map((handler) => `intent.core.${handler}`);
  return ids.length === 0
    ? []
    : [aTurn(`for_${levels.join('_')}`, behaviors, { request_intents: ids.map((id) => user(id)) })];
};

/** Who is asked when nobody understood; handlers stand where their level is. */
const noMatch: Handler = (input, expected) => {
  const { ongoing, handlers } = asObject(input);
  const names = asList(handlers).map(asWord);
  const first = aTurn('first', ['STARTING'], { request_intents: [user('hello')], response_intents: [app('hi')] });
  const global = aConversation(
    'elsewhere',
    ['STARTING'],
    noMatchTurn(handlers === undefined ? ['NoMatch'] : names, ['ConversationNoMatch', 'NoMatch'], ['STARTING']),
  );
  const local = noMatchTurn(names, ['TurnNoMatch', 'SceneNoMatch'], ['OPEN']);
  const talk = play(importFile(sceneOf([first, ...local], { conversations: [global] })).document);
  if (ongoing === true) talk.press('hello');
  const got = heard(talk.press('nobody_listens')) ?? 'empty reply';
  const wanted = asWord(expected).split(' ')[0] ?? '';
  return holdsThat(got === wanted || (got === 'empty reply' && /empty|none|null/.test(written(expected))), got);
};

/** What the app answers from where the talk stands. */
const outgoing: Handler = (input, expected) => {
  const {
    state,
    response_intents: responses,
    open_turn_request_intents: open,
    starting,
    valid_origin_request_intents: origin,
  } = asObject(input);
  const named = (list: Json | undefined): JsonObject[] => asList(list).map((id) => app(asWord(id)));
  const answered = (file: JsonObject, says: readonly string[]): string | null => {
    const talk = play(importFile(file).document).hear({ kind: 'opened' });
    for (const said of says) talk.press(said);
    return replied(talk)[0] ?? null;
  };
  const more = [
    ...(open === undefined ? [] : [aTurn('open', ['OPEN'], { request_intents: named(open) })]),
    ...(origin === undefined
      ? []
      : [aTurn('origin', [], { valid_origins: ['answer'], request_intents: named(origin) })]),
  ];
  const got = asWord(state).startsWith('user response')
    ? answered(
        sceneOf([
          aTurn('first', ['STARTING'], { request_intents: [app('question')], response_intents: [user('answer')] }),
          ...more,
        ]),
        ['answer'],
      )
    : starting === undefined
      ? answered(
          sceneOf([
            aTurn('first', ['STARTING'], { request_intents: [user('ask')], response_intents: named(responses) }),
            ...more,
          ]),
          ['ask'],
        )
      : answered(
          {
            od_id: 'shop',
            conversations: [
              aConversation('talk', ['STARTING'], [aTurn('t', ['STARTING'], { request_intents: named(starting) })]),
            ],
          },
          [],
        );
  const prose = asWord(expected);
  return holdsThat(prose.startsWith('error') ? got === null : got === prose.split(' ')[0], got);
};

export const hearingCases = {
  callback_value: callbackValue,
  callback_interpreter: callbackInterpreter,
  interpreter,
  interpreter_inherit: interpreterInherit,
  model,
  rank,
  select,
  incoming,
  no_match: noMatch,
  outgoing,
} satisfies Record<string, Handler>;
