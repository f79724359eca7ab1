import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import { exportOpenDialog, printOpenDialog } from '../../../../shared/exchange/opendialog/export-open-dialog.ts';
import { importOpenDialog } from '../../../../shared/exchange/opendialog/import-open-dialog.ts';
import { countMapped } from '../../../../shared/exchange/opendialog/import-report.ts';
import type { IntentRecord } from '../../../../shared/model/intent-record.ts';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { need } from '../../../builders/need.ts';
import {
  anOpenDialogCondition,
  anOpenDialogFile,
  anOpenDialogIntent,
  anOpenDialogMessage,
} from '../../../builders/open-dialog-file.ts';
import { play } from '../../../builders/play.ts';
import { readSharedData } from '../../../builders/shared-data.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';
import { app, back, backIntent, imported, intentNamed, place, told, user } from './imported-scenario.ts';

describe('what it reads', () => {
  test.each([
    ['no JSON', '{', 'Expected'],
    ['another file', '{"format": "parley.scenario", "od_id": "x"}', 'no scenario of OpenDialog'],
    ['a list', '[]', 'no scenario of OpenDialog'],
    ['an object of something else', '{"openapi": "3.0.0"}', 'no scenario of OpenDialog'],
  ])('[O1] %s is refused with a sentence', (_, text, sentence) => {
    expect(unwrapFailure(importOpenDialog(text))[0]?.sentence).toContain(sentence);
  });

  test('[O1] nesting without end is refused', () => {
    expect(importOpenDialog(`{"od_id":"x","deep":${'['.repeat(60)}${']'.repeat(60)}}`).ok).toBe(false);
  });

  test('[O1] a file of 10 MB takes seconds', () => {
    const intent = user({ message_templates: [anOpenDialogMessage('Hello {user.name}, how are you?')] });
    const requests = Array.from({ length: 10_000 }, (_, index) => ({
      ...intent,
      od_id: `ask_${index}`,
      description: 'x'.repeat(600),
    }));
    const text = JSON.stringify(anOpenDialogFile({ requests }));
    expect(text.length).toBeGreaterThan(10_000_000);
    const begun = performance.now();
    const scenario = unwrap(importOpenDialog(text));
    printOpenDialog(exportOpenDialog(scenario.document));
    expect(scenario.document.tables.intents.size).toBe(10_000);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  test('[O4] ids are those of the file, and once in the whole document', () => {
    const turn = { od_id: 'turn', name: 'Again', description: '', interpreter: '', behaviors: [], conditions: [] };
    const file = anOpenDialogFile({ requests: [user(), user()] });
    const scene = { od_id: 'scene', turns: [turn] };
    const scenario = imported({
      ...file,
      conversations: [...(file['conversations'] as Json[]), { od_id: 'ünï', scenes: [scene] }],
    });
    const { tables } = scenario.document;
    expect([...tables.turns.keys(), ...tables.scenes.keys(), ...tables.conversations.keys()].toSorted()).toEqual(
      ['scene', 'scene-2', 'talk', 'turn', 'turn-2', 'uni'].toSorted(),
    );
    expect([...tables.intents.values()].map(({ id, intentId }) => [id, intentId])).toEqual(
      expect.arrayContaining([
        ['ask', 'ask'],
        ['ask-2', 'ask'],
      ]),
    );
    expect(back(scenario)['conversations']).toMatchObject([
      { od_id: 'talk' },
      { od_id: 'ünï', scenes: [{ od_id: 'scene', turns: [{ od_id: 'turn' }] }] },
    ]);
  });
});

describe('references into the file', () => {
  const far = '$path:shop/talk/scene/turn';

  test('[O5] in conditions become ids, and paths again', () => {
    const conditions = [
      anOpenDialogCondition('eq', 'user.selected_scenario', '$path:shop'),
      anOpenDialogCondition('eq', 'user.last', `${far}/_requests/0`),
      anOpenDialogCondition('eq', 'user.last', '$path:shop/gone'),
      anOpenDialogCondition('eq', 'user.word', 'shop'),
    ];
    const scenario = imported(anOpenDialogFile({ requests: [user({ conditions })] }));
    expect(intentNamed(scenario, 'ask').conditions.map((one) => one.kind === 'test' && one.right)).toEqual(
      ['shop', 'ask', '$path:shop/gone', 'shop'].map((value) => ({ kind: 'value', value })),
    );
    expect(told(scenario)).toContain(
      `kept ${place}/request_intents/0/conditions/2/parameters "$path:shop/gone" leads to nothing in this file.`,
    );
    expect(backIntent(scenario, 'request_intents')['conditions']).toEqual([
      ...conditions.slice(0, 3),
      // A word that happens to be an id cannot be told from one that was a path in the same list.
      anOpenDialogCondition('eq', 'user.word', '$path:shop'),
    ]);
  });

  test('[O6] the deepest level of a transition counts', () => {
    const to = (transition: Json): IntentRecord['transition'] =>
      intentNamed(imported(anOpenDialogFile({ requests: [user({ transition })] })), 'ask').transition;
    const none = { conversation: null, scene: null, turn: null };
    expect(to({ conversation: '$path:shop/talk', scene: '$path:shop/talk/scene', turn: far })).toEqual({
      ...none,
      turn: 'turn',
    });
    expect(to({ conversation: '$path:shop/talk', scene: '$path:shop/talk/scene', turn: null })).toEqual({
      ...none,
      scene: 'scene',
    });
    expect(to({ conversation: '$path:shop/talk' })).toEqual({ ...none, conversation: 'talk' });
    expect(to(none)).toBeNull();
  });

  test('[O6] the levels above are written from it; one to nothing is kept', () => {
    const transition = { conversation: null, scene: null, turn: far };
    const lost = { conversation: '$path:shop/gone', scene: null, turn: null };
    const scenario = imported(anOpenDialogFile({ requests: [user({ transition }), user({ transition: lost })] }));
    expect(backIntent(scenario, 'request_intents')['transition']).toEqual({
      conversation: '$path:shop/talk',
      scene: '$path:shop/talk/scene',
      turn: far,
    });
    expect(backIntent(scenario, 'request_intents', 1)['transition']).toEqual(lost);
    expect(intentNamed(scenario, 'ask-2').transition).toBeNull();
    expect(backIntent(imported(anOpenDialogFile({ requests: [user()] })), 'request_intents')).not.toHaveProperty(
      'transition',
    );
  });

  test('[O9] valid origins mean the turn beside, else an intent, else a turn elsewhere', () => {
    const file = anOpenDialogFile({ requests: [user()], turn: { valid_origins: ['turn', 'ask', 'other', 'gone'] } });
    const other = { od_id: 'scene', turns: [{ od_id: 'turn' }, { od_id: 'other' }] };
    const scenario = imported({
      ...file,
      conversations: [{ od_id: 'first', scenes: [other] }, ...(file['conversations'] as Json[])],
    });
    expect(need(scenario.document.tables.turns.get('turn-2')).validOrigins).toEqual(['turn-2', 'ask', 'other', 'gone']);
    expect(told(scenario)).toContain(
      'doubtful /conversations/1/scenes/0/turns/0/valid_origins/3 No turn and no intent is called "gone".',
    );
  });
});

describe('fields of other generations', () => {
  test('[O7] behaviours in any case, and unknown ones', () => {
    const scenario = imported(anOpenDialogFile({ responses: [app({ behaviors: ['completing', 'repeat(2)'] })] }));
    expect(intentNamed(scenario, 'tell').behaviors).toEqual(['COMPLETING']);
    expect(backIntent(scenario, 'response_intents')['behaviors']).toEqual(['COMPLETING', 'repeat(2)']);
    expect(told(scenario)).toEqual([
      expect.stringContaining('no configurations'),
      `changed ${place}/response_intents/0/behaviors/0 "completing" became COMPLETING.`,
      `kept ${place}/response_intents/0/behaviors/1 There is no behaviour "repeat(2)" here.`,
    ]);
  });

  test('[O8] virtual intents', () => {
    const older = app({
      virtual_intents: [
        { speaker: 'USER', intentId: 'next' },
        { speaker: 'USER', intentId: 'more' },
      ],
    });
    const newer = app({ virtual_intent: { speaker: 'USER', intent_id: 'next' } });
    const wrong = app({ virtual_intent: { speaker: 'APP', intent_id: 'next' } });
    const scenario = imported(anOpenDialogFile({ responses: [older, newer, wrong] }));
    expect(['tell', 'tell-2', 'tell-3'].map((id) => intentNamed(scenario, id).virtualIntent)).toEqual([
      'next',
      'next',
      'next',
    ]);
    expect(backIntent(scenario, 'response_intents')).toMatchObject({
      virtual_intent: { speaker: 'USER', intent_id: 'next' },
      virtual_intents: [{ speaker: 'USER', intentId: 'more' }],
    });
    expect(told(scenario)).toContain(
      `doubtful ${place}/response_intents/2/virtual_intent/speaker Only a USER intent can follow by itself.`,
    );
  });

  test('[O8] expected attributes as texts or objects', () => {
    const scenario = imported(
      anOpenDialogFile({ requests: [user({ expected_attributes: ['session.code', { id: 'user.name' }] })] }),
    );
    expect(intentNamed(scenario, 'ask').expectedAttributes).toEqual(['session.code', 'user.name']);
    expect(backIntent(scenario, 'request_intents')['expected_attributes']).toEqual(['session.code', 'user.name']);
  });

  test('[O10] samples, and labels of the engine itself', () => {
    const core = anOpenDialogIntent('intent.core.NoMatch', 'USER', { sample_utterance: '[no match]' });
    const scenario = imported(
      anOpenDialogFile({
        requests: [user({ sample_utterance: 'hello there' }), core],
        responses: [app({ sample_utterance: 'Hi!', message_templates: [anOpenDialogMessage('Hi!')] })],
      }),
    );
    expect(['ask', 'intent.core.NoMatch', 'tell'].map((id) => intentNamed(scenario, id).samples)).toEqual([
      ['hello there'],
      [],
      [],
    ]);
    expect(backIntent(scenario, 'request_intents', 1)['sample_utterance']).toBe('[no match]');
    expect(backIntent(scenario, 'response_intents')['sample_utterance']).toBe('Hi!');
  });

  test('[O11] conditions of all forms', () => {
    const conditions = [
      anOpenDialogCondition('gte', 'user.age', 18),
      anOpenDialogCondition('is_set', 'email'),
      { operation: 'eq', operationAttributes: { attribute: 'user.tier' }, parameters: { value: 'gold' } },
      { condition: { operation: 'eq', attributes: { anything: 'user.name' }, parameters: { value: 'Ada' } } },
      {
        operation: 'example',
        operationAttributes: [{ id: 'attribute', value: 'user.n' }],
        parameters: [
          { id: 'start_value', value: 5 },
          { id: 'end_value', value: 10 },
        ],
      },
      anOpenDialogCondition('made_up', 'user.age', 1),
      { operation: 'eq' },
    ];
    const scenario = imported(anOpenDialogFile({ requests: [user({ conditions })] }));
    const value = (right: Json): JsonObject => ({ kind: 'value', value: right });
    const left = (reference: string): JsonObject => ({ kind: 'reference', reference });
    expect(intentNamed(scenario, 'ask').conditions).toEqual([
      { kind: 'test', operation: 'gte', left: left('user.age'), right: value(18) },
      { kind: 'test', operation: 'is_set', left: left('email') },
      { kind: 'test', operation: 'eq', left: left('user.tier'), right: value('gold') },
      { kind: 'test', operation: 'eq', left: left('user.name'), right: value('Ada') },
      { kind: 'test', operation: 'gt', left: left('user.n'), right: value(5) },
      { kind: 'test', operation: 'lt', left: left('user.n'), right: value(10) },
    ]);
    const list = backIntent(scenario, 'request_intents')['conditions'] as Json[];
    expect(list.slice(0, 3)).toEqual([...conditions.slice(0, 2), anOpenDialogCondition('eq', 'user.tier', 'gold')]);
    expect(list).toEqual(expect.arrayContaining(conditions.slice(5)));
  });

  test('[O11] the first versions compare types and read missing values as empty ones', () => {
    const file = (reference: string): JsonObject =>
      anOpenDialogFile({
        requests: [user({ conditions: [anOpenDialogCondition('eq', reference, '5')] })],
        responses: [app({ message_templates: [anOpenDialogMessage('Five.')] })],
      });
    const says = (reference: string, asFirstVersion: boolean): readonly string[] =>
      play(imported(file(reference), asFirstVersion).document, { attributes: { [reference]: '5' } }).press('ask').texts;
    expect([says('user.floor', false), says('user.floor', true)]).toEqual([['Five.'], ['Five.']]);
    // The whole number 5 is no text there, and `age` is a whole number.
    expect([says('user.age', false), says('user.age', true)]).toEqual([['Five.'], []]);
    expect(imported(file('user.age'), true).document.scenario).toMatchObject({ strict: true, typedEmpty: true });
  });

  test('[O19] what is a number without any file is registered where the scenario speaks of it', () => {
    const markup =
      '<message><button-message><button><text>Old</text><callback>c</callback><value>age.70</value></button></button-message></message>';
    const message = anOpenDialogMessage('', { message_markup: markup });
    const scenario = imported(anOpenDialogFile({ responses: [app({ message_templates: [message] })] }));
    const { attributes } = scenario.document.tables;
    expect([...attributes.values()].map(({ name, type }) => [name, type])).toEqual([['age', 'int']]);
    expect(exportOpenDialog(scenario.document).findings).toEqual([]);
    expect(imported(back(scenario)).document).toEqual(scenario.document);
    expect(imported(anOpenDialogFile({})).document.tables.attributes.size).toBe(0);
  });
});

describe('messages', () => {
  test('[O18] markup becomes blocks', () => {
    const message = anOpenDialogMessage('Hello {user.name}', {
      conditions: [anOpenDialogCondition('is_set', 'user.name')],
    });
    const scenario = imported(anOpenDialogFile({ responses: [app({ message_templates: [message] })] }));
    expect(intentNamed(scenario, 'tell').messages).toMatchObject([
      { name: 'message', conditions: [{ operation: 'is_set' }], blocks: [{ kind: 'text', text: 'Hello {user.name}' }] },
    ]);
  });

  test('[O18] what did not come through is kept, as long as the message stays as it is', () => {
    const markup = '<message><text-message>Hi</text-message><made-up>x</made-up></message>';
    const message = anOpenDialogMessage('', { message_markup: markup, description: 'A greeting' });
    const scenario = imported(anOpenDialogFile({ responses: [app({ message_templates: [message] })] }));
    expect(backIntent(scenario, 'response_intents')['message_templates']).toEqual([message]);
    const intent = intentNamed(scenario, 'tell');
    const messages = intent.messages.map((one) => ({ ...one, blocks: [{ kind: 'text' as const, text: 'Hello' }] }));
    const tables = {
      ...scenario.document.tables,
      intents: scenario.document.tables.intents.set('tell', { ...intent, messages }),
    };
    const changed = exportOpenDialog({ ...scenario.document, tables });
    expect(JSON.stringify(changed.scenario)).toContain('<text-message>Hello</text-message>');
    expect(changed.findings).toEqual([
      {
        ref: messages[0]?.id,
        sentence: 'What was kept of the imported markup was left out, because the message was changed.',
      },
    ]);
  });
});

const sample = readSharedData('samples/opendialog/webchat.json');

test.skipIf(sample === null)('[O20] the scenario every workspace begins with talks', () => {
  const scenario = unwrap(importOpenDialog(sample ?? ''));
  expect(countMapped(scenario.report)).toEqual({
    scenario: 1,
    interpreter: 1,
    conversation: 3,
    scene: 3,
    turn: 3,
    intent: 6,
    message: 2,
  });
  expect(checkScenario(scenario.document)).toEqual([]);
  const talk = play(scenario.document).hear({ kind: 'opened' });
  expect(talk.texts).toEqual(['Hi! This is the default welcome message for the Webchat Scenario.']);
  expect(talk.say('what?').texts).toEqual(["Sorry, I didn't understand that"]);
  expect(talk.hear({ kind: 'restart' }).texts).toEqual([
    'Hi! This is the default welcome message for the Webchat Scenario.',
  ]);
});

test.skipIf(sample === null)('[O2, O16] and is written back as it was, but for its secret', () => {
  const scenario = unwrap(importOpenDialog(sample ?? ''));
  const text = (value: Json): string => JSON.stringify(value).replaceAll('"behaviors":[],"interpreter":"",', '');
  const file = JSON.parse((sample ?? '').replace('Bearer ApiTokenValue', '{secret.comments_auth_token}')) as JsonObject;
  const { configurations, ...rest } = back(scenario);
  expect(configurations).toEqual(file['configurations']);
  expect(text(rest).length).toBeGreaterThan(4000);
  expect(scenario.report.findings.filter(({ outcome }) => outcome === 'lost')).toHaveLength(1);
});
