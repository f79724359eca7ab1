import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EditorStore } from '../state/editor-store.ts';
import { useStudio } from '../state/studio.ts';

/** Examples of which world are on show in the form of an action; null: of every world, `all`: all of them. */
export type ShownWorld = string | null;
export const allWorlds = '';

const kept = new WeakMap<EditorStore, StoreApi<{ readonly world: ShownWorld }>>();

export function shownWorld(editor: EditorStore): StoreApi<{ readonly world: ShownWorld }> {
  const store = kept.get(editor) ?? createStore<{ readonly world: ShownWorld }>(() => ({ world: allWorlds }));
  kept.set(editor, store);
  return store;
}

export function useShownWorld(): readonly [ShownWorld, (world: ShownWorld) => void] {
  const store = shownWorld(useStudio().editor);
  return [useStore(store, ({ world }) => world), (world) => store.setState({ world })];
}
