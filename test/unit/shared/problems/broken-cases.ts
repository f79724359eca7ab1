import type { Document } from '../../../../shared/model/document.ts';
import type { ProblemCode } from '../../../../shared/problems/problem.ts';
import { aScenario, type ScenarioBuilder } from '../../../builders/a-scenario.ts';
import { when } from '../../../builders/conditions.ts';
import { saying, silent, sound } from './sound-talk.ts';

export const soundReply = (builder: ScenarioBuilder): ScenarioBuilder =>
  builder.app('tell_status', { text: 'On its way.' });

const lookUp = { request: { baseUrl: 'https://shop.example', path: '/orders/$orderId' }, mocks: [{ body: {} }] };

export const withService = (builder: ScenarioBuilder, baseUrl = 'https://desk.example'): ScenarioBuilder =>
  builder.withIntegration('service', { baseUrl });
export const asked = (kind: string, more: object = {}): Record<string, unknown> => ({
  kind,
  integration: 'service',
  ...more,
});

/** The sound talk in English, spoken in German too. */
export const translated = (translations: Readonly<Record<string, Readonly<Record<string, string>>>>): Document =>
  aScenario('Shop', { languages: { base: 'en', others: ['de'] } })
    .withConversation('Orders')
    .withScene('Ask')
    .withTurn('Status')
    .user('where_is_order', { samples: ['where is my order'] })
    .app('tell_status', {
      messages: [
        {
          blocks: [
            { kind: 'text', text: 'On its way.' },
            { kind: 'text', text: '{user.utterance_text}' },
          ],
          translations,
        },
      ],
    })
    .build();

/** The sound talk with an action nobody uses yet, and its examples. */
export const mocked = (mocks: readonly object[], more: object): Document =>
  soundReply(sound())
    .withApiAction('findOrder', { request: { baseUrl: 'https://shop.example' }, ...more, mocks })
    .build();

export type BrokenCase = {
  readonly code: ProblemCode;
  readonly ref: string;
  readonly says: string;
  readonly broken: () => Document;
};

