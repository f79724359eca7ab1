import { expect, test } from 'vitest';
import { createEditorStore } from '../../../../renderer/state/editor-store.ts';
import { hasUnsavedWork, isEdited, savedStateOf } from '../../../../renderer/state/saved-state.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { orderDocument } from '../../../builders/order-document.ts';
import { unwrap } from '../../../builders/unwrap.ts';

const file = { file: 'file-1', name: 'shop.parley.json', place: '/home/ada', hash: 'abc', trusted: true };
const rename = (name: string) => ({ kind: 'scenario.update', changes: { name } }) as const;

test('edited follows the content: undo, redo and typing the old words again', () => {
  const editor = createEditorStore(aScenario('Shop').build());
  editor.markSaved(editor.getState().document, file);
  const states = [savedStateOf(editor.getState())];
  const then = (act: () => void): void => {
    act();
    states.push(savedStateOf(editor.getState()));
  };
  then(() => editor.execute(rename('Store')));
  then(() => editor.undo());
  then(() => editor.redo());
  then(() => editor.execute(rename('Shop')));
  then(() => editor.execute({ kind: 'conversation.add', name: 'Orders' }));
  expect(states).toEqual(['saved', 'edited', 'saved', 'edited', 'saved', 'edited']);
});

test('a document read from what another was printed to is the same work', () => {
  const document = orderDocument();
  const again = unwrap(readScenario(printScenario(document))).document;
  expect(again).not.toBe(document);
  expect(isEdited(again, document)).toBe(false);
});

test('a record more, a record less and a record changed are each noticed', () => {
  const base = aScenario().withConversation('orders').build();
  const more = aScenario().withConversation('orders').withConversation('refunds').build();
  const changed = aScenario().withConversation('orders', { description: 'all of them' }).build();
  expect([isEdited(more, base), isEdited(base, more), isEdited(changed, base)]).toEqual([true, true, true]);
});

test('work without a file is new, then edited; given back or mended work counts as unsaved', () => {
  const editor = createEditorStore(aScenario('Shop').build());
  expect(savedStateOf(editor.getState())).toBe('new');
  expect(hasUnsavedWork(editor.getState())).toBe(false);
  editor.execute(rename('Store'));
  expect(savedStateOf(editor.getState())).toBe('edited');

  const { document } = editor.getState();
  editor.replace(document, file, { saved: document, recovered: true });
  expect([savedStateOf(editor.getState()), hasUnsavedWork(editor.getState())]).toEqual(['recovered', true]);
  editor.markSaved(document, file);
  expect(savedStateOf(editor.getState())).toBe('saved');

  editor.replace(document, null, { recovered: true, repairedFrom: { file: 'file-2', trusted: false } });
  expect([savedStateOf(editor.getState()), hasUnsavedWork(editor.getState())]).toEqual(['repaired', true]);
});
