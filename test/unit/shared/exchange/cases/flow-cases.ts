import type { Json, JsonObject } from '../../../../../shared/base/json.ts';
import { startingScope } from '../../../../../shared/program/scope.ts';
import { compileScenario } from '../../../../../shared/program/compile-scenario.ts';
import { anOpenDialogFile, anOpenDialogMessage } from '../../../../builders/open-dialog-file.ts';
import { play, type Talk } from '../../../../builders/play.ts';
import { asList, asObject, asWord, holdsThat, includes, same, type Handler } from './case-file.ts';
import {
  aConversation,
  aTurn,
  app,
  conditionOf,
  heard,
  importFile,
  replied,
  sceneOf,
  talkAbout,
  user,
} from './scenario-of.ts';

/**
 * Where the talk is after somebody spoke, in the words of the first versions: `app_response`, `user_request_matched_in`.
 * Only what the app says ends an exchange, so after what the user says the talk is looked at with nobody to reply.
 */
const state: Handler = (input, expected) => {
  const [[key, value] = ['', null]] = Object.entries(asObject(input));
  const [speaker = 'app', bucket = 'response', ...rest] = key.split('_');
  const elsewhere = rest.length === 0 ? 'turn1' : asWord(value);
  const behaviors = rest.length === 0 && asWord(value) === 'COMPLETING' ? ['COMPLETING'] : [];
  const talk = play(importFile(sceneOf(stateTurns(speaker === 'app', bucket, elsewhere, behaviors))).document)
    .hear({ kind: 'opened' })
    .press('hello');
  const { position, previous } = talk.state;
  const last = previous === null ? undefined : talk.program.intents.get(previous);
  const got = {
    scenario: 'kept',
    conversation: position.conversation,
    scene: position.scene,
    turn: position.turn,
    intent: position.intent,
    // A request without an answer in its own turn leaves the talk out of turn.
    is_request: position.midTurn && (speaker === 'user' || hasAnswers(talk, position.intent)),
    speaker: last?.record.speaker ?? null,
  };
  return includes(got, expected);
};

const hasAnswers = ({ program }: Talk, intent: string | null): boolean =>
  (program.intents.get(intent ?? '')?.turn.responses.length ?? 0) > 0;

/** Turns in which `hello` is said, or answered by `hi`, as a request or a response, in a turn of this name. */
function stateTurns(isApp: boolean, bucket: string, name: string, behaviors: readonly string[]): JsonObject[] {
  const said = isApp ? app('hi', { behaviors }) : user('hello', { behaviors });
  const before = isApp ? user('hello') : app('first');
  const intents =
    bucket === 'request' ? { request_intents: [said] } : { request_intents: [before], response_intents: [said] };
  if (name === 'turn1') return [aTurn(name, ['STARTING'], intents)];
  if (!isApp) return [aTurn('turn1', [], {}), aTurn(name, ['STARTING'], intents)];
  const opening = { request_intents: [app('first')], response_intents: [user('hello')] };
  return [
    aTurn('turn1', ['STARTING'], opening),
    aTurn(name, [], { valid_origins: ['hello'], request_intents: [said] }),
  ];
}

/** `u ask_chat->scene2`, `b finish(completes)`, `b end_1 completes with u_virtual start_2`. */
type Line = {
  readonly speaker: 'u' | 'b';
  readonly id: string;
  readonly scene: string | null;
  readonly completes: boolean;
  readonly virtual: string | null;
};

const readLine = (line: string): Line[] => {
  const found = /^\s*([ub])\s+([\w.]+)(.*)$/.exec(line);
  if (found === null) return [];
  const [, speaker, id = '', rest = ''] = found;
  return [
    {
      speaker: speaker === 'u' ? 'u' : 'b',
      id,
      scene: /->\s*(\w+)/.exec(rest)?.[1] ?? null,
      completes: rest.includes('completes'),
      virtual: /u_virtual\s+([\w.]+)/.exec(rest)?.[1] ?? null,
    },
  ];
};

/** A run of the same speaker is a choice: what the user asks opens a turn, what the app says next ends it. */
function turnsOf(scene: string, lines: readonly Line[]): JsonObject[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    if (runs.at(-1)?.[0]?.speaker === line.speaker) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  const turns: JsonObject[] = [];
  for (let at = 0; at < runs.length; at += runs[at]?.[0]?.speaker === 'u' ? 2 : 1) {
    const isAsked = runs[at]?.[0]?.speaker === 'u';
    const before = isAsked ? (runs[at - 1] ?? []) : [];
    turns.push(
      aTurn(`${scene}_${at}`, at === 0 ? ['STARTING'] : [], {
        valid_origins: before.map(({ id }) => id),
        request_intents: (runs[at] ?? []).map(intentOf),
        response_intents: isAsked ? (runs[at + 1] ?? []).map(intentOf) : [],
      }),
    );
  }
  return turns;
}

