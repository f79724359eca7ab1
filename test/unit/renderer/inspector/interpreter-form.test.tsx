// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { InterpreterRecord } from '../../../../shared/model/interpreter-record.ts';
import type { Studio } from '../../../../renderer/state/studio.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { depth, documentOf, field, inspect } from './inspected.tsx';

const shop = (kind = 'embedded', more: Record<string, unknown> = {}) =>
  aScenario('Shop')
    .withIntegration('brain', { baseUrl: 'https://brain.example' })
    .withInterpreter('reader', { BUY: 'order' }, { kind, ...more })
    .withConversation('A')
    .withScene('s')
    .withTurn('t')
    .user('order', { samples: ['buy'] })
    .app('done', { text: 'Done.' })
    .build();

const reader = (studio: Studio): InterpreterRecord | undefined => documentOf(studio).tables.interpreters.get('reader');
const choose = (name: string, value: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name: new RegExp(`^${name}`) }), value);

test('an interpreter becomes a language model, and is asked through an integration', async () => {
  const studio = inspect(shop(), ['reader']);
  expect(screen.queryByRole('combobox', { name: /^Integration/ })).toBeNull();
  await choose('Reads with', 'llm');
  expect(reader(studio)).toMatchObject({ kind: 'llm', path: '/chat/completions', integration: null, model: '' });
  await choose('Integration', 'brain');
  await userEvent.type(field(/^Model/), 'small');
  await userEvent.type(field(/^Instructions/), 'A shop for tea.');
  await choose('Answers in JSON', 'object');
  expect(reader(studio)).toMatchObject({
    integration: 'brain',
    model: 'small',
    instructions: 'A shop for tea.',
    answer: 'object',
    callbacks: { BUY: 'order' },
  });
  expect(depth(studio)).toBe(5);
});

test('a path that is usual for a language model is not kept for another service', async () => {
  const studio = inspect(shop('llm'), ['reader']);
  await choose('Reads with', 'lex');
  expect(reader(studio)).toMatchObject({ kind: 'lex', path: '' });
  await choose('Reads with', 'llm');
  expect(reader(studio)).toMatchObject({ kind: 'llm', path: '/chat/completions' });
  await choose('Reads with', 'semantic');
  expect(reader(studio)).toMatchObject({ kind: 'semantic' });
  expect(screen.getByText(/Where that is not installed, the built-in one reads/)).toBeTruthy();
});

test('names of a service are given their intents', async () => {
  const studio = inspect(shop('dialogflow', { path: '/x/$session', integration: 'brain' }), ['reader']);
  await userEvent.click(screen.getByRole('button', { name: 'Add service name' }));
  await userEvent.clear(field('Service name'));
  await userEvent.type(field('Service name'), 'Order Status{Tab}order');
  expect(reader(studio)).toMatchObject({ intents: { 'Order Status': 'order' } });
});

test('what is missing is said beside its field', () => {
  inspect(shop('llm'), ['reader']);
  expect(screen.getByText(/has no integration to be asked through/)).toBeTruthy();
  expect(screen.getByText(/has no model yet/)).toBeTruthy();
});
