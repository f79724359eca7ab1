import { expect, test } from 'vitest';
import { nodeEntries, paneEntries, wireEntries } from '../../../../../renderer/canvas/gestures/canvas-menu-entries.ts';
import type { MenuEntry } from '../../../../../renderer/canvas/gestures/menu-entry.ts';
import { planRemoval } from '../../../../../renderer/canvas/gestures/plan-removal.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { after } from '../../../../builders/run-command.ts';
import { pictureOf, spotIn } from '../picture-of.ts';

const document = aScenario()
  .withApiAction('lookUp')
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { expects: ['user.a'], actions: [{ id: 'use', action: 'lookUp' }], transition: 'find' })
  .app('tell')
  .build();
const picture = pictureOf(document);
const at = { x: 0, y: 0 };
const labels = (entries: readonly MenuEntry[]): string[] =>
  entries.flatMap((entry) => (entry.kind === 'choice' ? [entry.label] : entry.kind === 'action' ? [entry.id] : []));
const clipboard = ['edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate'];
const closing = ['view.collapse', ...clipboard, 'Delete'];
const of = (id: string, ids = [id]): string[] => labels(nodeEntries(document, spotIn(picture, id), ids, at));

test('the menu of a node offers what can be done with it', () => {
  expect(of('where')).toEqual([
    'Edit text',
    'edit.rename',
    'edit.moveTo',
    'Open in the inspector',
    'Add API call',
    'Add action that sets attributes',
    'Add answer',
    'Go to where it leads',
    'Remove transition',
    ...clipboard,
    'Delete',
  ]);
  expect(of('tell')).toContain('Add what people reply');
  expect(of('tell')).not.toContain('Remove transition');
  expect(of('use')).toEqual(['Switch off', 'Open in the inspector', ...clipboard, 'Delete']);
  const [close, ...rest] = closing;
  expect(of('orders')).toEqual([
    'Rename',
    'Add scene',
    'Add USER intent',
    'Add APP intent',
    close,
    'edit.layOutFrame',
    'view.focusConversation',
    ...rest,
  ]);
  expect(of('ask')).toEqual(['Rename', 'Add USER intent', 'Add APP intent', 'edit.moveTo', ...closing]);
});

test('deleting from the menu of a selected node takes the whole selection', () => {
  expect(of('where', ['where', 'tell']).at(-1)).toBe('Delete 2 items');
});

test('a context that is drawn by itself can be kept, and not be deleted', () => {
  expect(of('user@ask')).toEqual(['Keep it here', 'Open in the inspector']);
});

test('the empty canvas offers what can be made there', () => {
  expect(labels(paneEntries(at))).toEqual(expect.arrayContaining(['Add USER intent', 'edit.paste', 'view.fit']));
});

test('a wire can be taken away, a transition also be followed; where the talk runs an action can be put on it', () => {
  const of = (kind: string) =>
    labels(wireEntries(document, need(picture.wires.find((one) => one.kind === kind)), picture));
  expect(of('transition').slice(0, 2)).toEqual(['Go to where it leads', 'API call']);
  expect(of('transition').at(-1)).toBe('Delete');
  expect(of('data')).toEqual(['Delete']);
  expect(of('sequence')).toContain('Python');
  expect(of('sequence')).not.toContain('Delete');
});

test('an action put on a wire runs there', () => {
  const wire = need(picture.wires.find(({ id }) => id === 'sequence:where>use'));
  const entry = need(
    wireEntries(document, wire, picture).find((one) => one.kind === 'choice' && one.label === 'Python'),
  );
  if (entry.kind !== 'choice' || entry.choice.kind !== 'command') throw new Error('no command');
  const actions = need(after(document, entry.choice.command).tables.intents.get('where')).actions;
  expect(actions.map(({ id }) => id === 'use')).toEqual([false, true]);
});

test('records and wires are deleted as one step, also when the wires hang on the records', () => {
  const wires = picture.wires.filter((wire) => wire.kind !== 'sequence');
  const command = need(planRemoval(document, ['where', 'gone', document.scenario.id], wires));
  expect(command).toMatchObject({ kind: 'several', label: 'Delete' });
  const left = after(document, command);
  expect(left.tables.intents.has('where')).toBe(false);
  expect(left.tables.intents.has('tell')).toBe(true);
  expect(planRemoval(document, ['gone'], [])).toBeNull();
});
