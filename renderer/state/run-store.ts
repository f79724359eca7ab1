import { createStore } from 'zustand/vanilla';
import type { Json } from '../../shared/base/json.ts';
import type { Waiting } from '../../shared/bridge/contract/event-contract.ts';
import type { Failure } from '../../shared/bridge/contract/failure.ts';
import type { RunMode } from '../../shared/bridge/contract/run-contract.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import type { Bubble } from './run-bubbles.ts';
import { noCalls, type ActionCall } from './run-calls.ts';
import type { ExchangeTrace } from './run-trace.ts';
import { noVariables, type Variables } from './run-variables.ts';

/** What has been shown of the talk so far. Everything grows one picture frame at a time, never event by event. */
export type RunState = {
  readonly run: string | null;
  readonly mode: RunMode;
  /** The id of the world example answers come from; null: those of every world. */
  readonly world: string | null;
  /** The environment integrations are used in; null: as they stand. */
  readonly environment: string | null;
  /** A language of the scenario the talk is in; null: the person's, else the one it is written in. */
  readonly language: string | null;
  /** A person has the talk, at the hand-off desk. */
  readonly isAtDesk: boolean;
  readonly starting: boolean;
  /** Whose turn it is; null while there is no talk. */
  readonly waiting: Waiting | null;
  /** More has happened than is shown yet: the rest follows at the chosen pace. */
  readonly playing: boolean;
  readonly bubbles: readonly Bubble[];
  /** What was said and is not heard yet; empty for what nobody is to see. */
  readonly unheard: readonly string[];
  /** The trace, one entry an exchange, oldest first. Very old ones are let go of. */
  readonly exchanges: readonly ExchangeTrace[];
  readonly variables: Variables;
  readonly calls: readonly ActionCall[];
  /** The trace event chosen in chat, trace or canvas; the three show the same one. */
  readonly chosen: number | null;
  readonly consentFor: ConsentAsked | null;
  readonly failure: Failure | null;
  readonly edits: Edits;
};

/** May this scenario call that origin? `secret` names the secret that would be sent there. */
export type ConsentAsked = { readonly origin: string; readonly secret: string | null };

/** Whether the talk runs the scenario as it is on screen: not edited since it began, edited, taken over, or refused. */
export type Edits = 'none' | 'waiting' | 'used' | 'refused';

export type RunActions = {
  /** Ends the talk there is, and begins a new one with the same mode. */
  readonly start: (text: string, file: string | null) => Promise<void>;
  /** The scenario was edited: it counts from the next exchange. */
  readonly reload: (text: string) => Promise<void>;
  /** There are edits the talk has not taken over yet. `take` does that; whoever speaks before it is done calls it. */
  readonly edited: (take: () => Promise<void>) => void;
  /** `isShown` false: the chat shows no bubble for it. */
  readonly say: (utterance: Utterance, isShown?: boolean) => Promise<void>;
  readonly confirm: (approved: boolean) => Promise<void>;
  /** Sets `context.attribute` by hand; null removes it. */
  readonly setAttribute: (reference: string, value: Json) => Promise<void>;
  readonly setMode: (mode: RunMode) => Promise<void>;
  /** Counts from the next action on, in this talk and the next. */
  readonly setWorld: (world: string | null) => Promise<void>;
  /** Sets `session.language`, in this talk and the next. */
  readonly setLanguage: (language: string | null) => Promise<void>;
  readonly setEnvironment: (environment: string | null) => Promise<void>;
  /** Running actions settle as cancelled. */
  readonly cancel: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly answerConsent: (allowed: boolean) => Promise<void>;
  /** Shows an event: the canvas is lit as it was at that moment. Null goes back to now. */
  readonly choose: (seq: number | null) => void;
};

export const emptyRun: RunState = {
  run: null,
  mode: 'mock',
  world: null,
  environment: null,
  language: null,
  isAtDesk: false,
  starting: false,
  waiting: null,
  playing: false,
  bubbles: [],
  unheard: [],
  exchanges: [],
  variables: noVariables,
  calls: noCalls,
  chosen: null,
  consentFor: null,
  failure: null,
  edits: 'none',
};

export const createRunState = () => createStore<RunState>(() => emptyRun);
