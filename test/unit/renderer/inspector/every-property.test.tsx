// @vitest-environment jsdom
import { act, fireEvent } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { actionKindWords } from '../../../../shared/model/action-kind-words.ts';
import { scenarioRecordSchema } from '../../../../shared/model/design-records.ts';
import { actionUseSchema, messageSchema } from '../../../../shared/model/intent-record.ts';
import { tableSchemas } from '../../../../shared/model/record-tables.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { when } from '../../../builders/conditions.ts';
import { after } from '../../../builders/run-command.ts';
import { inspect } from './inspected.tsx';

/** Where a property is changed: a control with this name, or somewhere else, and why. */
type Place = string | { readonly elsewhere: string };
const elsewhere = (why: string): Place => ({ elsewhere: why });
const id = elsewhere('no one changes an id');
const extras = elsewhere('what other tools left; carried along unseen');
const order = elsewhere('dragging, in the outline and on the canvas');
const level = {
  id,
  order,
  extras,
  name: 'Name',
  description: 'Description',
  behaviors: 'Completing',
  conditions: 'Add condition',
  interpreter: 'Interpreter',
};

const everything = aScenario('Shop', {
  worlds: [{ id: 'happy', name: 'Happy', description: '' }],
  environments: ['local'],
  languages: { base: 'en', others: ['de'] },
})
  .withAttribute('age', 'int')
  .withIntegration('desk', { baseUrl: 'https://desk.example.com' })
  .withInterpreter('embedded', { WELCOME: 'ask' })
  .withInterpreter('semantic', {}, { kind: 'semantic' })
  .withInterpreter('pattern', {}, { kind: 'pattern', rules: [{ pattern: 'x', intentId: 'ask', captures: {} }] })
  .withInterpreter('llm', {}, { kind: 'llm' })
  .withInterpreter('dialogflow', {}, { kind: 'dialogflow' })
  .withInterpreter('lex', {}, { kind: 'lex' })
  .withApiAction('getOrder', { inputs: ['orderId'], outputs: ['status'], mocks: [{ name: 'Fine', body: {} }] })
  .withConversation('orders')
  .withScene('status')
  .withTurn('turn')
  .user('ask', { samples: ['where is it'] })
  .app('tell', {
    virtualIntent: 'ask',
    actions: ['getOrder'],
    messages: [{ id: 'message', text: 'Here.', conditions: [when('user.age', 'is_set')] }],
  })
  .withTest('test', [{ kind: 'say', text: 'hello' }])
  .withNote('Remember')
  .build();

type Table = Readonly<Record<string, Place>>;
type Form = { readonly of: string; readonly select: string; readonly shape: object; readonly places: Table };

const { conversations, scenes, turns, intents, integrations, tests, interpreters } = tableSchemas;
const interpreter = (kind: string, own: Table): Form => ({
  of: `interpreter ${kind}`,
  select: kind,
  shape: interpreters.options.find((option) => option.shape.kind.value === kind)?.shape ?? {},
  places: { id, extras, name: 'Name', kind: 'Reads with', callbacks: 'Add callback', ...own },
});
const asked = { integration: 'Integration', timeout: 'Timeout', path: 'Path' };

