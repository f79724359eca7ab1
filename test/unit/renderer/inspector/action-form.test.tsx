// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { succeed } from '../../../../shared/base/result.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import type { HostEvent } from '../../../../shared/bridge/contract/event-contract.ts';
import type { EffectResult } from '../../../../shared/engine/effect.ts';
import type { ApiActionRecord } from '../../../../shared/model/action-record.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { need } from '../../../builders/need.ts';
import { depth, documentOf, field, inspect } from './inspected.tsx';

const document = aScenario('Shop')
  .withAttribute('email')
  .withIntegration('desk', { baseUrl: 'https://desk.example.com' })
  .withApiAction('getOrder', {
    request: { baseUrl: 'https://example.com', path: '/orders/$orderId' },
    outputs: [{ name: 'order_status', from: 'status' }],
    mocks: [
      { id: 'first', name: 'On its way', when: { orderId: 'A-1' }, body: { status: 'shipped' } },
      { id: 'second', name: 'Lost', status: 404 },
    ],
  })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', { samples: ['where'], actions: ['getOrder'] })
  .build();
const action = (studio: Parameters<typeof documentOf>[0]): ApiActionRecord =>
  documentOf(studio).tables.actions.get('getOrder') as ApiActionRecord;
const argumentsShown = (): readonly (string | null)[] =>
  within(screen.getByRole('list', { name: 'Arguments' }))
    .getAllByRole('button', { expanded: false })
    .map((button) => button.textContent);

test('arguments show up while the request is written, and are declared by saying something about them', async () => {
  const studio = inspect(document, ['getOrder']);
  await userEvent.type(field('Path'), '/items/$item');
  expect(argumentsShown()).toEqual(['$orderId string', '$item string']);
  await userEvent.click(screen.getByRole('button', { name: '$item string' }));
  const item = within(screen.getByRole('group', { name: 'Argument item' }));
  await userEvent.selectOptions(item.getByRole('combobox', { name: 'Type' }), 'int');
  await userEvent.click(item.getByRole('switch', { name: 'Required' }));
  expect(action(studio).inputs).toEqual([
    { name: 'item', type: 'int', description: '', required: false, sensitive: false },
  ]);
});

test('a header is a row of its own; a secret written into one is told', async () => {
  const lacking = aScenario('Shop')
    .withApiAction('getOrder', {
      request: { baseUrl: 'https://example.com', headers: [{ name: 'Authorization', value: 'abc' }] },
    })
    .build();
  const studio = inspect(lacking, ['getOrder']);
  expect(screen.getByText(/“Authorization” looks like a secret/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Add parameter' }));
  await userEvent.keyboard('page');
  await userEvent.type(
    within(screen.getByRole('group', { name: 'parameter 1' })).getByRole('textbox', { name: 'Value' }),
    '$page',
  );
  expect(action(studio).request.query).toEqual([{ name: 'page', value: '$page' }]);
});

test('a JSON body says on which line it stops being JSON, and keeps what was typed', async () => {
  const studio = inspect(document, ['getOrder']);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Body' }), 'JSON');
  fireEvent.change(field('JSON body'), { target: { value: '{\n  "id": $orderId\n}' } });
  expect(screen.getByText(/line 2.*Put "\$name" in quotes/)).toBeTruthy();
  expect(action(studio).request.body).toEqual({ kind: 'json', text: '{\n  "id": $orderId\n}' });
  fireEvent.change(field('JSON body'), { target: { value: '{ "id": "$orderId" }' } });
  expect(screen.queryByText(/line 2/)).toBeNull();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Body' }), 'Form');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Body' }), 'None');
  expect(action(studio).request.body).toEqual({ kind: 'none' });
});

test('the integration gives the address; without one there is a base URL', async () => {
  const studio = inspect(document, ['getOrder']);
  await userEvent.clear(field('Base URL'));
  await userEvent.type(field('Base URL'), 'example.com');
  expect(screen.getByText('The base URL must start with http:// or https:// and a host.')).toBeTruthy();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Integration' }), 'desk');
  expect(screen.getByText('https://desk.example.com')).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Base URL' })).toBeNull();
  expect(action(studio).request.integration).toBe('desk');
});

test('an output says where it is found in the answer', async () => {
  const studio = inspect(document, ['getOrder']);
  await userEvent.click(screen.getByRole('button', { name: 'order_status string' }));
  await userEvent.clear(field('From'));
  await userEvent.type(field('From'), 'order.[[');
  expect(screen.getByText(/is not a JMESPath/)).toBeTruthy();
  await userEvent.clear(field('From'));
  await userEvent.type(field('From'), 'order.status');
  await userEvent.click(screen.getByRole('button', { name: 'Add output' }));
  expect(action(studio).outputs.map(({ name, from }) => [name, from])).toEqual([
    ['order_status', 'order.status'],
    ['result', ''],
  ]);
  expect(screen.getByRole('group', { name: 'Output result' }).contains(window.document.activeElement)).toBe(true);
});

