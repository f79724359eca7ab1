import { expect, test } from 'vitest';
import { bundleOfActions } from '../../../../../shared/exchange/bundle/bundle-of-actions.ts';
import { printBundle } from '../../../../../shared/exchange/bundle/export-bundle.ts';
import { planActionPaste } from '../../../../../shared/exchange/bundle/plan-action-paste.ts';
import { readBundle } from '../../../../../shared/exchange/bundle/read-bundle.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { after } from '../../../../builders/run-command.ts';

const shop = (): Document => {
  const document = aScenario('Shop')
    .withAttribute('order_status')
    .withAttribute('unrelated')
    .withIntegration('desk', { baseUrl: 'https://desk.example.com' })
    .withIntegration('other', { baseUrl: 'https://other.example.com' })
    .withApiAction('getOrder', {
      request: { integration: 'desk', path: '/orders/$id', headers: [{ name: 'X-Api-Key', value: 'abc' }] },
      outputs: { order_status: 'string' },
      mocks: [{ id: 'way', name: 'On its way', body: { status: 'shipped' } }],
    })
    .withApiAction('refund')
    .build();
  const add = { kind: 'action.add', actionKind: 'workflow', name: 'both', into: null } as const;
  const steps = [
    { kind: 'each', name: 'all', list: { kind: 'value', value: [1] }, limit: 5, steps: [step('getOrder')] },
  ];
  return after(document, add, { kind: 'record.update', table: 'actions', id: 'both', changes: { steps } as never });
};
const step = (action: string) => ({
  kind: 'action',
  name: action,
  action,
  inputs: {},
  conditions: [],
  stopOnFailure: true,
});

/** As it travels: printed, and read again. */
function travelled(document: Document, ...ids: readonly string[]) {
  const read = readBundle(printBundle(bundleOfActions(document, ids, 'hash')));
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}
const pasted = (document: Document, bundle: ReturnType<typeof travelled>) => {
  const paste = planActionPaste(document, bundle);
  return { paste, document: after(document, { kind: 'records.put', label: 'Paste', puts: paste.puts }) };
};

test('a workflow takes along what its steps run, what that speaks of, and the service without its secrets', () => {
  const bundle = travelled(shop(), 'both');
  expect(bundle.actions.map(({ name }) => name)).toEqual(['both', 'getOrder']);
  expect(bundle.attributes.map(({ name }) => name)).toEqual(['order_status']);
  expect(bundle.integrations.map(({ id }) => id)).toEqual(['desk']);
  expect(bundle.mocks.map(({ name }) => name)).toEqual(['On its way']);
  expect(JSON.stringify(bundle)).not.toContain('abc');
  expect(JSON.stringify(bundle)).toContain('{secret.x_api_key}');
});

test('in an empty scenario everything comes in under its own name, and is joined as it was', () => {
  const { paste, document } = pasted(aScenario('Other').build(), travelled(shop(), 'both'));
  expect(paste.notes).toEqual([]);
  const { actions, integrations, mocks } = document.tables;
  const [order] = [...actions.values()].filter(({ name }) => name === 'getOrder');
  expect(actions.find(({ name }) => name === 'both')).toMatchObject({ steps: [{ steps: [{ action: order?.id }] }] });
  expect(order).toMatchObject({ request: { integration: [...integrations.keys()][0] } });
  expect([...mocks.values()]).toMatchObject([{ action: order?.id, name: 'On its way' }]);
});

test('beside itself it gets new ids and a numbered name; the same service and the same attribute are shared', () => {
  const { paste, document } = pasted(shop(), travelled(shop(), 'getOrder'));
  expect(paste.notes).toEqual(['There is an action “getOrder” here already, so it came in as “getOrder2”.']);
  expect(document.tables.actions.find(({ name }) => name === 'getOrder2')?.id).not.toBe('getOrder');
  expect(document.tables.attributes.size).toBe(shop().tables.attributes.size);
  // The header was a secret typed in, so the service is the same and the request is not.
  expect([...document.tables.integrations.keys()].toSorted()).toEqual(['desk', 'other']);
});

test('an attribute of another type, another service of the name, and a place that is not here are told', () => {
  const failing = after(shop(), {
    kind: 'record.update',
    table: 'actions',
    id: 'getOrder',
    changes: { onFailure: { message: '', transition: { conversation: 'gone', scene: null, turn: null } } },
  });
  const here = aScenario('Other')
    .withAttribute('order_status', 'int')
    .withIntegration('desk', { baseUrl: 'https://elsewhere.example.com' })
    .build();
  const { paste, document } = pasted(here, travelled(failing, 'getOrder'));
  expect(paste.notes).toEqual([
    '“order_status” is int here and was string there; it stays as it is here.',
    expect.stringContaining('There is an integration “desk” here already'),
    '“getOrder” led elsewhere when it failed; that place is not here, so the talk goes on.',
  ]);
  expect([...document.tables.attributes.values()]).toMatchObject([{ type: 'int' }]);
  expect(document.tables.actions.find(({ name }) => name === 'getOrder')?.onFailure?.transition).toBeNull();
});
