// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { PatternRule } from '../../../../shared/model/interpreter-record.ts';
import type { Studio } from '../../../../renderer/state/studio.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { documentOf, field, inspect } from './inspected.tsx';

const shop = (kind: string, rules: readonly object[] = []) =>
  aScenario('Shop')
    .withInterpreter('reader', {}, { kind, ...(kind === 'pattern' ? { rules } : {}) })
    .withConversation('A')
    .withScene('s')
    .withTurn('t')
    .user('where_is_order')
    .user('goodbye')
    .build();

function rulesOf(studio: Studio): readonly PatternRule[] {
  const reader = documentOf(studio).tables.interpreters.get('reader');
  return reader?.kind === 'pattern' ? reader.rules : [];
}
/** Braces and brackets mean keys to the simulated keyboard. */
const typed = (text: string): string => text.replaceAll(/[{[]/g, '$&$&');

test('an interpreter goes by patterns, whose groups fill attributes, and is tried at once', async () => {
  const studio = inspect(shop('embedded'), ['reader']);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Reads with/ }), 'pattern');
  await userEvent.click(screen.getAllByRole('button', { name: 'Add pattern' })[0] as HTMLElement);
  await userEvent.keyboard(typed('(?i)order (?P<number>[A-Z]-\\d+)( now)?'));
  await userEvent.type(screen.getByRole('combobox', { name: 'Intent id' }), 'where_is_order');
  await userEvent.type(field('Group 1, “number”'), 'order_id');
  await userEvent.type(field('Group 2'), 'haste');
  expect(rulesOf(studio)).toEqual([
    {
      pattern: '(?i)order (?P<number>[A-Z]-\\d+)( now)?',
      intentId: 'where_is_order',
      captures: { number: 'order_id', '2': 'haste' },
    },
  ]);
  await userEvent.type(field('Try it'), 'Order A-7 please');
  expect(screen.getByRole('status').textContent).toBe('where_is_order order_id “A-7”');
  expect(screen.getByRole('group', { name: 'Pattern 1, found' })).toBeTruthy();
  await userEvent.clear(field('Group 2'));
  expect(rulesOf(studio)[0]?.captures).toEqual({ number: 'order_id' });
});

test('rules are moved and removed; what is wrong with one is said beside it', async () => {
  const studio = inspect(
    shop('pattern', [
      { pattern: '(', intentId: 'goodbye' },
      { pattern: '^bye', intentId: 'nobody' },
    ]),
    ['reader'],
  );
  const [first, second] = [1, 2].map((number) => within(screen.getByRole('group', { name: `Pattern ${number}` })));
  expect(first?.getByText(/^This is not a pattern/)).toBeTruthy();
  expect(second?.getByText('No USER intent has the id “nobody”.')).toBeTruthy();
  second?.getByRole('button', { name: 'Move pattern 2: arrow keys' }).focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(rulesOf(studio).map(({ pattern }) => pattern)).toEqual(['^bye', '(']);
  await userEvent.type(field('Try it'), 'goodbye');
  expect(screen.getByText('No pattern is found in it.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Remove pattern 2' }));
  expect(rulesOf(studio).map(({ intentId }) => intentId)).toEqual(['nobody']);
});
