import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EffectResult } from '../../shared/engine/effect.ts';
import type { ActionRecord } from '../../shared/model/action-record.ts';
import type { EditorStore } from '../state/editor-store.ts';

/** How an action ended when it was last tried by itself, and the action as it was then. */
export type LastTry = { readonly action: ActionRecord; readonly result: EffectResult; readonly at: number };
type LastTries = ReadonlyMap<string, LastTry>;

const kept = new WeakMap<EditorStore, StoreApi<LastTries>>();

/** The last try of each action, kept while the window is open; it belongs to no document and is never undone. */
export function lastTries(editor: EditorStore): StoreApi<LastTries> {
  const tries = kept.get(editor) ?? createStore<LastTries>(() => new Map());
  kept.set(editor, tries);
  return tries;
}

export const rememberTry = (editor: EditorStore, action: ActionRecord, result: EffectResult): void =>
  lastTries(editor).setState((tries) => new Map(tries).set(action.id, { action, result, at: Date.now() }), true);
