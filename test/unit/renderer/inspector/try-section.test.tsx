// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { succeed } from '../../../../shared/base/result.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import type { BridgeOutput } from '../../../../shared/bridge/contract/bridge-contract.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aResult } from '../../../builders/play.ts';
import { documentOf, field, inspect } from './inspected.tsx';

const shop = aScenario('Shop', { worlds: [{ id: 'down', name: 'Down', description: '' }], environments: ['staging'] })
  .withAttribute('pin', 'string', { sensitive: true })
  .withApiAction('getOrder', { request: { baseUrl: 'https://example.com', path: '/orders/$orderId/$pin/$city' } })
  .withAction('python', 'script', { code: 'def execute_action(context):\n    return {}\n' })
  .withAction('workflow', 'both', {
    steps: [{ kind: 'action', name: 'first', action: 'getOrder', inputs: {} }],
    outputs: [{ name: 'all', type: 'json', from: 'steps' }],
  })
  .build();

type Ran = BridgeOutput<'action.run'>;

function tryOf(action: string, answer: Ran, document: Document = shop) {
  const asked: unknown[] = [];
  const host = {
    call: async (method: string, input: unknown) => {
      asked.push({ method, input });
      return succeed(method === 'import.choose' ? { kind: 'chosen', name: 'talk.json', text: '{"saved":1}' } : answer);
    },
    onEvent: () => () => undefined,
  } as unknown as HostClient;
  return { studio: inspect(document, [action], host), asked };
}
const open = (): Promise<void> => userEvent.click(screen.getByRole('button', { name: 'Try it' }));
const run = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  return within(await screen.findByRole('status', { name: 'Result' }));
};
const live: Ran = aResult({
  origin: 'live',
  status: 200,
  duration: 84,
  response: { status: 200, headers: {}, body: '{"order":{"status":"shipped","total":64.5}}', bytes: 43 },
});

test('values are pressed, by mouse and by key, and what they are is shown at once and undone again', async () => {
  const { studio } = tryOf('getOrder', live);
  await open();
  const result = await run();
  await userEvent.click(result.getByRole('treeitem', { name: 'status: “shipped”' }).querySelector('[data-path]')!);
  expect(within(result.getByLabelText('Outputs')).getByText('"shipped"')).toBeTruthy();
  expect(result.getByRole('treeitem', { name: 'status: “shipped”, output status' })).toBeTruthy();
  result.getByRole('tree').focus();
  await userEvent.keyboard('{End}{Enter}');
  const outputs = () =>
    documentOf(studio)
      .tables.actions.get('getOrder')
      ?.outputs.map(({ name, from, type }) => [name, from, type]);
  expect(outputs()).toEqual([
    ['status', 'order.status', 'string'],
    ['total', 'order.total', 'float'],
  ]);
  await userEvent.keyboard('{Delete}');
  expect(outputs()).toHaveLength(1);
  act(() => studio.editor.undo());
  act(() => studio.editor.undo());
  expect(outputs()).toHaveLength(1);
  await userEvent.keyboard('{Home}{ArrowLeft}');
  expect(result.queryByRole('treeitem', { name: /^status/ })).toBeNull();
});

test('a result is kept as an example of every world, or as a mock in one, for these arguments or any', async () => {
  const { studio } = tryOf('getOrder', live);
  await open();
  await userEvent.type(field('orderId'), 'A-1');
  const result = await run();
  await userEvent.click(result.getByRole('button', { name: 'Save as example' }));
  await userEvent.click(result.getByRole('button', { name: 'Save for a world' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'In “Down”, for these arguments' }));
  await userEvent.click(result.getByRole('button', { name: 'Save for a world' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'In a new world' }));
  const mocks = [...documentOf(studio).tables.mocks.values()].map(({ name, when, world, body }) => [
    name,
    when,
    world,
    body,
  ]);
  const body = { order: { status: 'shipped', total: 64.5 } };
  expect(mocks).toEqual([
    ['Real answer', {}, undefined, body],
    ['A-1', { orderId: 'A-1' }, 'down', body],
    ['Real answer', {}, 'world-world', body],
  ]);
  expect(documentOf(studio).scenario.worlds).toHaveLength(2);
});

test('arguments are remembered on this machine, those nobody may read are not', async () => {
  tryOf('getOrder', live);
  await open();
  await userEvent.type(field('orderId'), 'A-1');
  await userEvent.type(field('pin'), '7731');
  expect(field('pin').value).toBe('7731');
  expect(JSON.stringify({ ...localStorage })).toContain('A-1');
  expect(JSON.stringify({ ...localStorage })).not.toContain('7731');
  document.body.replaceChildren();
  tryOf('getOrder', live);
  await open();
  expect([field('orderId').value, field('pin').value]).toEqual(['A-1', '']);
});

test('it runs in the world, the environment and the talk that are chosen', async () => {
  const { studio, asked } = tryOf('getOrder', live);
  await open();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'World of examples' }), 'Down');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Environment of integrations' }), 'staging');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'As part of a talk' }), 'A saved session…');
  expect(await screen.findByRole('option', { name: 'talk.json' })).toBeTruthy();
  await run();
  expect(asked.at(-1)).toMatchObject({
    method: 'action.run',
    input: { world: 'down', environment: 'staging', talk: { kind: 'session', text: '{"saved":1}' } },
  });
  expect(studio.run.getState()).toMatchObject({ world: 'down', environment: 'staging' });
});

test('what a script printed is there, and lines of its traceback are ways to the code', async () => {
  const detail = 'Traceback:\n  File "script.py", line 2, in execute_action\nNameError: name "x"';
  const failed = aResult({ outcome: 'failed', failure: 'codeFailed', detail, attempts: 3, cached: true });
  tryOf('script', { ...failed, console: 'hello\nline 1' });
  await open();
  const result = await run();
  expect(result.getAllByRole('button', { name: /^line \d$/ }).map((line) => line.textContent)).toEqual([
    'line 2',
    'line 1',
  ]);
  expect(result.getByLabelText('Printed').textContent).toBe('hello\nline 1');
  expect(result.getByText('3 attempts')).toBeTruthy();
  expect(result.getByText('remembered from an earlier run')).toBeTruthy();
});

test('a workflow tells its steps, and is no example of anything', async () => {
  const base = { exchange: 1, at: 0, ref: null, parent: null, effect: 'e', action: 'getOrder' };
  const step = {
    ...base,
    ...aResult({ origin: 'mocked', duration: 12 }),
    kind: 'effect.settled',
    seq: 1,
    step: 'first',
    name: 'getOrder',
  };
  const skipped = {
    ...base,
    kind: 'action.skipped',
    seq: 2,
    step: 'second',
    name: 'pay',
    failure: 'conditionNotMet',
    detail: 'Not now.',
  };
  tryOf('both', { ...aResult({ outputs: { all: {} } }), trace: [step, skipped] } as unknown as Ran);
  await open();
  const result = await run();
  const steps = within(result.getByRole('list', { name: 'Steps' })).getAllByRole('listitem');
  expect(steps.map((item) => item.textContent)).toEqual(['firstgetOrder12 msmocked', 'secondpay: Not now.']);
  expect(result.queryByRole('button', { name: 'Save as example' })).toBeNull();
});