test('example answers are edited, moved, added and removed', async () => {
  const studio = inspect(document, ['getOrder']);
  const mocks = () => documentOf(studio).tables.mocks;
  await userEvent.click(screen.getByRole('button', { name: /On its way/, expanded: false }));
  const first = within(screen.getByRole('group', { name: 'On its way' }));
  fireEvent.change(first.getByRole('textbox', { name: 'Answer' }), { target: { value: '{ "status": ' } });
  expect(first.getByText(/found the end in line 1/)).toBeTruthy();
  fireEvent.change(first.getByRole('textbox', { name: 'Answer' }), { target: { value: '{ "status": "late" }' } });
  await userEvent.clear(first.getByRole('textbox', { name: 'When orderId is' }));
  await userEvent.clear(first.getByRole('textbox', { name: 'Status' }));
  await userEvent.type(first.getByRole('textbox', { name: 'Status' }), '201');
  expect(mocks().get('first')).toMatchObject({ when: {}, status: 201, body: { status: 'late' } });

  screen.getByRole('button', { name: 'Move Lost: arrow keys' }).focus();
  await userEvent.keyboard('{ArrowUp}');
  const names = () =>
    (documentOf(studio).children.get('getOrder') ?? []).map((id) => documentOf(studio).tables.mocks.get(id)?.name);
  expect(names()).toEqual(['Lost', 'On its way']);
  await userEvent.click(screen.getByRole('button', { name: 'Add example answer' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove Lost' }));
  expect(names()).toEqual(['On its way', 'Example 3']);
  expect(studio.editor.getState().selection).toEqual(['getOrder']);
});

test('confirmation and failure are said in the words of the talk', async () => {
  const studio = inspect(document, ['getOrder']);
  await userEvent.click(screen.getByRole('button', { name: 'Confirmation' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Ask first' }), 'Always');
  await userEvent.type(field('Question'), 'Shall I?');
  await userEvent.click(screen.getByRole('button', { name: 'When it fails' }));
  await userEvent.type(field('Say'), 'Sorry.');
  await userEvent.click(screen.getByRole('button', { name: 'Go to' }));
  await userEvent.keyboard('orders{Enter}');
  expect(action(studio)).toMatchObject({
    confirmation: { when: 'always', question: 'Shall I?' },
    onFailure: { message: 'Sorry.', transition: { conversation: 'orders', scene: null, turn: null } },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Remove the transition' }));
  await userEvent.clear(field('Say'));
  expect(action(studio).onFailure).toBeNull();
});

const result: EffectResult = {
  outcome: 'succeeded',
  origin: 'mocked',
  outputs: { order_status: 'shipped' },
  failure: null,
  detail: '',
  status: 200,
  duration: 84,
  attempts: 1,
  request: null,
  response: {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"status":"<b>shipped</b>"}',
    bytes: 28,
  },
};

test('the action is tried with arguments, and the result says where it comes from', async () => {
  const calls: [string, unknown][] = [];
  const host = {
    call: async (method: string, input: unknown) => {
      calls.push([method, input]);
      return succeed(result);
    },
    onEvent: () => () => undefined,
  } as unknown as HostClient;
  inspect(document, ['getOrder'], host);
  await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
  expect(screen.getByText('Still without a value: orderId')).toBeTruthy();
  await userEvent.type(field('orderId'), 'A-1');
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  const shown = within(await screen.findByRole('status', { name: 'Result' }));
  expect(calls).toEqual([
    [
      'action.run',
      expect.objectContaining({ action: 'getOrder', arguments: { orderId: 'A-1' }, mode: 'mock', file: null }),
    ],
  ]);
  for (const text of ['Succeeded', 'mocked', 'status 200', '84 ms', '"shipped"'])
    expect(shown.getAllByText(text)).not.toEqual([]);
  expect(shown.getByText(/"<b>shipped<\/b>"/)).toBeTruthy();
});

test('a live try that needs permission asks for it, and passes the answer on', async () => {
  let hear: (event: HostEvent) => void = () => undefined;
  let finish: (value: unknown) => void = () => undefined;
  const calls: [string, unknown][] = [];
  const host = {
    call: (method: string, input: unknown) => {
      calls.push([method, input]);
      return method === 'action.run' ? new Promise((resolve) => (finish = resolve)) : Promise.resolve(succeed({}));
    },
    onEvent: (listener: (event: HostEvent) => void) => {
      hear = listener;
      return () => undefined;
    },
  } as unknown as HostClient;
  inspect(document, ['getOrder'], host);
  await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  const { run } = need(calls.find(([method]) => method === 'action.run'))[1] as { run: string };
  // What is asked for a talk meanwhile is not about this.
  act(() => hear({ name: 'run.consentAsked', payload: { run: 'run-7', origin: 'https://example.com' } }));
  expect(screen.queryByRole('group', { name: 'Permission to call' })).toBeNull();
  act(() => hear({ name: 'run.consentAsked', payload: { run, origin: 'https://example.com' } }));
  await userEvent.click(
    within(screen.getByRole('group', { name: 'Permission to call' })).getByRole('button', { name: 'Allow' }),
  );
  expect(calls.at(-1)).toEqual(['run.consent', { run, origin: 'https://example.com', allowed: true }]);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(calls.at(-1)).toEqual(['action.cancel', { run }]);
  act(() => finish(succeed({ ...result, origin: 'live' })));
  await waitFor(() => expect(screen.getAllByText('live')).toHaveLength(2));
});

test('the form can be walked by keyboard, and every control has a name', async () => {
  const studio = inspect(document, ['getOrder']);
  const controls = window.document.querySelectorAll('input, textarea, select, button');
  const nameless = [...controls].filter((control) => {
    const labels = control instanceof HTMLButtonElement ? [] : [...((control as HTMLInputElement).labels ?? [])];
    return control.getAttribute('aria-label') === null && control.textContent === '' && labels.length === 0;
  });
  expect(nameless).toEqual([]);
  expect(controls.length).toBeGreaterThan(30);
  field('Name').focus();
  await userEvent.tab();
  expect(window.document.activeElement?.getAttribute('aria-label')).toBe('Show on the canvas');
  expect(depth(studio)).toBe(0);
});
