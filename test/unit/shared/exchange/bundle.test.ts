import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { applyDiff } from '../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../shared/commands/plan-command.ts';
import { bundleJsonSchema } from '../../../../shared/exchange/bundle/bundle-schema.ts';
import { exportBundle, printBundle } from '../../../../shared/exchange/bundle/export-bundle.ts';
import { planBundleImport, putsOfImport } from '../../../../shared/exchange/bundle/plan-bundle-import.ts';
import { readBundle } from '../../../../shared/exchange/bundle/read-bundle.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { asId } from '../../../../shared/model/ids.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const shop = (): Document =>
  aScenario('Shop')
    .withAttribute('order_id')
    .withAttribute('status')
    .withAttribute('unrelated')
    .withIntegration('desk', {
      baseUrl: 'https://ada:hunter22@desk.example',
      headers: [{ name: 'Authorization', value: 'Bearer sk-live-1' }],
      authentication: { kind: 'bearer', secret: 'desk_key' },
    })
    .withApiAction('getOrder', {
      request: {
        integration: 'desk',
        path: '/orders/$orderId',
        headers: [
          { name: 'x-api-key', value: 'sk-live-2' },
          { name: 'x-trace', value: 'plain' },
        ],
      },
      outputs: { status: 'string' },
      mocks: [{ when: { orderId: 'A-1' }, body: { status: 'shipped' } }],
    })
    .withConversation('Orders')
    .withScene('Ask')
    .withTurn('Status')
    .user('where_is_order', {
      samples: ['where is my order'],
      actions: [{ action: 'getOrder', inputs: { orderId: 'user.order_id' }, outputs: { status: 'user.status' } }],
    })
    .build();

const roundTrip = (document: Document): Document => {
  const bundle = readBundle(printBundle(exportBundle(document, 'hash')));
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.failure));
  const empty = aScenario('Empty').build();
  const puts = putsOfImport(planBundleImport(empty, bundle.value), new Set());
  const plan = planCommand(empty, { kind: 'records.put', label: 'Import bundle', puts });
  if (!plan.ok) throw new Error(plan.failure.sentence);
  return applyDiff(empty, plan.value.diff);
};

test('a bundle holds what an engineer needs: actions with every argument, mappings, attributes, answers', () => {
  const bundle = exportBundle(shop(), 'hash');
  expect(bundle).toMatchObject({
    format: 'parley.bundle',
    version: 1,
    name: 'Shop',
    generatedFrom: { scenario: 'shop', program: 'hash' },
    actions: [{ id: 'getOrder', inputs: [{ name: 'orderId', required: true }] }],
    integrations: [{ id: 'desk', authentication: { kind: 'bearer', secret: 'desk_key' } }],
    mappings: [
      {
        intent: 'where_is_order',
        path: ['Orders', 'Ask', 'Status'],
        moment: 'afterMatch',
        action: 'getOrder',
        inputs: { orderId: { kind: 'reference', reference: 'user.order_id' } },
        outputs: { status: 'user.status' },
      },
    ],
    mocks: [{ action: 'getOrder', body: { status: 'shipped' } }],
  });
  expect(bundle.attributes.map(({ name }) => name)).toEqual(['order_id', 'status']);
});

test('a bundle names secrets and holds none, even those typed into a request', () => {
  const text = printBundle(exportBundle(shop(), 'hash'));
  for (const secret of ['sk-live-1', 'sk-live-2', 'hunter22']) expect(text).not.toContain(secret);
  expect(text).toContain('{secret.x_api_key}');
  expect(text).toContain('"value": "plain"');
});

test('a bundle fits the published schema, and the schema refuses what is no bundle', () => {
  const validate = new Ajv2020({ strict: false }).compile(bundleJsonSchema());
  expect(validate(JSON.parse(printBundle(exportBundle(shop(), 'hash'))))).toBe(true);
  expect(validate({ format: 'parley.bundle', version: 1 })).toBe(false);
});

test('imported into an empty scenario, actions, attributes, integrations and answers are there', () => {
  const { tables } = roundTrip(shop());
  expect([...tables.actions.keys(), ...tables.integrations.keys(), ...tables.mocks.keys()]).toEqual([
    'getOrder',
    'desk',
    'getOrder-example',
  ]);
  expect([...tables.attributes.values()].map(({ name }) => name).toSorted()).toEqual(['order_id', 'status']);
});

test('exporting what was imported gives the same actions: nothing is lost on the way', () => {
  const first = exportBundle(shop(), 'hash');
  const second = exportBundle(roundTrip(shop()), 'hash');
  expect({ actions: second.actions, mocks: second.mocks, integrations: second.integrations }).toEqual({
    actions: first.actions,
    mocks: first.mocks,
    integrations: first.integrations,
  });
});

test('records that are here already are same, in conflict, or blocked by another kind of record', () => {
  const bundle = exportBundle(shop(), 'hash');
  const here = aScenario('Here')
    .withAttribute('order_id', 'int', { id: asId('other-id') })
    .withApiAction('getOrder', { description: 'Mine.' })
    .withConversation('desk')
    .build();
  const meets = planBundleImport(here, bundle).map(({ id, meets: how }) => `${id} ${how}`);
  expect(meets).toEqual(['order_id same', 'status new', 'desk blocked', 'getOrder conflict', 'getOrder-example new']);
  const kept = putsOfImport(planBundleImport(here, bundle), new Set());
  expect(kept.map(({ record }) => record.id)).toEqual(['status', 'getOrder-example']);
  const replaced = putsOfImport(planBundleImport(here, bundle), new Set(['getOrder']));
  expect(replaced.map(({ record }) => record.id)).toEqual(['status', 'getOrder', 'getOrder-example']);
});

test.each([
  ['not JSON', 'nope', ''],
  ['another file', '{"format": "parley.scenario", "version": 1}', '/format'],
  ['a newer version', '{"format": "parley.bundle", "version": 2}', '/version'],
  ['a missing part', '{"format": "parley.bundle", "version": 1, "name": "x"}', '/actions'],
])('%s is refused with the place', (_what, text, pointer) => {
  expect(readBundle(text)).toMatchObject({
    ok: false,
    failure: expect.arrayContaining([expect.objectContaining({ pointer })]) as unknown,
  });
});
