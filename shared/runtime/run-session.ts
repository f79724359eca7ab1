import type { Json } from '../base/json.ts';
import type { MessageOutput } from '../engine/output.ts';
import type { OpenOptions, SessionState, Waiting } from '../engine/session-state.ts';
import type { TraceEvent } from '../engine/trace-event.ts';
import type { Utterance } from '../engine/utterance.ts';
import type { Program } from '../program/program.ts';
import type { RunPorts } from './ports.ts';
import type { Recording } from './recording-format.ts';

export type RunSessionOptions = {
  readonly program: Program;
  readonly ports: RunPorts;
  /** How the session begins; the time comes from the ports. */
  readonly open: Omit<OpenOptions, 'now'>;
  /** A saved session to take up instead of a new one. */
  readonly resume?: SessionState;
  readonly onTrace?: (events: readonly TraceEvent[]) => void;
  readonly onMessages?: (messages: readonly MessageOutput[]) => void;
  readonly onWaiting?: (waiting: Waiting) => void;
  /** Keep what is needed to run it again; on unless switched off. */
  readonly record?: boolean;
};

/** A talk under way. The promises settle when the session waits for the person again. */
export type RunSession = {
  readonly state: SessionState;
  readonly waiting: Waiting;
  readonly recording: Recording;
  say(utterance: Utterance): Promise<Waiting>;
  confirm(approved: boolean): Promise<Waiting>;
  set(reference: string, value: Json): void;
  /** The scenario was edited: from the next exchange on. */
  reload(program: Program): void;
  /** Running actions settle as cancelled. */
  cancel(): Promise<Waiting>;
  /** Ends it; nothing is called back any more. Hands out what the `user` context keeps. */
  close(): { readonly [attribute: string]: Json };
};

export type CreateRunSession = (options: RunSessionOptions) => RunSession;
