import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../shared/base/json.ts';
import type { Input } from '../../shared/engine/input.ts';
import { queueLimit } from '../../shared/engine/limits.ts';
import { historyEntries } from '../../shared/engine/talk-history.ts';
import { openSession } from '../../shared/engine/open-session.ts';
import type { OpenOptions, SessionState, StepResult } from '../../shared/engine/session-state.ts';
import { step } from '../../shared/engine/step.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import type { Program } from '../../shared/program/program.ts';
import { replayRecording } from '../../shared/runtime/replay.ts';
import { opening } from '../builders/play.ts';
import { traceViolations } from '../builders/trace-violations.ts';
import { randomScenario } from './random-scenario.ts';
import { said, toInput, type Said } from './random-talk.ts';

/** Exchanges to talk through: 2,000, or as many as ENGINE_EXCHANGES says (100,000 is the long form). */
const wanted = Number(process.env['ENGINE_EXCHANGES'] ?? 2000);
const talkLength = 40;

type Played = {
  readonly state: SessionState;
  readonly inputs: readonly Input[];
  readonly results: readonly StepResult[];
};

/** Every step is taken twice, once from the state as it was written down and read back. */
function playAlong(program: Program, open: OpenOptions, talk: readonly Said[]): Played {
  const opened = openSession(program, open);
  let { state } = opened;
  let at = open.now;
  const inputs: Input[] = [];
  const results = [opened];
  for (const one of talk) {
    at += one.kind === 'said' ? one.after * 1000 : 100;
    const input = toInput(one, state, at);
    const result = step(program, state, input);
    const resumed = step(program, JSON.parse(JSON.stringify(state)) as SessionState, input);
    if (JSON.stringify(resumed) !== JSON.stringify(result)) throw new Error('a saved session went on differently');
    inputs.push(input);
    results.push(result);
    state = result.state;
  }
  return { state, inputs, results };
}

function bounds({ state, waiting, effects }: StepResult): string[] {
  const awaited = state.current?.awaited?.kind ?? 'nothing';
  const actions = { effect: 'actions', interpretation: 'actions', workflow: 'actions' };
  const expected = { ...actions, nothing: 'user', confirmation: 'confirmation' }[awaited];
  const exchange = state.current;
  return [
    ...(waiting === expected ? [] : [`waits for ${waiting} while ${awaited} is awaited`]),
    ...(exchange?.workflow === undefined && effects.filter(({ kind }) => kind === 'action.run').length > 1
      ? ['more than one action at a time outside of a workflow']
      : []),
    ...(awaited === 'workflow' && exchange?.workflow?.pending.length === 0 ? ['a workflow waits for nothing'] : []),
    ...(state.history.length > historyEntries || state.queue.length > queueLimit ? ['remembers without bound'] : []),
    ...((exchange?.virtuals ?? 0) > 16 || (exchange?.actions ?? 0) > 64 || (exchange?.steps ?? 0) > 10_000
      ? ['past its budget']
      : []),
  ];
}

describe('any talk on any scenario', () => {
  test(
    'never throws, keeps its bounds, tells everything, and replays the same (T42) (T42)',
    { timeout: 600_000 },
    () => {
      let exchanges = 0;
      let interpreted = 0;
      const steps = { settled: 0, branches: 0 };
      const runs = Math.ceil(wanted / (talkLength / 4));
      fc.assert(
        fc.property(fc.nat(), fc.array(said, { minLength: talkLength / 2, maxLength: talkLength }), (seed, talk) => {
          const program = compileScenario(randomScenario(seed));
          const open = { ...opening, permissionLevel: 1, attributes: { 'user.name': 'Ada', 'session.code': 'x' } };
          const { state, inputs, results } = playAlong(program, open, talk);
          const trace = results.flatMap((result) => result.trace);
          exchanges += state.exchange;
          interpreted += trace.filter((event) => event.kind === 'intent.ranked' && event.origin !== undefined).length;
          steps.settled += trace.filter((event) => event.kind === 'effect.settled' && event.step !== undefined).length;
          steps.branches += results.filter(
            ({ state: { current } }) => (current?.workflow?.pending.length ?? 0) > 1,
          ).length;
          expect([...results.flatMap(bounds), ...traceViolations(trace, unmasked(program, trace, state))]).toEqual([]);
          const again = replayRecording(program, {
            format: 'parley.recording',
            version: 1,
            program: program.hash,
            open,
            inputs,
            trace,
          });
          expect(again.firstDifference).toBeNull();
          expect(JSON.stringify(again.trace)).toBe(JSON.stringify(trace));
        }),
        { numRuns: runs, seed: 20_240_229 },
      );
      expect(exchanges).toBeGreaterThanOrEqual(wanted);
      expect(interpreted).toBeGreaterThan(wanted / 50);
      expect(steps.settled).toBeGreaterThan(wanted / 20);
      expect(steps.branches).toBeGreaterThan(wanted / 400);
    },
  );
});

/** What the trace shows of a sensitive value is the mask, so the state is looked at the same way. */
function unmasked(program: Program, trace: readonly { kind: string }[], state: SessionState): SessionState {
  const hidden = new Set(program.sensitive);
  if (hidden.size === 0 || trace.length === 0) return state;
  const cover = (values: { readonly [name: string]: Json }): { [name: string]: Json } =>
    Object.fromEntries(Object.entries(values).map(([name, held]) => [name, hidden.has(name) ? '••••••••' : held]));
  return {
    ...state,
    contexts: Object.fromEntries(Object.entries(state.contexts).map(([name, values]) => [name, cover(values)])),
  };
}
