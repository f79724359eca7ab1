import type { Json } from '../base/json.ts';
import { awaitedInterpretations } from '../engine/ask-interpreters.ts';
import type { Effect, EffectResult } from '../engine/effect.ts';
import type { Input } from '../engine/input.ts';
import { openSession } from '../engine/open-session.ts';
import type { MessageOutput } from '../engine/output.ts';
import type { OpenOptions, SessionState, StepResult, Waiting } from '../engine/session-state.ts';
import type { TraceEvent } from '../engine/trace-event.ts';
import type { Utterance } from '../engine/utterance.ts';
import { awaitedActions } from '../engine/workflow/run-workflow.ts';
import type { Program } from '../program/program.ts';
import { createCanceller, type Canceller } from './cancellation.ts';
import { guardedStep } from './guarded-step.ts';
import { failedResult, performEffect } from './perform-effect.ts';
import type { RunPorts } from './ports.ts';
import type { RecordedEdit, Recording } from './recording-format.ts';

export type RunSessionOptions = {
  readonly program: Program;
  readonly ports: RunPorts;
  /** How the session begins; the time comes from the ports. */
  readonly open: Omit<OpenOptions, 'now'>;
  /**
   * A saved session to take up instead of beginning one. An action that was running then counts as cancelled; an
   * interpreter is asked again.
   */
  readonly resume?: SessionState;
  /** Events and messages come in the order they happened, the events of an input before its messages. */
  readonly onTrace?: (events: readonly TraceEvent[]) => void;
  readonly onMessages?: (messages: readonly MessageOutput[]) => void;
  readonly onWaiting?: (waiting: Waiting) => void;
  /** Each input as it is taken in, for a file that grows while the talk goes on. */
  readonly onInput?: (input: Input) => void;
  /** The hash of the program that answers the inputs after this, once the scenario was edited. */
  readonly onEdit?: (program: string) => void;
  /** Keeps the inputs in memory for `recording`; on unless switched off. */
  readonly record?: boolean;
};

/** A talk under way. The promises settle when it is the person's turn again. */
export type RunSession = {
  readonly state: SessionState;
  readonly waiting: Waiting;
  readonly recording: Recording;
  /** When it is the person's turn, as it is at once unless a session was taken up in the middle of something. */
  ready(): Promise<Waiting>;
  say(utterance: Utterance): Promise<Waiting>;
  confirm(approved: boolean): Promise<Waiting>;
  /** Changes a value by hand: `user.tier`. */
  set(reference: string, value: Json): void;
  /** The scenario was edited: from the next exchange on. */
  reload(program: Program): void;
  /** Running actions settle as cancelled, and the talk goes on. */
  cancel(): Promise<Waiting>;
  /** Ends it; nothing is called back any more. Hands out what the `user` context keeps. */
  close(): { readonly [attribute: string]: Json };
};

/** Whose turn it is in a session that was put down. */
function waitingOf({ current }: SessionState): Waiting {
  const awaited = current?.awaited ?? null;
  if (awaited === null) return 'user';
  return awaited.kind === 'confirmation' ? 'confirmation' : 'actions';
}

/** Opens a session and runs the loop around `step`: inputs in, effects out to the host, results back in. */
export const createRunSession = (options: RunSessionOptions): RunSession => new SessionLoop(options);

class SessionLoop implements RunSession {
  readonly #options: RunSessionOptions;
  readonly #opened: OpenOptions;
  readonly #firstProgram: string;
  readonly #inputs: Input[] = [];
  readonly #edits: RecordedEdit[] = [];
  readonly #inbox: Input[] = [];
  readonly #running = new Map<string, Canceller>();
  #program: Program;
  #nextProgram: Program | null = null;
  #state: SessionState;
  #waiting: Waiting = 'user';
  #busy = false;
  #closed = false;
  #awaitingPerson: ((waiting: Waiting) => void)[] = [];