const intentOf = ({ speaker, id, scene, completes, virtual }: Line): JsonObject =>
  (speaker === 'u' ? user : app)(id, {
    behaviors: completes ? ['COMPLETING'] : [],
    transition: scene === null ? null : { conversation: '$path:shop/c', scene: `$path:shop/c/${scene}`, turn: null },
    virtual_intent: virtual === null ? null : { speaker: 'USER', intent_id: virtual },
  });

/** Conversations of `opening_scene: u a, b b; scene2: …`, each a list of lines. */
function fileOf(conversations: readonly string[]): JsonObject {
  const made = conversations.map((text, index) => {
    const scenes = text.split(';').map((part, place) => {
      const [, name = place === 0 ? 'opening_scene' : `scene_${place + 1}`, lines = part] =
        /^\s*(\w+):(.*)$/s.exec(part) ?? [];
      return {
        od_id: name,
        behaviors: place === 0 ? ['STARTING'] : [],
        turns: turnsOf(name, lines.split(',').flatMap(readLine)),
      };
    });
    return { od_id: index === 0 ? 'c' : `c${index + 1}`, behaviors: ['STARTING'], scenes };
  });
  return { ...anOpenDialogFile({}), conversations: made };
}

/** What a case knows of the person beside its own words. */
const attributesIn = (parts: JsonObject): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) =>
      key === 'note' || value === null ? [] : [[key.includes('.') ? key : `user.${key}`, value] as const],
    ),
  );

const flow: Handler = (input, expected) => {
  const parts = asObject(input);
  const {
    conversation,
    says,
    responses,
    only_opening_intent: opening,
    same_id_user_intents: sameId,
    next_intents: next,
    unmapped_callback: unmapped,
    catch_all: _,
    ...others
  } = parts;
  const known = attributesIn(others);
  if (conversation !== undefined) {
    const talk = play(importFile(fileOf([asWord(conversation)])).document);
    return same(
      asList(says).flatMap((said) => [...replied(talk.press(asWord(said)))]),
      expected,
    );
  }
  if (responses !== undefined) {
    const made = asList(responses).map((one) =>
      app(asWord(asList(one)[0]), { conditions: [conditionOf(asList(one)[1] ?? '')] }),
    );
    return same(
      replied(talkAbout({ requests: [user('ask')], responses: made }, known).press('ask'))[0] ?? null,
      expected,
    );
  }
  if (opening !== undefined) {
    const [id, condition = ''] = asList(opening);
    const lost = aConversation(
      'lost',
      ['STARTING'],
      [
        aTurn('lost', ['STARTING'], {
          request_intents: [user('intent.core.NoMatch')],
          response_intents: [app('intent.core.NoMatchResponse')],
        }),
      ],
    );
    const first = aTurn('first', ['STARTING'], {
      request_intents: [user(asWord(id), { conditions: [conditionOf(condition)] })],
    });
    const { document } = importFile(sceneOf([first], { conversations: [lost] }));
    const talk = play(document, { attributes: known }).press(asWord(id));
    return same([heard(talk), ...replied(talk)].join(' -> '), expected);
  }
  if (sameId !== undefined) return sameIdFlow(asList(sameId), known, expected);
  if (next !== undefined) return nextIntents(asObject(next), expected);
  const lost = { requests: [user('intent.core.NoMatch')], responses: [app('hello_user')] };
  return same(replied(talkAbout(lost).press(asWord(unmapped)))[0] ?? null, expected);
};

/** One thing said may mean several, told apart by conditions; each leads somewhere else. */
function sameIdFlow(
  intents: readonly Json[],
  attributes: Readonly<Record<string, Json>>,
  expected: Json,
): ReturnType<Handler> {
  const targets = intents.map((one) => asWord(asList(one)[1]).replace('-> ', ''));
  const requests = intents.map((one, index) =>
    user('said', {
      conditions: asWord(asList(one)[0]).startsWith('(') ? [] : [conditionOf(asList(one)[0] ?? '')],
      transition: { conversation: '$path:shop/c', scene: `$path:shop/c/${targets[index]}`, turn: null },
    }),
  );
  const scene = (od_id: string, behaviors: readonly string[], turn: JsonObject): JsonObject => ({
    od_id,
    behaviors,
    turns: [turn],
  });
  const scenes = [
    scene('opening', ['STARTING'], aTurn('opening_turn', ['STARTING'], { request_intents: requests })),
    ...targets.map((target) =>
      scene(target, [], aTurn(`${target}_turn`, ['STARTING'], { request_intents: [app(`intent.app.${target}`)] })),
    ),
  ];
  const file = { ...anOpenDialogFile({}), conversations: [{ od_id: 'c', behaviors: ['STARTING'], scenes }] };
  const got = replied(play(importFile(file).document, { attributes }).press('said'))[0] ?? '';
  // The case names the place it leads to and the intent that answers there by different verbs.
  const subject = (name: string): string => name.split(/[._]/).at(-1) ?? '';
  return holdsThat(subject(got) === subject(asWord(expected)), got);
}

