import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EditorStore } from '../state/editor-store.ts';
import { useStudio } from '../state/studio.ts';

/** Examples of which world are on show in the form of an action; null: of every world, `allWorlds`: all of them. */
export type ShownWorld = string | null;
export const allWorlds = '';

type Shown = {
  readonly world: ShownWorld;
  /** Somebody asked to see them, and they have not been brought into view yet. */
  readonly isAsked: boolean;
};

const kept = new WeakMap<EditorStore, StoreApi<Shown>>();

export function shownWorld(editor: EditorStore): StoreApi<Shown> {
  const store = kept.get(editor) ?? createStore<Shown>(() => ({ world: allWorlds, isAsked: false }));
  kept.set(editor, store);
  return store;
}

export const useShownWorld = (): Shown => useStore(shownWorld(useStudio().editor));
