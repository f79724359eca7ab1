import fc from 'fast-check';
import type { Json, JsonObject } from '../../shared/base/json.ts';
import { printMarkup } from '../../shared/exchange/markup/print-markup.ts';
import { anyBlock, anyWords } from './any-block.ts';

/** Few names, so that references meet something, or nothing. */
const name = fc.constantFrom(
  'welcome',
  'orders',
  'main scene',
  'turn_1',
  'turn_1',
  'intent.app.hello',
  'intent.core.NoMatch',
);
const path = fc.constantFrom(
  '$path:orders',
  '$path:orders/welcome',
  '$path:orders/welcome/orders',
  '$path:orders/welcome/orders/turn_1',
  '$path:orders/welcome/orders/turn_1/_responses/0',
  '$path:orders/nowhere',
  'turn_1',
  null,
);
const reference = fc.constantFrom(
  'user.name',
  'first_name',
  'session.code',
  'user.list[0].name',
  '{user.name}',
  'broken..',
  '',
);

/** Now and then something that does not belong there. */
const oddly = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: 12, arbitrary: value },
    { weight: 1, arbitrary: fc.constantFrom<Json>(null, 7, 'x', [], {}, ['x', 1], { a: [1] }) },
  );

const object = (
  required: Readonly<Record<string, fc.Arbitrary<Json>>>,
  optional: Readonly<Record<string, fc.Arbitrary<Json>>> = {},
): fc.Arbitrary<Json> => fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });

const list = (item: fc.Arbitrary<Json>, maxLength = 2): fc.Arbitrary<Json> => oddly(fc.array(item, { maxLength }));
const odd = {
  made_up: fc.constantFrom<Json>('kept', { deep: [1, null] }),
  uid: fc.constant('0x1'),
  updated_at: fc.constant('now'),
};

const condition = fc.oneof(
  object(
    {
      operation: fc.constantFrom('eq', 'gt', 'is_set', 'in_set', 'contains', 'example', 'neq', 'made_up_operation'),
      operationAttributes: oddly(
        fc.array(object({ id: fc.constantFrom('attribute', 'other'), value: reference }), {
          minLength: 1,
          maxLength: 2,
        }) as fc.Arbitrary<Json>,
      ),
      parameters: list(
        object({
          id: fc.constantFrom('value', 'start_value', 'end_value'),
          value: fc.oneof(path, fc.constantFrom<Json>(5, 'gold', true, ['a'])),
        }),
      ),
    },
    { note: fc.constant('x') },
  ),
  object({
    condition: object({
      operation: fc.constant('eq'),
      attributes: object({ username: reference }),
      parameters: object({ value: fc.constant('dummy') }),
    }),
  }),
);

const behaviors = list(fc.constantFrom('STARTING', 'OPEN', 'COMPLETING', 'starting', 'open', 'single'), 3);
const level = {
  od_id: oddly(name),
  name: oddly(anyWords),
  description: oddly(anyWords),
  interpreter: oddly(
    fc.constantFrom('', 'OpenDialog', 'interpreter.core.callbackInterpreter', 'interpreter.core.luis'),
  ),
  behaviors,
  conditions: list(condition),
};

const markup = fc.oneof(
  fc.array(anyBlock, { maxLength: 3 }).map((blocks) => printMarkup({ blocks }).markup),
  fc.constantFrom('message markup', '', '<message><made-up>x</made-up></message>', '<message><text-message a="b">x'),
);
const message = object(
  { od_id: oddly(name), message_markup: oddly(markup), conditions: list(condition, 1) },
  { name: anyWords, description: anyWords, behaviors, interpreter: fc.constantFrom('', 'OpenDialog'), ...odd },
);

const use = fc.oneof(
  fc.constantFrom<Json>('Look up', 'action.core.example', ''),
  object(
    { id: fc.constantFrom('Look up', 'Remember', 'action.core.webhook') },
    { inputs: list(reference), attribute_outputs: list(object({ attribute: name, reference })), order: fc.constant(1) },
  ),
  object({ name: fc.constant('Look up'), inputs: object({ code: fc.constantFrom('session', 'user.code') }) }),
);

const virtual = object({ speaker: fc.constantFrom('USER', 'APP') }, { intent_id: name, intentId: name });
const intent = object(
  {
    ...level,
    speaker: oddly(fc.constantFrom('USER', 'APP', 'user')),
    confidence: oddly(fc.constantFrom<Json>(1, 0.5, '0.7', 2)),
  },
  {
    sample_utterance: oddly(anyWords),
    listens_for: list(name),
    expected_attributes: list(fc.oneof(reference, object({ id: reference }))),
    actions: list(use),
    message_templates: list(message),
    transition: oddly(object({ conversation: path, scene: path, turn: path })),
    virtual_intent: oddly(virtual),
    virtual_intents: list(virtual),
    ...odd,
  },
);

const turn = object(
  { ...level, valid_origins: list(name), request_intents: list(intent), response_intents: list(intent) },
  odd,
);
const scene = object({ ...level, turns: list(turn) }, odd);
const conversation = object({ ...level, scenes: list(scene) }, odd);

const row = object(
  {
    name: fc.constantFrom('OpenDialog', 'Look up', 'Remember', 'Webchat', 'Luis', ''),
    component_id: fc.constantFrom(
      'interpreter.core.opendialog',
      'interpreter.core.callbackInterpreter',
      'interpreter.core.luis',
      'action.core.webhook',
      'action.core.set_attributes',
      'platform.core.webchat',
      'unknown',
    ),
    configuration: oddly(
      object(
        {},
        {
          callbacks: oddly(fc.constant({ WELCOME: 'intent.core.welcome' })),
          webhook_url: fc.constantFrom('https://api.example.com/hook?x=1', 'localhost', '{user.url}'),
          headers: fc.constantFrom<Json>([{ name: 'X-One', value: '1' }], { 'X-Two': '2' }, 7),
          attribute_value_map: fc.constantFrom<Json>({ tier: 'gold', age: 3, copy: '{user.name}' }, 'x'),
          context_attribute_map: fc.constant({ tier: 'session' }),
          subscription_key: fc.constantFrom('s3cr3t', ''),
          colours: fc.constant({ text: '#fff' }),
        },
      ),
    ),
  },
  { active: oddly(fc.boolean()), scenario_id: fc.constantFrom('$path:orders', '$path:other'), ...odd },
);

/** Scenario files of every generation, and files no generation ever wrote. */
export const anyOpenDialog: fc.Arbitrary<JsonObject> = object(
  { ...level, od_id: fc.constantFrom('orders', 'webchat', 'Ünï cödé'), conversations: list(conversation) },
  { configurations: list(row, 4), status: fc.constantFrom('LIVE', 'not valid'), active: fc.boolean(), ...odd },
) as fc.Arbitrary<JsonObject>;
