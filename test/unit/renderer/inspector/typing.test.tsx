// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { readSharedData } from '../../../builders/shared-data.ts';
import { depth, documentOf, field, inspect, intentIn } from './inspected.tsx';

const document = aScenario('Shop')
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where_is_order', { name: 'Where is it?', samples: ['where is it'] })
  .app('tell_status', { text: 'On its way.' })
  .build();

test('what is typed in one visit to a field is one step of the history', async () => {
  const studio = inspect(document, ['orders']);
  await userEvent.type(field('Name'), ' and more');
  expect(documentOf(studio).tables.conversations.get('orders')?.name).toBe('orders and more');
  expect(depth(studio)).toBe(1);
  await userEvent.tab();
  await userEvent.type(field('Name'), '!');
  expect(depth(studio)).toBe(2);
  act(() => studio.editor.undo());
  expect(field('Name').value).toBe('orders and more');
  act(() => studio.editor.undo());
  expect(field('Name').value).toBe('orders');
  expect(documentOf(studio)).toEqual(document);
});

test('Escape brings back what stood there, and leaves no step behind', async () => {
  const studio = inspect(document, ['status']);
  await userEvent.type(field('Description'), 'half a thought');
  expect(documentOf(studio).tables.scenes.get('status')?.description).toBe('half a thought');
  await userEvent.keyboard('{Escape}');
  expect(field('Description').value).toBe('');
  expect(documentOf(studio).tables.scenes.get('status')).toEqual(document.tables.scenes.get('status'));
  expect(depth(studio)).toBe(0);
});

test('what cannot be written stays in the field with the reason, also after looking at something else', async () => {
  const studio = inspect(document, ['where_is_order']);
  await userEvent.clear(field('Confidence'));
  await userEvent.type(field('Confidence'), '1.5');
  expect(screen.getByText('Expected a number from 0 to 1, found 1.5.')).toBeTruthy();
  expect(field('Confidence').getAttribute('aria-invalid')).toBe('true');
  expect(intentIn(studio, 'where_is_order').confidence).toBe(1);

  act(() => studio.editor.select(['tell_status']));
  act(() => studio.editor.select(['where_is_order']));
  expect(field('Confidence').value).toBe('1.5');
  await userEvent.type(field('Confidence'), '{Backspace}{Backspace}');
  expect(screen.queryByText(/Expected a number/)).toBeNull();
  await userEvent.type(field('Confidence'), '{Backspace}0.75');
  expect(intentIn(studio, 'where_is_order').confidence).toBe(0.75);
});

test('a change from elsewhere shows at once, whatever was being typed', async () => {
  const studio = inspect(document, ['orders']);
  await userEvent.type(field('Name'), ' typed here');
  act(() => {
    studio.editor.execute({
      kind: 'record.update',
      table: 'conversations',
      id: 'orders',
      changes: { name: 'From there' },
    });
  });
  expect(field('Name').value).toBe('From there');
});

test('the id of an intent goes along with its name while nobody says it', async () => {
  const studio = inspect(document, ['where_is_order']);
  await userEvent.clear(field('Intent id'));
  await userEvent.type(field('Intent id'), 'where_is_it');
  await userEvent.type(field('Name'), ' Please');
  expect(intentIn(studio, 'where_is_order')).toMatchObject({
    name: 'Where is it? Please',
    intentId: 'where_is_it_please',
  });
});

test('editing keeps the selection, so that the form stays', async () => {
  const studio = inspect(document, ['tell_status-message']);
  const { selection } = studio.editor.getState();
  await userEvent.type(field('Text'), ' Soon.');
  expect(studio.editor.getState().selection).toBe(selection);
  act(() => studio.editor.undo());
  act(() => studio.editor.redo());
  expect(studio.editor.getState().selection).toEqual(['tell_status-message']);
  expect(intentIn(studio, 'tell_status').messages[0]?.blocks).toEqual([{ kind: 'text', text: 'On its way. Soon.' }]);
});

describe('any text', () => {
  const corpus = readSharedData('corpora/blns/blns.json');
  const all = corpus === null ? [] : (JSON.parse(corpus) as string[]);
  // A field of one line cannot hold another, and the page itself makes every line break the same.
  const strings = all.filter((text) => text !== '' && !/[\r\n]/.test(text));
  const patience = 60_000;

  test.skipIf(corpus === null)(
    'goes through name and description byte for byte',
    () => {
      expect(strings.length).toBeGreaterThan(400);
      const studio = inspect(document, ['orders']);
      const [name, description] = [field('Name'), field('Description')];
      for (const text of strings) {
        fireEvent.change(name, { target: { value: text } });
        fireEvent.change(description, { target: { value: text } });
        const record = documentOf(studio).tables.conversations.get('orders');
        expect([record?.name, record?.description]).toEqual([text, text]);
      }
      expectNothingRan();
    },
    patience,
  );

  test.skipIf(corpus === null)(
    'goes through samples byte for byte, typed or pasted, and is shown as text',
    async () => {
      const studio = inspect(document, ['where_is_order']);
      const sample = field('Sample 1');
      for (const text of strings.filter((_, index) => index % 10 === 0)) {
        fireEvent.change(sample, { target: { value: text } });
        expect(intentIn(studio, 'where_is_order').samples[0]).toBe(text);
      }
      const lines = strings.filter((text, index) => index % 5 === 1 && text.trim() !== '');
      // As many at a time as are drawn at once.
      for (let from = 0; from < lines.length; from += 50) {
        const some = lines.slice(from, from + 50);
        await userEvent.click(field('New sample'));
        await userEvent.paste(some.join('\n'));
        expect(intentIn(studio, 'where_is_order').samples.slice(1)).toEqual(some);
        expect([...window.document.querySelectorAll('textarea')].map(({ value }) => value)).toEqual(
          expect.arrayContaining(some),
        );
        act(() => studio.editor.undo());
      }
      expectNothingRan();
    },
    patience,
  );
});

/** Markup in a text stays text. */
const expectNothingRan = (): void =>
  expect(window.document.querySelectorAll('script, img, iframe, object, [onerror], [onload]')).toHaveLength(0);
