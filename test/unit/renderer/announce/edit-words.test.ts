import { expect, test } from 'vitest';
import { editWords, selectionWords } from '../../../../renderer/announce/edit-words.ts';
import { createEditorStore, type EditorState } from '../../../../renderer/state/editor-store.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const document = aScenario()
  .withApiAction('lookUp')
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { actions: [{ id: 'use', action: 'lookUp' }] })
  .app('tell')
  .withTurn('more')
  .build();

/** Everything that is said while something is done to the document. */
function said(doing: (editor: ReturnType<typeof createEditorStore>) => void, isTyping = false): string[] {
  const editor = createEditorStore(document);
  const heard: string[] = [];
  editor.subscribe((state: EditorState, before) => {
    const words = editWords(state, before, isTyping);
    if (words !== null) heard.push(words);
  });
  doing(editor);
  return heard;
}

test('an edit, undoing and redoing it are told by name', () => {
  const heard = said((editor) => {
    editor.execute({ kind: 'note.add', text: 'Hi', at: { x: 0, y: 0 } });
    editor.undo();
    editor.redo();
  });
  expect(heard).toEqual(['Add note', 'Undone: Add note', 'Done again: Add note']);
});

test('what was moved is told with its new place', () => {
  const heard = said((editor) => {
    editor.select(['ask']);
    editor.execute({ kind: 'level.move', id: 'ask', parent: 'find', before: null }, null, true);
  });
  expect(heard).toEqual(['Move turn: turn ask, last of 2 in scene find']);
});

test('one’s own typing is not repeated letter by letter', () => {
  const type = (editor: ReturnType<typeof createEditorStore>): void => {
    editor.execute({ kind: 'scenario.update', changes: { name: 'S' } }, 'name');
  };
  expect(said(type, true)).toEqual([]);
  expect(said(type)).toHaveLength(1);
});

const nobody = { node: null, isOther: false };
const noProblems = (): number => 0;

test('a choice is told whole where nothing else says it, and only with its place where the node says its name', () => {
  const tell = (speaker: typeof nobody | { node: string; isOther: boolean }) =>
    selectionWords(document, ['where'], () => 2, speaker);
  expect(tell(nobody)).toMatch(/^USER intent where, first of 2 in turn ask, .*2 problems$/);
  expect(tell({ node: 'where', isOther: false })).toMatch(/^first of 2 in turn ask, .*2 problems$/);
  expect(tell({ node: null, isOther: true })).toBeNull();
});

test.each([
  [['use'], 'action lookUp, alone on where'],
  [['where', 'tell'], '2 chosen, APP intent tell last'],
  [[], 'Nothing chosen'],
])('%j is told as %s', (selection, words) => {
  expect(selectionWords(document, selection, noProblems, nobody)).toBe(words);
});
