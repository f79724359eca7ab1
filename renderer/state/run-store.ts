import { createStore } from 'zustand/vanilla';
import type { Waiting } from '../../shared/bridge/contract/event-contract.ts';
import type { RunMode } from '../../shared/bridge/contract/run-contract.ts';
import type { Failure } from '../../shared/bridge/contract/failure.ts';
import type { HostClient } from '../../shared/bridge/client.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import type { MessageOutput } from '../../shared/engine/output.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import type { Json } from '../../shared/base/json.ts';

/** One bubble of the talk, in the order things happened. `seq` is the trace event that explains it. */
export type Bubble =
  | { readonly kind: 'said'; readonly exchange: number; readonly seq: number; readonly text: string }
  | { readonly kind: 'replied'; readonly exchange: number; readonly seq: number; readonly message: MessageOutput };

export type RunState = {
  readonly run: string | null;
  readonly mode: RunMode;
  readonly waiting: Waiting | null;
  readonly bubbles: readonly Bubble[];
  /** All events of the session, `seq` 1 at index 0. Appended in batches, one per frame. */
  readonly events: readonly TraceEvent[];
  /** The trace event chosen in chat, trace or canvas; the three show the same one. */
  readonly chosen: number | null;
  readonly consentFor: string | null;
  readonly failure: Failure | null;
};

/** How one record takes part in the exchange being shown. Canvas nodes subscribe to their own id only. */
export type Highlight = 'searched' | 'rejected' | 'matched' | 'running' | 'succeeded' | 'failed' | 'selected' | 'changed';

export type RunActions = {
  readonly start: (text: string, file: string | null) => Promise<void>;
  readonly reload: (text: string) => Promise<void>;
  readonly say: (utterance: Utterance) => Promise<void>;
  readonly confirm: (approved: boolean) => Promise<void>;
  readonly setAttribute: (reference: string, value: Json) => Promise<void>;
  readonly setMode: (mode: RunMode) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly answerConsent: (allowed: boolean) => Promise<void>;
  readonly choose: (seq: number | null) => void;
};

export type { HostClient };
export const emptyRun: RunState = {
  run: null,
  mode: 'mock',
  waiting: null,
  bubbles: [],
  events: [],
  chosen: null,
  consentFor: null,
  failure: null,
};

export const createRunState = () => createStore<RunState>(() => emptyRun);