/** A talk for each code that is found without looking into workflows and the like. */
export const brokenCases: readonly BrokenCase[] = [
  {
    code: 'P001-unknown-context',
    ref: 'tell_status-message',
    says: 'There is no context “usr” (in {usr.status})',
    broken: () => sound().withAttribute('status').app('tell_status', { text: 'It is {usr.status}.' }).build(),
  },
  {
    code: 'P002-nothing-sets-attribute',
    ref: 'tell_status-message',
    says: 'Nothing sets {user.statsu}',
    broken: () => sound().withAttribute('status').app('tell_status', { text: 'It is {user.statsu}.' }).build(),
  },
  {
    code: 'P003-broken-reference',
    ref: 'tell_status-message',
    says: 'cannot be read at character',
    broken: () => sound().app('tell_status', { text: 'It is {user.}.' }).build(),
  },
  {
    code: 'P004-unmapped-input',
    ref: 'tell_status-getOrder',
    says: 'getOrder needs “orderId”, but nothing fills it',
    broken: () =>
      sound()
        .withApiAction('getOrder', lookUp)
        .app('tell_status', { text: 'Here.', actions: ['getOrder'] })
        .build(),
  },
  {
    code: 'P005-transition-to-nothing',
    ref: 'tell_status',
    says: 'goes to the turn “gone”, which does not exist',
    broken: () =>
      sound()
        .app('tell_status', { text: 'Here.', transition: { turn: 'gone' as never } })
        .build(),
  },
  {
    code: 'P006-unreachable-intent',
    ref: 'lonely',
    says: 'Nobody can reach “lonely”: make its turn “Far” STARTING or OPEN',
    broken: () =>
      soundReply(sound())
        .withTurn('Far', { behaviors: [] })
        .user('lonely', { samples: ['x'] })
        .build(),
  },
  {
    code: 'P007-empty-message',
    ref: 'tell_status-message',
    says: '“tell_status” has a message without text',
    broken: () => sound().app('tell_status', { text: '  ' }).build(),
  },
  {
    code: 'P008-no-message',
    ref: 'tell_status',
    says: '“tell_status” has nothing to say',
    broken: () => sound().app('tell_status', {}).build(),
  },
  {
    code: 'P009-no-way-to-start',
    ref: 'shop',
    says: 'The talk cannot start',
    broken: () =>
      aScenario('Shop')
        .withConversation('Orders', { behaviors: [] })
        .withScene('Ask')
        .withTurn('Status')
        .user('hello', { samples: ['hello'] })
        .build(),
  },
  {
    code: 'P010-unknown-action',
    ref: 'tell_status-vanished',
    says: 'uses the action “vanished”, which does not exist',
    broken: () =>
      sound()
        .app('tell_status', { text: 'Here.', actions: ['vanished'] })
        .build(),
  },
  {
    code: 'P011-duplicate-action-name',
    ref: 'second',
    says: 'Two actions are called “getOrder”',
    broken: () =>
      soundReply(sound())
        .withApiAction('getOrder', { ...lookUp, id: 'first' })
        .withApiAction('getOrder', { ...lookUp, id: 'second' })
        .build(),
  },
  {
    code: 'P012-nothing-to-recognise',
    ref: 'silent',
    says: 'Nothing leads to “silent”',
    broken: () => soundReply(sound()).user('silent').build(),
  },
  {
    code: 'P013-unknown-virtual-intent',
    ref: 'tell_status',
    says: 'no USER intent has that id',
    broken: () => sound().app('tell_status', { text: 'Here.', virtualIntent: 'nobody' }).build(),
  },
  {
    code: 'P014-writes-read-only-context',
    ref: 'where-is-order',
    says: '“global” can only be read',
    broken: () =>
      soundReply(sound())
        .user('where_is_order', { samples: ['x'], expects: ['global.order_id'] })
        .build(),
  },
  {
    code: 'P015-no-mock',
    ref: 'getOrder',
    says: 'getOrder has no example answer',
    broken: () =>
      sound()
        .withApiAction('getOrder', { request: { baseUrl: 'https://shop.example' } })
        .app('tell_status', { text: 'Here.', actions: ['getOrder'] })
        .build(),
  },
  {
    code: 'P016-broken-pattern',
    ref: 'tell_status',
    says: 'The pattern “(” cannot be used',
    broken: () =>
      sound()
        .app('tell_status', { text: 'Here.', conditions: [when('user.age', 'matches', '(')] })
        .build(),
  },
  {
    code: 'P017-unknown-integration',
    ref: 'getOrder',
    says: 'getOrder uses an integration that does not exist',
    broken: () =>
      soundReply(sound())
        .withApiAction('getOrder', { request: { integration: 'gone' } })
        .build(),
  },
  {
    code: 'P018-missing-address',
    ref: 'getOrder',
    says: 'getOrder has no base URL yet',
    broken: () => soundReply(sound()).withApiAction('getOrder', {}).build(),
  },
  {
    code: 'P019-literal-secret',
    ref: 'getOrder',
    says: '“x-api-key” looks like a secret',
    broken: () =>
      soundReply(sound())
        .withApiAction('getOrder', {
          request: { baseUrl: 'https://shop.example', headers: [{ name: 'x-api-key', value: 'sk-123' }] },
        })
        .build(),
  },
  {
    code: 'P020-unknown-interpreter',
    ref: 'where_is_order',
    says: '“where_is_order” is to be read by “gone”, which does not exist',
    broken: () =>
      soundReply(sound())
        .user('where_is_order', { id: 'where_is_order', samples: ['x'], interpreter: 'gone' })
        .build(),
  },
  {
    code: 'P021-interpreter-without-integration',
    ref: 'model',
    says: 'model has no integration to be asked through, so it can only be mocked',
    broken: () => soundReply(sound()).withInterpreter('model', {}, { kind: 'llm', model: 'small' }).build(),
  },
  {
    code: 'P022-incomplete-interpreter',
    ref: 'model',
    says: 'model has no model yet, so it can only be mocked',
    broken: () => soundReply(withService(sound())).withInterpreter('model', {}, asked('llm')).build(),
  },
  {
    code: 'P023-unknown-service-intent',
    ref: 'desk',
    says: 'For desk, “Order” means “ordr”, but no intent has that id',
    broken: () =>
      soundReply(withService(sound()))
        .withInterpreter('desk', {}, asked('lex', { path: '/text', intents: { Order: 'ordr' } }))
        .build(),
  },
  {
    code: 'P030-block-order',
    ref: 'tell_status-message',
    says: 'something follows what waits for an answer',
    broken: () => saying({ kind: 'button', text: 'Well?', buttons: [{ text: 'Yes' }] }, { kind: 'text', text: 'Bye.' }),
  },
  {
    code: 'P031-incomplete-block',
    ref: 'tell_status-message',
    says: 'has an image without an address',
    broken: () => saying({ kind: 'image' }),
  },
  {
    code: 'P032-too-many-buttons',
    ref: 'tell_status-message',
    says: 'has 4 buttons; 3 fit',
    broken: () => saying({ kind: 'rich', text: 'Choose', buttons: ['a', 'b', 'c', 'd'].map((text) => ({ text })) }),
  },
  {
    code: 'P033-unheard-translation',
    ref: 'tell_status-message',
    says: 'translated into fr, which the scenario does not speak',
    broken: () => translated({ fr: { 'On its way.': 'En route.' } }),
  },
  {
    code: 'P034-untranslated-text',
    ref: 'tell_status-message',
    says: 'is not whole in de',
    broken: () => translated({}),
  },
  {
    code: 'P035-mock-misfit',
    ref: 'findOrder-example',
    says: 'it has no eta; its total is no float',
    broken: () =>
      mocked([{ name: 'Late', body: { status: 'x', total: 'many' } }], {
        outputs: [{ name: 'status' }, { name: 'eta' }, { name: 'total', type: 'float' }],
      }),
  },
  {
    code: 'P036-unknown-world',
    ref: 'findOrder-example',
    says: 'a world that does not exist',
    broken: () => mocked([{ world: 'down', body: {} }], {}),
  },
  {
    code: 'P037-dead-end-message',
    ref: 'tell_status-message',
    says: 'takes nothing typed and asks nothing',
    broken: () => silent({ kind: 'text', text: 'Well?' }),
  },
];
