import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../../../shared/base/json.ts';
import type { DescribedService } from '../../../../../shared/exchange/services/described-service.ts';
import { planServices } from '../../../../../shared/exchange/services/plan-service.ts';
import { readServices } from '../../../../../shared/exchange/services/read-services.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { after } from '../../../../builders/run-command.ts';

const document = aScenario().withIntegration('shop').build();
const taken = (services: readonly DescribedService[]) =>
  after(document, { kind: 'records.put', label: 'Add', puts: planServices(document, services) });

test('OpenAPI says what a service is called, where it is, and what it can do', () => {
  const described: Json = {
    openapi: '3.1.0',
    info: { title: 'Orders', description: 'All about orders.' },
    servers: [{ url: 'https://{region}.example.com/v1/', variables: { region: { default: 'eu' } } }],
    paths: {
      '/orders/{order-id}': {
        parameters: [{ name: 'order-id', in: 'path' }],
        get: { operationId: 'getOrder', summary: 'One order' },
        delete: { summary: 'Give it up' },
      },
      'x-notes': { get: {} },
    },
  };
  expect(readServices(described)).toEqual([
    {
      name: 'Orders',
      description: 'All about orders.',
      baseUrl: 'https://eu.example.com/v1',
      operations: [
        { name: 'getOrder', description: 'One order', method: 'GET', path: '/orders/$order_id' },
        { name: 'Give it up', description: 'Give it up', method: 'DELETE', path: '/orders/$order_id' },
      ],
    },
  ]);
  const swagger: Json = { swagger: '2.0', info: {}, host: 'a.example', basePath: '/b', schemes: ['http'], paths: {} };
  expect(readServices(swagger)).toMatchObject([{ baseUrl: 'http://a.example/b', operations: [] }]);
});

test('a Postman collection is one service for each address it calls, without its secrets', () => {
  const collection: Json = {
    info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [{ key: 'base', value: 'https://shop.example' }],
    item: [
      {
        name: 'Folder',
        item: [
          {
            name: 'One',
            request: {
              method: 'get',
              url: { raw: '{{base}}/orders/:id?x=1' },
              header: [{ key: 'Authorization', value: 'Bearer sk-1' }],
            },
          },
        ],
      },
      { name: 'Two', request: 'https://bank.example/pay/{{amount}}' },
    ],
  };
  const services = readServices(collection);
  expect(services).toMatchObject([
    {
      name: 'Shop: shop.example',
      baseUrl: 'https://shop.example',
      operations: [{ method: 'GET', path: '/orders/$id' }],
    },
    { name: 'Shop: bank.example', baseUrl: 'https://bank.example', operations: [{ path: '/pay/$amount' }] },
  ]);
  expect(JSON.stringify(services)).not.toContain('sk-1');
  const made = taken([...services, ...services]);
  expect([...made.tables.integrations.values()].map(({ name }) => name)).toContain('Shop: shop.example 2');
  expect(made.tables.integrations.size).toBe(5);
});

const folder = fileURLToPath(new URL('../../../../../../shared/samples/', import.meta.url));
const samples = ['openapi/hopService.yaml', 'openapi/TaxFactDataService.json', 'openapi/swagger2-petstore.json'];
const collections = [
  'postman/nested-v2-collection.json',
  'postman/postman-v21-wrapped.json',
  'postman/postman-with-examples.json',
  'postman/sample-collection.json',
];

test.runIf(existsSync(folder))('descriptions of others come in whole, and make valid integrations', () => {
  for (const name of [...samples.slice(1), ...collections]) {
    const services = readServices(JSON.parse(readFileSync(folder + name, 'utf8')) as Json);
    expect(services.flatMap(({ operations }) => operations).length).toBeGreaterThan(0);
    const made = taken(services);
    expect(made.tables.integrations.size).toBe(1 + services.length);
  }
});
if (!existsSync(folder)) console.log('The samples of others are not here, so they are not read.');

test('whatever JSON it is, reading it comes to an end', () => {
  const key = fc.constantFrom(
    'openapi',
    'paths',
    'info',
    'item',
    'request',
    'url',
    'raw',
    'servers',
    'schema',
    '/a',
    'get',
  );
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('3.0.0', 'postman', 'https://{a}', '{{b}}/c', ''),
      fc.constant(null),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(key, tie('json'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(fc.property(json, (any) => Array.isArray(readServices(any))));
});