/** Intents of the app that follow one another by themselves, each with so many blocks. */
function nextIntents(counts: JsonObject, expected: Json): ReturnType<Handler> {
  const names = Object.keys(counts);
  const said = (name: string): string[] => {
    const count = Number(counts[name]);
    return Array.from({ length: count }, (_, index) => (count === 1 ? name : `${name} part ${index + 1}`));
  };
  const turns = names.map((name, index) => {
    const markup = `<message>${said(name)
      .map((text) => `<text-message>${text}</text-message>`)
      .join('')}</message>`;
    const follows = names[index + 1] === undefined ? null : { speaker: 'USER', intent_id: `then_${index + 1}` };
    const reply = app(name, {
      virtual_intent: follows,
      message_templates: [anOpenDialogMessage('', { message_markup: markup })],
    });
    return aTurn(`t${index}`, ['STARTING', 'OPEN'], {
      request_intents: [user(`then_${index}`)],
      response_intents: [reply],
    });
  });
  const { texts } = play(importFile(sceneOf(turns)).document).press('then_0');
  return same({ messages: texts.length, order: texts }, expected);
}

const own = 'intent.app.';

const virtual: Handler = (input, expected) => {
  const { says, ...parts } = asObject(input);
  const conversations = Object.entries(parts).filter(([key]) => key.startsWith('conversation'));
  if (conversations.length > 0) {
    const texts = conversations.map(([, text]) => asWord(text));
    const first = /^\s*b /.test(texts[0] ?? '') ? `u ${asWord(says)}, ${texts[0]}` : (texts[0] ?? '');
    return same(replied(play(importFile(fileOf([first, ...texts.slice(1)])).document).press(asWord(says))), expected);
  }
  const lines = Object.entries(parts).flatMap(([name, value]) => {
    const target = /leads to (\w+)/.exec(asWord(asObject(value)['u_virtual']))?.[1] ?? '';
    const last = Object.hasOwn(parts, target) ? [] : [`b ${own}${target}`];
    return [`b ${own}${name} with u_virtual go_${target}`, `u go_${target}`, ...last];
  });
  const talk = play(importFile(fileOf([[`u ${asWord(says)}`, ...lines].join(', ')])).document);
  const isLong = asList(expected).some((id) => asWord(id).startsWith(own));
  const got = replied(talk.press(asWord(says)));
  return same(isLong ? got : got.map((id) => id.replace(own, '')), expected);
};

/** Of templates with so many passing conditions the one that is said. */
const messageSelect: Handler = (input, expected) => {
  const templates = asList(asObject(input)['templates']).map((one) => {
    const [name, count] = asList(one);
    const conditions = Array.from({ length: Number(count) }, (_, index) =>
      conditionOf(`is_not_set user.nothing_${index}`),
    );
    return anOpenDialogMessage(asWord(name), {
      conditions: asWord(name).includes('fail') ? [conditionOf('is_set user.nothing')] : conditions,
    });
  });
  const talk = talkAbout({ requests: [user('ask')], responses: [app('tell', { message_templates: templates })] }).press(
    'ask',
  );
  return same(talk.texts[0] ?? null, expected);
};

const statuses = ['MID_TURN', 'OUT_OF_TURN', 'IN_TURN'];

/** What could be said next without looking at what was said: a scope, for one of two speakers, from a known place. */
const simulator: Handler = (input, expected) => {
  const { speaker, turn_status: status } = asObject(input);
  const isSound = (speaker === 'USER' || speaker === 'APP') && statuses.includes(asWord(status));
  const program = compileScenario(importFile(anOpenDialogFile({ requests: [user('a')] })).document);
  const reach = isSound ? startingScope(program, speaker).candidates.length : -1;
  const got = reach >= 0 ? '200' : '422';
  return holdsThat(asWord(expected).startsWith(got), got);
};

export const flowCases = {
  state,
  flow_07: flow,
  virtual_intent: virtual,
  message_select: messageSelect,
  simulator,
} satisfies Record<string, Handler>;
