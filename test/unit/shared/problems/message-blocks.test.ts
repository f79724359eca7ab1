import { expect, test } from 'vitest';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { saying, silent } from './sound-talk.ts';

test('blocks are incomplete where something they need is missing, each at its field', () => {
  const missing = (...blocks: readonly object[]): readonly string[] =>
    checkScenario(saying(...blocks)).flatMap(({ code, field }) => (code === 'P031-incomplete-block' ? [field] : []));
  const size = { name: 'size', type: 'select' };
  const incomplete: readonly (readonly [block: object, fields: string])[] = [
    [{ kind: 'button', text: 'x', buttons: [{ text: ' ' }] }, 'buttons.0.text'],
    [
      { kind: 'button', text: 'x', buttons: [{ text: 'x', target: { kind: 'link', url: '' } }] },
      'buttons.0.target.url',
    ],
    [{ kind: 'audio' }, 'url'],
    [{ kind: 'rich' }, 'text'],
    [{ kind: 'rich', text: 'x', image: {} }, 'image.source'],
    [{ kind: 'form', text: 'x' }, 'elements'],
    [{ kind: 'form', text: 'x', elements: [{}] }, 'elements.0.name'],
    [{ kind: 'fullPageForm', text: 'x', elements: [size] }, 'elements.0.options'],
    [{ kind: 'list' }, 'items'],
    [{ kind: 'list', items: [{ kind: 'empty' }, { kind: 'image' }] }, 'items.1.source'],
    [{ kind: 'handToSystem' }, 'system'],
    [{ kind: 'attribute' }, 'reference'],
    [{ kind: 'datePicker' }, 'text callback attribute'],
    [{ kind: 'autocomplete' }, 'title callback options attribute'],
    [{ kind: 'autocomplete', endpoint: {} }, 'title callback endpoint.url endpoint.queryParameter attribute'],
    [{ kind: 'addressAutocomplete' }, 'title callback options attribute'],
    [{ kind: 'addressAutocomplete', provider: 'google' }, 'title callback attribute'],
    ...['location', 'fileUpload', 'eSign'].map((kind) => [{ kind }, 'attribute'] as const),
  ];
  for (const [block, fields] of incomplete)
    expect([block, missing({ kind: 'empty' }, block)]).toEqual([
      block,
      fields
        .split(' ')
        .map((field) => `blocks.1.${field}`)
        .toSorted(),
    ]);
  expect(missing({ kind: 'form', text: 'x', elements: [{ ...size, optionsFrom: 'user.sizes' }] })).toEqual([]);
  expect(missing({ kind: 'empty' }, { kind: 'meta' }, { kind: 'cta', text: 'x' }, { kind: 'longText' })).toEqual([]);
});

test('a card in a list has as much room for buttons as one alone', () => {
  const buttons = ['a', 'b', 'c', 'd'].map((text) => ({ text }));
  const card = { kind: 'rich', text: 'Choose', buttons };
  const found = checkScenario(saying({ kind: 'list', items: [card, { ...card, kind: 'fullPageRich' }] }));
  expect(found.map(({ code, field }) => [code, field])).toEqual([
    ['P032-too-many-buttons', 'blocks.0.items.0.buttons'],
  ]);
});

test('what waits for an answer stands alone and last; what is not seen does not count', () => {
  const order = (...blocks: readonly object[]): boolean =>
    checkScenario(saying(...blocks)).some(({ code }) => code === 'P030-block-order');
  const buttons = { kind: 'button', text: '', buttons: [{ text: 'Yes' }] };
  expect(order({ kind: 'text', text: 'Well?' }, buttons, { kind: 'meta' })).toBe(false);
  expect(order(buttons, { kind: 'location', attribute: 'place' })).toBe(true);
});

test('a message that takes nothing typed is no dead end where something can be pressed', () => {
  const isDeadEnd = (...blocks: readonly object[]): boolean =>
    checkScenario(silent(...blocks)).some(({ code }) => code === 'P037-dead-end-message');
  const card = { kind: 'rich', text: 'A hat' };
  expect(isDeadEnd({ kind: 'list', items: [card] })).toBe(true);
  expect(isDeadEnd({ kind: 'list', items: [{ ...card, callback: 'buy' }] })).toBe(false);
  expect(isDeadEnd({ ...card, buttons: [{ text: 'Buy' }] })).toBe(false);
  expect(isDeadEnd({ kind: 'location', attribute: 'place' })).toBe(false);
});
