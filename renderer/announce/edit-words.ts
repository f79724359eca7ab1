import type { Document } from '../../shared/model/document.ts';
import type { EditorState } from '../state/editor-store.ts';
import { orderWords, placeWords, recordTitle } from './place-words.ts';

/** What an edit, an undo or a redo did; null for what is heard anyway, such as one's own typing. */
export function editWords(state: EditorState, before: EditorState, isTyping: boolean): string | null {
  const { history, document, selection } = state;
  if (history === before.history || document === before.document) return null;
  const done = history.past?.entry;
  const last = before.history.past?.entry;
  if (last !== undefined && history.future?.entry === last) return `Undone: ${last.label}`;
  if (done !== undefined && done === before.history.future?.entry) return `Done again: ${done.label}`;
  if (done === undefined || (isTyping && done.merge !== null)) return null;
  const [only] = selection;
  if (only === undefined || selection.length > 1 || selection !== before.selection) return done.label;
  const [was, is] = [orderWords(before.document, only), orderWords(document, only)];
  return was === is ? done.label : `${done.label}: ${recordTitle(document, only)}, ${is}`;
}

/** What is chosen, as far as nothing says it already. */
export function selectionWords(
  document: Document,
  selection: readonly string[],
  problemsOf: (id: string) => number,
  speaker: { readonly node: string | null; readonly isOther: boolean },
): string | null {
  const [only] = selection;
  if (only === undefined) return speaker.isOther ? null : 'Nothing chosen';
  if (selection.length > 1)
    return `${selection.length} chosen, ${recordTitle(document, selection.at(-1) ?? only)} last`;
  if (speaker.isOther) return null;
  const place = placeWords(document, only, problemsOf(only));
  if (speaker.node === only) return place === '' ? null : place;
  return [recordTitle(document, only), place].filter(Boolean).join(', ');
}
