import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EditorStore } from '../state/editor-store.ts';
import type { ManagerTask } from '../state/manager-task.ts';
import { useStudio } from '../state/studio.ts';
import { showsAll, type RowFilter, type RowOrder } from './attribute-rows.ts';

export type ManagerPage = 'attributes' | 'contexts';
export type ManagerState = {
  readonly page: ManagerPage;
  readonly filter: RowFilter;
  readonly order: RowOrder;
  /** Ids of attributes whose members are shown. */
  readonly expanded: ReadonlySet<string>;
  /** Names of attributes that are selected. */
  readonly selected: ReadonlySet<string>;
  readonly task: ManagerTask | null;
};

const kept = new WeakMap<EditorStore, StoreApi<ManagerState>>();

/** How the manager was left: who goes to a place on the canvas and comes back finds it so. */
export function managerState(editor: EditorStore): StoreApi<ManagerState> {
  const store =
    kept.get(editor) ??
    createStore<ManagerState>(() => ({
      page: 'attributes',
      filter: showsAll,
      order: { by: 'name', isDown: false },
      expanded: new Set(),
      selected: new Set(),
      task: null,
    }));
  kept.set(editor, store);
  return store;
}

export const useManager = <Picked>(pick: (state: ManagerState) => Picked): Picked =>
  useStore(managerState(useStudio().editor), pick);

export function useManagerStore(): StoreApi<ManagerState> {
  return managerState(useStudio().editor);
}

/** Opens a task on the page it belongs to. */
export function showTask(store: StoreApi<ManagerState>, task: ManagerTask | null): void {
  const page =
    task === null ? null : task.kind === 'context' || task.kind === 'deleteContext' ? 'contexts' : 'attributes';
  store.setState(page === null ? { task } : { task, page });
}

/** A set with one member more, or less. */
export const toggled = (set: ReadonlySet<string>, member: string): ReadonlySet<string> =>
  set.has(member) ? new Set([...set].filter((one) => one !== member)) : new Set([...set, member]);
