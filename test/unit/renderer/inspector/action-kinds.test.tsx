// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { pythonMarks } from '../../../../renderer/inspector/action/kinds/python-marks.ts';
import { previewCalculation } from '../../../../renderer/inspector/action/kinds/preview-calculation.ts';
import { actionKindWords } from '../../../../shared/model/action-kind-words.ts';
import type { ActionKind, ActionOf, ActionRecord } from '../../../../shared/model/action-record.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after } from '../../../builders/run-command.ts';
import { depth, documentOf, field, inspect } from './inspected.tsx';

/** A new action of a kind, in its form, beside one that can be a step. */
function form<Kind extends ActionKind>(actionKind: Kind, changes: object = {}) {
  const base = aScenario('Shop')
    .withApiAction('getOrder', { request: { path: '/orders/$orderId' } })
    .build();
  const add = { kind: 'action.add', actionKind, name: 'fresh', into: null } as const;
  const fill = { kind: 'record.update', table: 'actions', id: 'fresh', changes } as never;
  const studio = inspect(after(base, add, fill), ['fresh']);
  return { studio, action: () => documentOf(studio).tables.actions.get('fresh') as ActionOf<Kind> };
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

test.each(Object.keys(actionKindWords) as ActionKind[])('%s has a form, with what every kind has', (kind) => {
  form(kind);
  for (const title of ['Confirmation', 'When it fails', 'Limits', 'Conditions', 'Used by'])
    expect(screen.getByRole('region', { name: new RegExp(`^${title}`) })).toBeTruthy();
});

test('limits are folded away; each is added by a switch, said in the header, and taken away again', async () => {
  const { studio, action } = form('llm');
  await press('Limits');
  await userEvent.click(screen.getByRole('switch', { name: 'Try again' }));
  await userEvent.click(screen.getByRole('switch', { name: 'Remember the result' }));
  const statuses = field('Statuses');
  await userEvent.clear(statuses);
  await userEvent.type(statuses, '500, 50');
  expect(screen.getByText(/Expected numbers from 100 to 599, found “50”/)).toBeTruthy();
  await userEvent.type(statuses, '4');
  expect(action()).toMatchObject({ retry: { times: 2, statuses: [500, 504] }, cache: { seconds: 300 } });
  expect(screen.getByText('10 s, 2 retries, remembered')).toBeTruthy();
  await userEvent.click(screen.getByRole('switch', { name: 'Try again' }));
  expect(action()).not.toHaveProperty('retry');
  studio.editor.undo();
  expect(action().retry?.statuses).toEqual([500, 504]);
});

test('checks of an input, example requests and default outputs', async () => {
  const { action } = form('validation');
  await press(/^email string/);
  await press(/^Checks/);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'E-mail address');
  await userEvent.type(field('Pattern'), '(');
  await press(/^Example requests/);
  await press('Add example');
  await userEvent.keyboard('Is this my address?');
  await press('When it fails');
  await userEvent.type(
    within(screen.getByRole('group', { name: 'Default outputs' })).getByRole('textbox', { name: 'reason' }),
    'x',
  );
  expect(action()).toMatchObject({
    inputs: [{ name: 'email', format: 'email', pattern: '(' }],
    examples: ['Is this my address?'],
    onFailure: { outputs: { reason: 'x' } },
  });
  expect(screen.getByText('1 default output')).toBeTruthy();
});

test('rules of a validation: a kind is chosen, then what must hold', async () => {
  const { action } = form('validation');
  await press('Add rule');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Availability' }));
  const rule = within(screen.getByRole('group', { name: 'Rule 2' }));
  await userEvent.click(rule.getByRole('button', { name: 'saturday' }));
  await userEvent.clear(rule.getByRole('textbox', { name: 'From' }));
  await userEvent.type(rule.getByRole('textbox', { name: 'From' }), '10:00{Enter}');
  await userEvent.type(rule.getByRole('textbox', { name: 'Reason' }), 'We are closed then.');
  expect(action().rules[1]).toEqual({
    kind: 'available',
    input: 'email',
    weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    from: '10:00',
    to: '17:00',
    reason: 'We are closed then.',
  });
});

test('a workflow: steps named after their action, mapped, nested in a loop, and each its own step of the history', async () => {
  const { studio, action } = form('workflow');
  const addStep = async (): Promise<void> => {
    await userEvent.click(screen.getAllByRole('button', { name: 'Add an action as a step' }).at(-1) as HTMLElement);
    await userEvent.click(screen.getByRole('option', { name: /getOrder/ }));
  };
  await addStep();
  await userEvent.type(screen.getByRole('textbox', { name: 'orderId' }), 'args.id');
  expect(screen.queryByText(/There is no context “args”/)).toBeNull();
  await userEvent.click(screen.getByRole('switch', { name: 'Stop on failure' }));
  await userEvent.click(screen.getByRole('button', { name: 'Loop or branches' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Loop' }));
  const before = depth(studio);
  await userEvent.click(
    within(screen.getByRole('group', { name: 'Step loop' })).getByRole('button', { name: 'Add an action as a step' }),
  );
  await userEvent.click(screen.getByRole('option', { name: /getOrder/ }));
  expect(depth(studio)).toBe(before + 1);
  expect(action().steps).toMatchObject([
    {
      kind: 'action',
      name: 'getOrder',
      inputs: { orderId: { kind: 'reference', reference: 'args.id' } },
      stopOnFailure: false,
    },
    { kind: 'each', name: 'loop', limit: 50, steps: [{ kind: 'action', name: 'getOrder2', action: 'getOrder' }] },
  ]);
});

test('a provider shows what it needs and nothing else; a knob that is not turned is not kept', async () => {
  const { action } = form('llm');
  expect(screen.queryByRole('button', { name: 'Tuning' })).toBeNull();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Provider' }), 'Anthropic');
  await press('Tuning');
  await userEvent.type(field('Temperature'), '0.2');
  expect(action()).toMatchObject({ provider: 'anthropic', temperature: 0.2 });
  await userEvent.clear(field('Temperature'));
  expect(action()).not.toHaveProperty('temperature');
});

test('success by class of status, with an expression where wanted', async () => {
  const { action } = form('api');
  await press('Success');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '4xx answers' }), 'Succeeds');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '2xx answers' }), 'Succeeds when…');
  await userEvent.type(screen.getByRole('textbox', { name: '2xx succeeds when' }), 'ok ==');
  expect(action().successes).toEqual({ '4xx': true, '2xx': 'ok ==' });
  expect(screen.getByText(/is not a JMESPath/)).toBeTruthy();
  await userEvent.click(screen.getByRole('switch', { name: 'Follow redirects' }));
  expect(action().request.followRedirects).toBe(true);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '2xx answers' }), 'Succeeds, as usual');
  expect(action().successes).toEqual({ '4xx': true });
});

