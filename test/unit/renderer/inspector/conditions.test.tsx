// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { connectRun } from '../../../../renderer/state/connect-run.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { any, when } from '../../../builders/conditions.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { createRunHost } from '../run/run-host.ts';
import { depth, documentOf, inspect } from './inspected.tsx';

const scenario = () =>
  aScenario('Shop')
    .withAttribute('age', 'int')
    .withAttribute('is_member', 'boolean')
    .withAttribute('email')
    .withConversation('orders')
    .withScene('status');
const document = scenario()
  .withTurn('ask')
  .user('hello', { samples: ['hello'] })
  .build();

const add = async (what: string, where = 'Add condition'): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: where }));
  await userEvent.click(await screen.findByRole('menuitem', { name: what }));
};
const row = (name: string) => within(screen.getByRole('group', { name }));
const conditionsOf = (studio: Parameters<typeof documentOf>[0]) =>
  documentOf(studio).tables.turns.get('ask')?.conditions;

test('a comparison is built in words; its value is written as the type of the attribute', async () => {
  const studio = inspect(document, ['ask']);
  await add('Condition');
  await userEvent.type(row('Condition 1').getByRole('textbox', { name: 'Looks at' }), 'user.age');
  await userEvent.selectOptions(row('Condition 1').getByRole('combobox', { name: 'Operation' }), 'is at least');
  await userEvent.type(row('Condition 1').getByRole('textbox', { name: 'Compared with' }), '18');
  expect(conditionsOf(studio)).toEqual([when('user.age', 'gte', 18)]);
  // Adding, the left side, the operation and the value.
  expect(depth(studio)).toBe(4);

  await userEvent.selectOptions(row('Condition 1').getByRole('combobox', { name: 'Operation' }), 'is between');
  await userEvent.type(row('Condition 1').getByRole('textbox', { name: 'Up to' }), '65');
  expect(conditionsOf(studio)).toEqual([when('user.age', 'between', 18, 65)]);
  await userEvent.selectOptions(row('Condition 1').getByRole('combobox', { name: 'Operation' }), 'is set');
  expect(conditionsOf(studio)).toEqual([when('user.age', 'is_set')]);
});

test('either side may be an attribute or a value; a truth is chosen', async () => {
  const studio = inspect(document, ['ask']);
  await add('Condition');
  await userEvent.type(row('Condition 1').getByRole('textbox', { name: 'Looks at' }), 'user.is_member');
  await userEvent.selectOptions(row('Condition 1').getByRole('combobox', { name: 'Operation' }), 'is');
  await userEvent.selectOptions(row('Condition 1').getByRole('combobox', { name: 'Compared with' }), 'true');
  expect(conditionsOf(studio)).toEqual([when('user.is_member', 'eq', true)]);
  await userEvent.click(row('Condition 1').getByRole('button', { name: /^Compared with: a value/ }));
  await userEvent.type(row('Condition 1').getByRole('textbox', { name: 'Compared with' }), 'session.is_member');
  expect(conditionsOf(studio)).toEqual([
    when('user.is_member', 'eq', { kind: 'reference', reference: 'session.is_member' }),
  ]);
});

test('groups hold conditions and groups', async () => {
  const studio = inspect(document, ['ask']);
  await add('Group of conditions');
  await userEvent.type(row('Condition 1.1').getByRole('textbox', { name: 'Looks at' }), 'user.email');
  await add('Group of conditions', 'Add to condition 1');
  await userEvent.selectOptions(
    screen.getAllByRole('combobox', { name: 'How many must hold' })[1] as HTMLElement,
    'None of these holds',
  );
  await userEvent.type(row('Condition 1.2.1').getByRole('textbox', { name: 'Looks at' }), 'user.age');
  expect(conditionsOf(studio)).toEqual([
    any(when('user.email', 'is_set'), { kind: 'group', match: 'none', conditions: [when('user.age', 'is_set')] }),
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Remove condition 1.1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove condition 1' }));
  expect(conditionsOf(studio)).toEqual([]);
});

test('a pattern that cannot be used says why', async () => {
  inspect(
    scenario()
      .withTurn('ask', { conditions: [when('user.email', 'matches', '(')] })
      .build(),
    ['ask'],
  );
  expect(screen.getByText(/This is not a pattern/)).toBeTruthy();
  await userEvent.clear(screen.getByRole('textbox', { name: 'Compared with' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Compared with' }), '@example');
  expect(screen.queryByText(/This is not a pattern/)).toBeNull();
});

test('while a talk runs, each condition says whether it holds now', async () => {
  const talked = scenario()
    .withTurn('ask', { conditions: [when('user.age', 'gte', 18), when('_intent.age', 'is_set')] })
    .user('hello', { samples: ['hello'], sets: { 'user.age': { kind: 'value', value: 17 } } })
    .withConversation('start')
    .withScene('start-scene')
    .withTurn('start-turn')
    .user('hi', { samples: ['hi'] })
    .build();
  const host = createRunHost();
  const studio = inspect(talked, ['ask'], host);
  const stop = connectRun(studio, {
    print: printScenario,
    calm: { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined },
  });
  expect(screen.queryByText(/would/i)).toBeNull();
  await act(async () => {
    await studio.run.start(printScenario(talked), null);
    await studio.run.setAttribute('user.age', 17);
    await host.idle();
  });
  expect(
    await row('Condition 1').findByText('Would fail now: {user.age} is 17, and must be at least 18.'),
  ).toBeTruthy();
  expect(
    row('Condition 2').getByText('{_intent.age} cannot be known before the talk: it is interpreted at run time.'),
  ).toBeTruthy();
  await act(async () => {
    await studio.run.setAttribute('user.age', 18);
    await host.idle();
  });
  expect(await row('Condition 1').findByText('Would pass now')).toBeTruthy();
  stop();
});
