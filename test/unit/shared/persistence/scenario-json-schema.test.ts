import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { scenarioJsonSchema } from '../../../../shared/persistence/scenario-json-schema.ts';
import { orderDocument } from '../../../builders/order-document.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(scenarioJsonSchema());
const good = JSON.parse(printScenario(orderDocument())) as JsonObject;

describe('the JSON Schema', () => {
  test('[F18] accepts what is written', () => {
    expect(validate(good) ? [] : validate.errors).toEqual([]);
  });

  test('[F18] accepts what may be left out and what nobody knows', () => {
    const small = { format: 'parley.scenario', version: 1, scenario: { id: 's', name: 'S', more: 1 }, later: {} };
    expect(validate(small) ? [] : validate.errors).toEqual([]);
    expect(readScenario(JSON.stringify(small)).ok).toBe(true);
  });

  test.each<[string, Json]>([
    ['no scenario', { format: 'parley.scenario', version: 1 }],
    ['another format', { ...good, format: 'other' }],
    ['another version', { ...good, version: 2 }],
    ['a group that is a list', { ...good, turns: [] }],
    ['an id that is none', { ...good, turns: { 'a b': { scene: 'main', name: '', order: 'a0' } } }],
    [
      'an id that reaches for a prototype',
      { ...good, turns: { constructor: { scene: 'main', name: '', order: 'a0' } } },
    ],
    ['a record without its parent', { ...good, turns: { a: { name: '', order: 'a0' } } }],
    [
      'a condition of another kind',
      { ...good, turns: { where: { scene: 'main', name: '', order: 'a0', conditions: [{ kind: 'maybe' }] } } },
    ],
    ['a note without a size', { ...good, canvas: { notes: { note: { text: '', x: 0, y: 0, width: 0, height: 1 } } } }],
    ['an action of no kind', { ...good, actions: { lookUp: { name: 'a', request: {} } } }],
  ])('[F18] refuses %s, as the reader does', (_, file) => {
    expect(validate(file)).toBe(false);
    expect(readScenario(JSON.stringify(file)).ok).toBe(false);
  });

  test('[F18] says what it is', () => {
    expect(scenarioJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:parley:schema:scenario:1',
      title: 'Parley scenario',
    });
  });
});