  constructor(options: RunSessionOptions) {
    this.#options = options;
    this.#program = options.program;
    this.#firstProgram = options.program.hash;
    this.#opened = { ...options.open, now: options.ports.now() };
    if (options.resume === undefined) {
      const first = openSession(this.#program, this.#opened);
      this.#state = first.state;
      this.#take(first);
    } else {
      this.#state = options.resume;
      this.#waiting = waitingOf(options.resume);
      // Not before whoever opens the session has it in hand.
      if (this.#waiting === 'actions' || awaitedActions(options.resume).length > 0)
        void Promise.resolve().then(() => this.#resume(options.program));
    }
  }

  get state(): SessionState {
    return this.#state;
  }

  get waiting(): Waiting {
    return this.#waiting;
  }

  get recording(): Recording {
    const { resume } = this.#options;
    return {
      format: 'parley.recording',
      version: 1,
      program: this.#firstProgram,
      open: this.#opened,
      ...(resume === undefined ? {} : { resumed: resume }),
      inputs: [...this.#inputs],
      ...(this.#edits.length === 0 ? {} : { edits: [...this.#edits] }),
    };
  }

  ready(): Promise<Waiting> {
    return this.#personsTurn();
  }

  say(utterance: Utterance): Promise<Waiting> {
    this.#deliver({ kind: 'user.said', at: this.#now(), utterance });
    return this.#personsTurn();
  }

  confirm(approved: boolean): Promise<Waiting> {
    this.#deliver({ kind: 'confirmation.answered', at: this.#now(), approved });
    return this.#personsTurn();
  }

  set(reference: string, value: Json): void {
    this.#deliver({ kind: 'attribute.edited', at: this.#now(), reference, value });
  }

  reload(program: Program): void {
    this.#nextProgram = program;
    this.#adoptProgram();
  }

  cancel(): Promise<Waiting> {
    for (const canceller of this.#running.values()) canceller.cancel();
    return this.#personsTurn();
  }

  close(): { readonly [attribute: string]: Json } {
    this.#closed = true;
    for (const canceller of this.#running.values()) canceller.cancel();
    this.#running.clear();
    this.#release();
    return this.#state.contexts['user'] ?? {};
  }

  #now(): number {
    return this.#options.ports.now();
  }

  /** Inputs are worked off one by one, also those that a callback brings while another is worked on. */
  #deliver(input: Input): void {
    this.#inbox.push(input);
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#inbox.shift(); next !== undefined && !this.#closed; next = this.#inbox.shift()) {
        if (this.#options.record !== false) this.#inputs.push(next);
        this.#options.onInput?.(next);
        this.#take(guardedStep(this.#program, this.#state, next));
      }
    } finally {
      this.#busy = false;
    }
    if (this.#waiting !== 'actions') this.#release();
  }

  #take(result: StepResult): void {
    this.#state = result.state;
    this.#waiting = result.waiting;
    this.#adoptProgram();
    this.#options.onTrace?.(result.trace);
    if (result.outputs.length > 0) this.#options.onMessages?.(result.outputs);
    for (const effect of result.effects) void this.#perform(effect);
    this.#options.onWaiting?.(result.waiting);
  }

  async #perform(effect: Effect): Promise<void> {
    const canceller = createCanceller();
    this.#running.set(effect.id, canceller);
    const result = await performEffect(effect, this.#options.ports, canceller);
    if (!this.#running.delete(effect.id) || this.#closed) return;
    this.#settle(effect.id, result);
  }

  #settle(effect: string, result: EffectResult): void {
    this.#deliver({ kind: 'effect.settled', at: this.#now(), effect, result });
  }

  #resume(program: Program): void {
    if (this.#closed) return;
    // Running an action again could do something twice; asking an interpreter again does no harm.
    for (const effect of awaitedActions(this.#state))
      this.#settle(effect, failedResult('cancelled', 'The session was closed while it ran.', 0));
    for (const { effect, run } of awaitedInterpretations(program, this.#state)) {
      if (run === null) this.#settle(effect, failedResult('badRequest', 'There is no such interpreter any more.', 0));
      else void this.#perform(run);
    }
  }

  #adoptProgram(): void {
    if (this.#nextProgram === null || this.#state.current !== null) return;
    const { hash } = this.#nextProgram;
    const isEdited = hash !== this.#program.hash;
    this.#program = this.#nextProgram;
    this.#nextProgram = null;
    if (!isEdited) return;
    if (this.#options.record !== false) this.#edits.push({ after: this.#inputs.length, program: hash });
    this.#options.onEdit?.(hash);
  }

  #personsTurn(): Promise<Waiting> {
    if (this.#closed || (!this.#busy && this.#waiting !== 'actions')) return Promise.resolve(this.#waiting);
    return new Promise((resolve) => this.#awaitingPerson.push(resolve));
  }

  #release(): void {
    for (const resolve of this.#awaitingPerson.splice(0)) resolve(this.#waiting);
  }
}
