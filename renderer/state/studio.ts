import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { HostClient } from '../../shared/bridge/client.ts';
import type { Journal } from './autosave.ts';
import type { EditorState, EditorStore } from './editor-store.ts';
import type { RunState } from './run-store.ts';
import type { RunStore } from './create-run-store.ts';
import type { UiState, UiStore } from './ui-store.ts';
import { invariant } from '../../shared/base/invariant.ts';

/** Everything a component may need, made once per window and passed down by one context. */
export type Studio = {
  readonly host: HostClient;
  readonly editor: EditorStore;
  readonly ui: UiStore;
  readonly run: RunStore;
  readonly journal: Journal;
  /** Decides how keys are named and where the menus are. */
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
};

export const StudioContext = createContext<Studio | null>(null);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  invariant(studio !== null, 'components live inside StudioContext');
  return studio;
}

export const useEditor = <Picked>(pick: (state: EditorState) => Picked): Picked => useStore(useStudio().editor, pick);
export const useUi = <Picked>(pick: (state: UiState) => Picked): Picked => useStore(useStudio().ui, pick);
export const useRun = <Picked>(pick: (state: RunState) => Picked): Picked => useStore(useStudio().run, pick);