test('a moment says what it would be now, or what in it cannot be read', async () => {
  form('dateTime', { modifier: '+1 week', format: 'yyyy' });
  expect(screen.getByText(/Now it would be/).textContent).toMatch(/"20\d\d"/);
  await userEvent.clear(field('Moved by'));
  await userEvent.type(field('Moved by'), 'sideways');
  expect(screen.queryByText(/Now it would be/)).toBeNull();
});

test('an example answer may fail instead, take turns, and belong to a world', async () => {
  const { studio } = form('api');
  await press('Add example answer');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'The service' }), 'Cannot be reached');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Given' }), 'In turn with others');
  const [mock] = [...documentOf(studio).tables.mocks.values()];
  expect(mock).toMatchObject({ failure: 'connectionFailed', pick: 'sequence' });
  expect(screen.queryByRole('textbox', { name: 'Answer' })).toBeNull();
});

test('a calculation is worked out while it is written; without its inputs only what cannot be read is told', () => {
  const inputs = [{ name: 'price', type: 'float', description: '', required: true, sensitive: false }] as const;
  const steps = [
    { name: 'net', expression: 'price * 2.0' },
    { name: 'gross', expression: 'net +' },
  ];
  expect(previewCalculation({ inputs, steps }, { price: 4 }, 0)).toMatchObject([{ value: 8 }, { problem: {} }]);
  expect(previewCalculation({ inputs, steps }, {}, 0)).toEqual([]);
  expect(previewCalculation({ inputs, steps: steps.toReversed() }, {}, 0)).toMatchObject([{ problem: {} }]);
});

test('what a script said when it failed is at its line, until the script is another', () => {
  const action = { kind: 'python', id: 'a', code: 'raise' } as unknown as ActionRecord;
  const result = { failure: 'codeFailed', detail: 'runScript, line 4: ValueError: on line 7: no' };
  const last = { action, result, at: 0 } as unknown as Parameters<typeof pythonMarks>[0];
  expect(pythonMarks(last, 'raise')).toEqual([{ line: 4, sentence: 'ValueError: on line 7: no' }]);
  expect(pythonMarks(last, 'pass')).toEqual([]);
  expect(pythonMarks(null, 'raise')).toEqual([]);
});

test('what is wrong in a step or a rule is said at it, open or closed, and not at the head of the form', () => {
  form('workflow', {
    steps: [
      {
        kind: 'each',
        name: 'loop',
        list: { kind: 'reference', reference: '' },
        limit: 5,
        steps: [
          { kind: 'action', name: 'getOrder', action: 'getOrder', inputs: {}, conditions: [], stopOnFailure: true },
        ],
      },
    ],
  });
  const loop = screen.getByRole('button', { name: /^loop 1 for each/ }).closest('.disclosure');
  expect(within(loop as HTMLElement).getByText(/has no list to go through/)).toBeTruthy();
  expect(screen.queryAllByText(/has no list to go through/)).toHaveLength(1);
});

test('an action takes the shape of a webhook: what it is called with stays, what travels is exactly that', async () => {
  const { studio, action } = form('api', {
    request: {
      integration: null,
      baseUrl: 'https://a.example',
      path: '/hook/$id',
      method: 'GET',
      headers: [],
      query: [],
      body: { kind: 'none' },
    },
    outputs: [{ name: 'status', type: 'string', description: 'Where it is', from: '', sensitive: false }],
  });
  const before = action();
  await press('Speak to a webhook');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Webhook, first shape' }));
  expect(action()).toMatchObject({
    request: { method: 'POST', baseUrl: 'https://a.example', path: '/hook/$id', body: { kind: 'json' } },
    outputs: [{ name: 'status', description: 'Where it is', from: 'output_data.attributes.status' }],
    succeedsWhen: 'successful',
  });
  const { body } = action().request;
  expect(JSON.parse('text' in body ? body.text : '')).toEqual({
    input_data: { attributes: { id: '$id' } },
    custom_data: [],
    instance_data: [],
  });
  await press('Speak to a webhook');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Webhook, second shape' }));
  expect(action()).toMatchObject({ successes: { '3xx': true, '4xx': false } });
  expect(action()).not.toHaveProperty('succeedsWhen');
  studio.editor.undo();
  studio.editor.undo();
  expect(action()).toEqual(before);
});
