import type { Json, JsonObject } from '../base/json.ts';
import type { Seed } from '../base/seeded-random.ts';
import type { ActionRun, EffectResult } from '../engine/effect.ts';
import type { Input } from '../engine/input.ts';
import { openSession } from '../engine/open-session.ts';
import type { ContextValues, SessionState } from '../engine/session-state.ts';
import type { TraceEvent, TraceEventOf } from '../engine/trace-event.ts';
import { compileScenario } from '../program/compile-scenario.ts';
import type { Program } from '../program/program.ts';
import { guardedStep } from './guarded-step.ts';
import { failedResult } from './perform-effect.ts';
import { trialCallback, trialDocument, type Trial } from './trial-document.ts';

export type AloneOptions = {
  readonly program: Program;
  readonly action: string;
  readonly arguments: JsonObject;
  /** Milliseconds since 1970; asked at the beginning and whenever something has ended. */
  readonly now: () => number;
  readonly seed: Seed;
  /** Carries out what the engine does not: the action itself, or those a workflow uses. Never rejects. */
  readonly perform: (effect: ActionRun) => Promise<EffectResult>;
  /** What references and conditions read: the contexts of a session. */
  readonly contexts?: ContextValues;
};

/** How the action ended, and what happened meanwhile, step by step. */
export type AloneResult = { readonly result: EffectResult; readonly trace: readonly TraceEvent[] };

/**
 * Runs one action without a talk, the way it runs in one: what the engine works out, steps, loops and branches included.
 * Whoever tries an action agrees to what it asks.
 */
export async function runActionAlone(options: AloneOptions): Promise<AloneResult> {
  const action = options.program.document.tables.actions.get(options.action);
  if (action === undefined)
    return { result: failedResult('unknownAction', `There is no action "${options.action}".`, 0), trace: [] };
  const trial = trialDocument(options.program.document, action, options.arguments);
  const program = compileScenario(trial.document);
  const opened = openSession(program, { ...opening, now: options.now(), seed: options.seed });
  const given = { ...opened.state, contexts: { ...opened.state.contexts, ...options.contexts } };
  const { state, trace } = await playOut(program, given, options);
  return { result: resultOf(trial, state, trace), trace: trace.filter(isTold) };
}

const opening = {
  session: 'trial',
  user: 'trial',
  userAttributes: {},
  attributes: {},
  permissionLevel: 100,
} as const;

/** Feeds the session until nothing is under way any more. Actions of branches run at the same time. */
async function playOut(
  program: Program,
  opened: SessionState,
  { now, perform }: AloneOptions,
): Promise<{ readonly state: SessionState; readonly trace: readonly TraceEvent[] }> {
  const trace: TraceEvent[] = [];
  const running = new Map<string, Promise<Input>>();
  let state = opened;
  const feed = (input: Input): void => {
    const stepped = guardedStep(program, state, input);
    state = stepped.state;
    trace.push(...stepped.trace);
    for (const effect of stepped.effects) {
      if (effect.kind !== 'action.run') continue;
      const { id } = effect;
      const settled = perform({ ...effect, use: null });
      running.set(
        id,
        settled.then((result) => ({ kind: 'effect.settled', at: now(), effect: id, result })),
      );
    }
    if (stepped.waiting === 'confirmation') feed({ kind: 'confirmation.answered', at: now(), approved: true });
  };
  feed({ kind: 'user.said', at: now(), utterance: { kind: 'callback', callback: trialCallback, value: '', text: '' } });
  while (state.current !== null && running.size > 0) {
    // One by one, as they end: each input is a step of its own.
    const input = await Promise.race(running.values());
    if (input.kind === 'effect.settled') running.delete(input.effect);
    feed(input);
  }
  return { state, trace };
}

/** What the action gave. Outputs come from where the trial stores them, since a trace covers what nobody may read. */
function resultOf({ use, kept }: Trial, state: SessionState, trace: readonly TraceEvent[]): EffectResult {
  const settled = trace.findLast(isSettled);
  if (settled?.ref !== use || settled.step !== undefined) {
    const skipped = trace.find((event) => event.kind === 'action.skipped' && event.step === undefined);
    return skipped?.kind === 'action.skipped'
      ? failedResult(skipped.failure, skipped.detail, 0)
      : failedResult('budget', 'It did not come to an end.', 0);
  }
  const stored = state.contexts['session'] ?? {};
  const outputs = Object.keys(settled.outputs).map((name): [string, Json] => [
    name,
    stored[kept.get(name) ?? ''] ?? null,
  ]);
  outputs.push(...written(trace, settled.causedBy));
  const { outcome, origin, failure, detail, status, duration, attempts, request, response } = settled;
  return {
    outcome,
    origin,
    outputs: Object.fromEntries(outputs),
    failure,
    detail,
    status,
    duration,
    attempts,
    request,
    response,
  };
}

/** What an action that sets attributes set, by where; covered where nobody may read it. */
const written = (trace: readonly TraceEvent[], requested: number | null): [string, Json][] =>
  trace.flatMap((event): [string, Json][] =>
    event.kind === 'attribute.set' && event.causedBy === requested
      ? [[`${event.context}.${event.name}`, event.after]]
      : [],
  );

const isSettled = (event: TraceEvent): event is TraceEventOf<'effect.settled'> => event.kind === 'effect.settled';

const told: ReadonlySet<TraceEvent['kind']> = new Set([
  'effect.requested',
  'effect.settled',
  'action.skipped',
  'condition.evaluated',
  'confirmation.asked',
  'budget.reached',
  'engine.faulted',
]);

/** What happened, without the talk that was made up around it. */
const isTold = (event: TraceEvent): boolean => told.has(event.kind);
