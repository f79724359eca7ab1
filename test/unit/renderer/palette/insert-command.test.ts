import { expect, test } from 'vitest';
import { insertCommand } from '../../../../renderer/palette/insert-command.ts';
import type { PaletteItem } from '../../../../renderer/palette/palette-item.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after, planned } from '../../../builders/run-command.ts';

const at = { x: 120, y: 80 };
const empty = aScenario().build();
const document = aScenario()
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where_is_order')
  .withTurn('again')
  .build();
const inserted = (into: Document, selected: string | undefined, item: PaletteItem): Document =>
  after(into, insertCommand(into, selected, item, at));
const named = (
  of: Document,
  table: 'conversations' | 'scenes' | 'turns' | 'intents' | 'actions' | 'contexts',
): string[] => [...of.tables[table].values()].map(({ name }) => name).sort();

test('an intent goes into the turn that is selected, or holds what is selected', () => {
  const item = { item: 'intent', speaker: 'APP' } as const;
  for (const [selected, turn] of [
    ['again', 'again'],
    ['where_is_order', 'ask'],
  ]) {
    const added = inserted(document, selected, item).tables.intents.find((intent) => intent.speaker === 'APP');
    expect(added?.turn).toBe(turn);
  }
});

test('on empty ground an intent, a scene or a turn brings what has to hold it, in one step', () => {
  const intent = inserted(empty, undefined, { item: 'intent', speaker: 'USER' });
  expect([intent.tables.conversations.size, intent.tables.scenes.size, intent.tables.turns.size]).toEqual([1, 1, 1]);
  const command = insertCommand(empty, undefined, { item: 'turn' }, at);
  expect(planned(empty, command).label).toBe('Add turn');
  const turn = inserted(inserted(empty, undefined, { item: 'turn' }), undefined, { item: 'turn' });
  expect([turn.tables.conversations.size, turn.tables.scenes.size, turn.tables.turns.size]).toEqual([2, 2, 2]);
  expect(inserted(empty, undefined, { item: 'scene' }).tables.scenes.size).toBe(1);
});

test('an action is attached to the selected intent, else stands on the canvas', () => {
  const item = { item: 'action', actionKind: 'api' } as const;
  expect(inserted(document, 'where_is_order', item).tables.intents.get('where_is_order')?.actions).toHaveLength(1);
  const [view] = [...inserted(document, 'ask', item).tables.views.values()];
  expect(view).toMatchObject({ kind: 'action', ...at });
});

test('contexts are shown; a custom one is made first, under a name nobody has', () => {
  const shown = inserted(document, undefined, { item: 'context', context: 'user' });
  expect([...shown.tables.views.values()]).toMatchObject([{ kind: 'context', shows: 'user', ...at }]);
  const custom = { item: 'context', context: 'custom' } as const;
  const twice = inserted(inserted(document, undefined, custom), undefined, custom);
  expect(named(twice, 'contexts')).toEqual(['basket', 'basket_2']);
  expect([...twice.tables.views.values()].map((view) => view.shows).sort()).toEqual(['basket', 'basket_2']);
});

test('levels go into the level above the selection', () => {
  const scene = inserted(document, 'where_is_order', { item: 'scene' });
  expect([...scene.tables.scenes.values()].map((one) => one.conversation)).toEqual(['orders', 'orders']);
  expect(inserted(document, 'orders', { item: 'conversation' }).tables.conversations.size).toBe(2);
  expect(inserted(document, 'orders', { item: 'note' }).tables.notes.size).toBe(1);
});
