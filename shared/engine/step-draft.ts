import type { Json, JsonObject } from '../base/json.ts';
import type { Message } from '../model/intent-record.ts';
import type { Program, ProgramIntent } from '../program/program.ts';
import type { ValueScope } from '../reference/read-reference.ts';
import type { Effect } from './effect.ts';
import { historyTextLimit } from './limits.ts';
import type { MessageOutput } from './output.ts';
import { readContext, type ReadableSession } from './read-context.ts';
import type { ContextValues, Exchange, SessionState, StepResult, Waiting } from './session-state.ts';
import { withLines, type Said, type TalkHistory } from './talk-history.ts';
import type { LostCandidate, PositionSnapshot, TraceEnvelope, TraceEvent } from './trace-event.ts';
import type { Utterance } from './utterance.ts';
import type { WorkflowScope } from './workflow/workflow-scope.ts';

export type MutableExchange = { -readonly [Field in keyof Exchange]: Exchange[Field] } & {
  readonly visited: string[];
  readonly selected: string[];
};

/**
 * The session while one input is worked on. It is changed in place and lives no longer than the step, so that a step
 * costs a few small copies at its ends and none in between; from outside, `step` stays a pure function.
 */
export class StepDraft implements ReadableSession, ValueScope {
  readonly program: Program;
  readonly at: number;
  readonly before: SessionState;
  readonly trace: TraceEvent[] = [];
  readonly outputs: MessageOutput[] = [];
  readonly effects: Effect[] = [];
  readonly typeOf: Program['typeOf'];
  readonly memberTypeOf: Program['memberTypeOf'];
  seq: number;
  exchange: number;
  heardAt: number | null;
  position: PositionSnapshot;
  previous: string | null;
  completed: string | null;
  contexts: ContextValues;
  current: MutableExchange | null;
  queue: readonly Utterance[];
  interpreted: JsonObject | null = null;
  handling: ProgramIntent | null = null;
  message: Message | null = null;
  /** While a step of a workflow is looked at: what it can read. */
  workflow: WorkflowScope | null = null;
  /** The envelope of the next event: one object, because every event is a copy of it. */
  readonly #next: { -readonly [Field in keyof TraceEnvelope]: TraceEnvelope[Field] };
  #lost: Map<string, LostCandidate> | null = null;
  readonly #said: (string | null)[] = [];

  constructor(program: Program, state: SessionState, at: number) {
    this.program = program;
    this.before = state;
    this.at = at;
    this.seq = state.seq;
    this.exchange = state.exchange;
    this.heardAt = state.heardAt;
    this.position = state.position;
    this.previous = state.previous;
    this.completed = state.completed;
    this.contexts = state.contexts;
    this.queue = state.queue;
    const { current } = state;
    this.current = current && { ...current, visited: [...current.visited], selected: [...current.selected] };
    const { session } = state;
    this.#next = { v: 1, session, exchange: 0, seq: 0, at, causedBy: null, ref: null };
    this.typeOf = program.typeOf;
    this.memberTypeOf = program.memberTypeOf;
  }

  /**
   * The envelope of the next event, for `emit` to get back with what happened. Spread first into a literal it costs
   * half of what putting envelope and detail together here would, and an exchange has a dozen events. Good until the
   * next call.
   */
  event(ref: string | null, causedBy: number | null): TraceEnvelope {
    this.seq += 1;
    const next = this.#next;
    next.exchange = this.exchange;
    next.seq = this.seq;
    next.causedBy = causedBy;
    next.ref = ref;
    return next;
  }

  /** Adds an event to the trace and returns its `seq`, for the events it causes. */
  emit(event: TraceEvent): number {
    this.trace.push(event);
    return this.seq;
  }

  /** The moment references are read at. */
  get now(): number {
    return this.at;
  }

  read(context: string, attribute: string): Json {
    return readContext(this, context, attribute);
  }

  /** Reads as a step of a workflow does. */
  within<Outcome>(scope: WorkflowScope, read: () => Outcome): Outcome {
    const around = this.workflow;
    this.workflow = scope;
    const outcome = read();
    this.workflow = around;
    return outcome;
  }

  /** Candidates of this exchange that lost, once each, for the event that says nothing was found. */
  get lost(): readonly LostCandidate[] {
    return this.#lost === null ? [] : [...this.#lost.values()];
  }

  /** The first reason a candidate lost is the one a person asks about. */
  noteLost(candidate: LostCandidate): void {
    this.#lost ??= new Map();
    if (!this.#lost.has(candidate.ref)) this.#lost.set(candidate.ref, candidate);
  }

  forgetLost(): void {
    this.#lost = null;
  }

  /** Stores a value, or with null removes it. The copy of a context is made on its first change. */
  store(context: string, attribute: string, value: Json): void {
    if (this.contexts[context] === this.before.contexts[context]) {
      const copies = { ...this.contexts };
      copies[context] = { ...copies[context] };
      this.contexts = copies;
    }
    const values = this.contexts[context] as Record<string, Json>;
    if (value === null) delete values[attribute];
    else values[attribute] = value;
  }

  get history(): TalkHistory {
    return withLines(this.before.history, this.#said);
  }

  /** Remembers what was said, within bounds. */
  remember(participant: Said['participant'], intent: string | null, text: string): void {
    this.#said.push(participant, intent, text.slice(0, historyTextLimit));
  }

  get waiting(): Waiting {
    const awaited = this.current?.awaited;
    if (awaited == null) return 'user';
    return awaited.kind === 'confirmation' ? 'confirmation' : 'actions';
  }

  /** The session after the step, and everything that came of it. */
  finish(): StepResult {
    const { v, session, user, permissionLevel, seed, openedAt, zone } = this.before;
    const known: SessionState = {
      v,
      session,
      user,
      program: this.program.hash,
      permissionLevel,
      seed,
      seq: this.seq,
      exchange: this.exchange,
      openedAt,
      heardAt: this.heardAt,
      position: this.position,
      previous: this.previous,
      completed: this.completed,
      contexts: this.contexts,
      history: this.history,
      current: this.current,
      queue: this.queue,
    };
    const state = zone === undefined ? known : { ...known, zone };
    return { state, outputs: this.outputs, effects: this.effects, trace: this.trace, waiting: this.waiting };
  }
}
