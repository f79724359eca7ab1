import type { Json, JsonObject } from '../../shared/base/json.ts';
import type { ActionRun, EffectResult, InterpretRun } from '../../shared/engine/effect.ts';
import type { Input } from '../../shared/engine/input.ts';
import { openSession } from '../../shared/engine/open-session.ts';
import type { MessageOutput } from '../../shared/engine/output.ts';
import type { OpenOptions, SessionState, StepResult, Waiting } from '../../shared/engine/session-state.ts';
import { step } from '../../shared/engine/step.ts';
import type { TraceDetail, TraceEvent, TraceEventOf } from '../../shared/engine/trace-event.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import type { RankedIntent } from '../../shared/interpret/ranked-intent.ts';
import type { Document } from '../../shared/model/document.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import type { Program } from '../../shared/program/program.ts';
import type { ScenarioBuilder } from './a-scenario.ts';
import { textOf } from './text-of.ts';

/** The clock of every test talk: it starts here and each input is one second later, unless told otherwise. */
export const startOfTime = 1_700_000_000_000;

export const opening: OpenOptions = {
  session: 'test',
  user: 'ada',
  userAttributes: {},
  attributes: {},
  now: startOfTime,
  seed: 1,
  permissionLevel: 0,
};

/** An answer of an interpreter, without what a test does not care about. */
export type RankedSketch = { readonly intentId: string; readonly confidence: number } & Partial<RankedIntent>;

/** Plays a talk on a scenario, input by input, without any host: `talk.say('hello')`, then look at what came of it. */
export const play = (scenario: ScenarioBuilder | Document, options: Partial<OpenOptions> = {}): Talk =>
  new Talk(compileScenario('build' in scenario ? scenario.build() : scenario), { ...opening, ...options });

export class Talk {
  program: Program;
  state: SessionState;
  waiting: Waiting;
  readonly trace: TraceEvent[] = [];
  readonly inputs: Input[] = [];
  /** What the last input gave. */
  last: StepResult;
  now: number;

  constructor(program: Program, options: OpenOptions) {
    this.program = program;
    this.now = options.now;
    this.last = openSession(program, options);
    this.state = this.last.state;
    this.waiting = this.last.waiting;
    this.trace.push(...this.last.trace);
  }

  say(text: string): this {
    return this.hear({ kind: 'text', text });
  }

  press(callback: string, value = '', text = ''): this {
    return this.hear({ kind: 'callback', callback, value, text });
  }

  hear(utterance: Utterance): this {
    return this.feed({ kind: 'user.said', at: this.now + 1000, utterance });
  }

  confirm(approved: boolean): this {
    return this.feed({ kind: 'confirmation.answered', at: this.now + 1000, approved });
  }

  edit(reference: string, value: Json): this {
    return this.feed({ kind: 'attribute.edited', at: this.now + 1000, reference, value });
  }

  /** Answers the action that is awaited. */
  settle(result: Partial<EffectResult> = {}): this {
    const awaited = this.state.current?.awaited;
    if (awaited?.kind !== 'effect') throw new Error('no action is awaited');
    return this.feed({ kind: 'effect.settled', at: this.now + 1000, effect: awaited.effect, result: aResult(result) });
  }

  /** Answers one action of a workflow: the one of a step, or the first that is pending. */
  settleStep(step: string | null, result: Partial<EffectResult> = {}): this {
    const pending = this.state.current?.workflow?.pending ?? [];
    const requested = this.trace.filter((event) => event.kind === 'effect.requested' && event.step === step);
    const effects = new Set(requested.map((event) => (event.kind === 'effect.requested' ? event.effect : '')));
    const asked = step === null ? pending[0] : pending.find(({ effect }) => effects.has(effect));
    if (asked === undefined) throw new Error(`no step ${step ?? ''} is pending`);
    return this.feed({ kind: 'effect.settled', at: this.now + 1000, effect: asked.effect, result: aResult(result) });
  }

  wait(seconds: number): this {
    this.now += seconds * 1000;
    return this;
  }

  feed(input: Input): this {
    this.now = input.at;
    this.inputs.push(input);
    this.last = step(this.program, this.state, input);
    this.state = this.last.state;
    this.waiting = this.last.waiting;
    this.trace.push(...this.last.trace);
    return this;
  }

  /** Answers an interpreter that is awaited, the first of them unless it is named. */
  interpreted(ranking: readonly RankedSketch[], { by, ...result }: { by?: string } & Partial<EffectResult> = {}): this {
    const awaited = this.state.current?.awaited;
    const pending = awaited?.kind === 'interpretation' ? awaited.pending : [];
    const asked = by === undefined ? pending[0] : pending.find(({ interpreter }) => interpreter === by);
    if (asked === undefined) throw new Error('no such interpreter is awaited');
    const whole = ranking.map((entry) => ({ attributes: {}, because: '', ...entry }));
    const answer = aResult({ origin: 'live', ranking: whole, ...result });
    return this.feed({ kind: 'effect.settled', at: this.now + 1000, effect: asked.effect, result: answer });
  }

  /** The action the last input asked for. */
  get effect(): ActionRun {
    const effect = this.last.effects.find((each) => each.kind === 'action.run');
    if (effect === undefined) throw new Error('no action was asked for');
    return effect;
  }

  /** What the last input asked interpreters. */
  get interpretations(): readonly InterpretRun[] {
    return this.last.effects.filter((each) => each.kind === 'interpret.run');
  }

  get outputs(): readonly MessageOutput[] {
    return this.last.outputs;
  }

  /** The texts of the last input's messages. */
  get texts(): readonly string[] {
    return this.outputs.flatMap((output) => output.blocks.map(textOf));
  }

  get user(): JsonObject {
    return this.state.contexts['user'] ?? {};
  }

  /** Events of the last input of one kind. */
  events<Kind extends TraceDetail['kind']>(kind: Kind): TraceEventOf<Kind>[] {
    return this.last.trace.filter((event): event is TraceEventOf<Kind> => event.kind === kind);
  }

  event<Kind extends TraceDetail['kind']>(kind: Kind): TraceEventOf<Kind> {
    const [event] = this.events(kind);
    if (event === undefined) throw new Error(`no ${kind} in ${this.last.trace.map((one) => one.kind).join(', ')}`);
    return event;
  }
}

export const aResult = (result: Partial<EffectResult> = {}): EffectResult => ({
  outcome: result.failure == null ? 'succeeded' : 'failed',
  origin: 'mocked',
  outputs: {},
  failure: null,
  detail: '',
  status: 200,
  duration: 5,
  attempts: 1,
  request: null,
  response: null,
  ...result,
});