const forms: readonly Form[] = [
  {
    of: 'scenario',
    select: 'shop',
    shape: scenarioRecordSchema.shape,
    places: {
      id,
      extras,
      name: 'Name',
      description: 'Description',
      conditions: 'Add condition',
      interpreter: 'Interpreter',
      sessionLifetime: 'Session lifetime',
      strict: 'Strict comparison',
      typedEmpty: 'Missing is empty',
      languages: 'Open translations',
      worlds: 'World Happy',
      environments: 'Environment 1',
    },
  },
  { of: 'conversation', select: 'orders', shape: conversations.shape, places: level },
  {
    of: 'scene',
    select: 'status',
    shape: scenes.shape,
    places: { ...level, conversation: elsewhere('dragging') },
  },
  {
    of: 'turn',
    select: 'turn',
    shape: turns.shape,
    places: { ...level, scene: elsewhere('dragging'), validOrigins: 'May follow' },
  },
  {
    of: 'USER intent',
    select: 'ask',
    shape: intents.shape,
    places: {
      ...level,
      turn: elsewhere('dragging'),
      bucket: 'Place',
      speaker: 'Speaker',
      intentId: 'Intent id',
      confidence: 'Confidence',
      samples: 'New sample',
      expectedAttributes: 'Expect an attribute',
      listensFor: 'Listens for',
      setAttributes: 'Set an attribute',
      actions: 'Add an action',
      messages: elsewhere('APP intents say them'),
      transition: 'Transition',
      virtualIntent: elsewhere('APP intents have one'),
    },
  },
  {
    of: 'APP intent',
    select: 'tell',
    shape: { messages: 0, transition: 0, virtualIntent: 0 },
    places: { messages: 'Add message', transition: 'Transition', virtualIntent: 'Virtual intent' },
  },
  {
    of: 'message',
    select: 'message',
    shape: messageSchema.shape,
    places: {
      id,
      extras,
      name: 'Name',
      conditions: 'Add condition to message 1',
      blocks: 'Text',
      disableText: 'Nothing can be typed',
      hideAvatar: 'Without avatar',
      translations: elsewhere('the table of translations'),
    },
  },
  {
    of: 'use of an action',
    select: 'tell-getOrder',
    shape: actionUseSchema.shape,
    places: { id, extras, action: 'Action', inputs: 'orderId', outputs: 'status' },
  },
  {
    of: 'integration',
    select: 'desk',
    shape: integrations.shape,
    places: {
      id,
      extras,
      name: 'Name',
      description: 'Description',
      baseUrl: 'Base URL',
      headers: 'Add header',
      authentication: 'Authentication',
      rateLimit: 'Limit how often',
      timeout: 'Timeout',
      operations: 'Add operation',
      environments: 'Add environment',
    },
  },
  interpreter('embedded', {}),
  interpreter('semantic', {}),
  interpreter('pattern', { rules: 'Add pattern' }),
  interpreter('llm', { ...asked, model: 'Model', instructions: 'Instructions', answer: 'Answers in JSON' }),
  interpreter('dialogflow', { ...asked, intents: 'Add service name' }),
  interpreter('lex', { ...asked, intents: 'Add service name' }),
  {
    of: 'test',
    select: 'test',
    shape: tests.shape,
    places: { id, order, name: 'Name', steps: 'Steps' },
  },
];

/** Opens whatever is closed, and what was in there. */
async function openAll(): Promise<void> {
  await act(async () => {
    await new Promise((done) => setTimeout(done));
  });
  for (let round = 0; round < 3; round += 1)
    for (const closed of document.querySelectorAll(
      '.inspector [aria-expanded="false"]:not([aria-haspopup]), .inspector [aria-pressed="false"][aria-label^="Settings of"]',
    ))
      await act(async () => {
        fireEvent.click(closed);
      });
}

/** The names of everything that can be written, chosen or pressed. */
function controls(): ReadonlySet<string> {
  const labelled = [...document.querySelectorAll('.inspector [aria-label]')].map((one) =>
    one.getAttribute('aria-label'),
  );
  const texts = [...document.querySelectorAll('.inspector :is(label, button, .section-toggle, .field-label)')].map(
    (one) => one.textContent?.trim(),
  );
  return new Set([...labelled, ...texts].map((name) => name?.replace(/\s+\d+$/, (count) => count) ?? ''));
}

describe.each(forms)('$of', ({ select, shape, places }) => {
  test('every property has a field, or a reason', () => {
    expect(Object.keys(places).toSorted()).toEqual(Object.keys(shape).toSorted());
  });

  test('the fields are there, and each says what it means', async () => {
    inspect(everything, [select]);
    await openAll();
    const names = controls();
    const missing = Object.entries(places).filter(
      ([, place]) =>
        typeof place === 'string' && ![...names].some((name) => name === place || name.startsWith(`${place} `)),
    );
    expect({ missing, names: missing.length === 0 ? [] : [...names] }).toEqual({ missing: [], names: [] });
    const unsaid = [...document.querySelectorAll('.inspector .field')].filter(
      (one) => (one.querySelector('.field-meaning')?.textContent ?? '').trim() === '',
    );
    expect(unsaid.map((one) => one.querySelector('.field-label')?.textContent)).toEqual([]);
  });
});

test.each(Object.keys(actionKindWords))('%s: every field of the form says what it means', async (actionKind) => {
  const add = { kind: 'action.add', actionKind, name: 'fresh', into: null } as never;
  inspect(after(everything, add), ['fresh']);
  await openAll();
  const unsaid = [...document.querySelectorAll('.inspector .field')].filter(
    (one) => (one.querySelector('.field-meaning')?.textContent ?? '').trim() === '',
  );
  expect(unsaid.map((one) => one.querySelector('.field-label')?.textContent)).toEqual([]);
});
