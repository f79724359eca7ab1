import type { StoreApi } from 'zustand/vanilla';
import type { Highlight, RunActions, RunState } from './run-store.ts';

/**
 * The running talk. State for the panels; highlights by record id, so that a trace event at 60 a second re-renders the
 * nodes it touches and nothing else.
 */
export type RunStore = Pick<StoreApi<RunState>, 'getState' | 'getInitialState' | 'subscribe'> &
  RunActions & {
    readonly highlightOf: (id: string) => Highlight | null;
    readonly onHighlight: (id: string, listener: () => void) => () => void;
  };
