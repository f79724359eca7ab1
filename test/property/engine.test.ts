import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertNever } from '../../shared/base/assert-never.ts';
import type { Json } from '../../shared/base/json.ts';
import type { Input } from '../../shared/engine/input.ts';
import { historyLimit, queueLimit } from '../../shared/engine/limits.ts';
import { openSession } from '../../shared/engine/open-session.ts';
import type { RankedIntent } from '../../shared/interpret/ranked-intent.ts';
import type { OpenOptions, SessionState, StepResult } from '../../shared/engine/session-state.ts';
import { step } from '../../shared/engine/step.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import type { Program } from '../../shared/program/program.ts';
import { replayRecording } from '../../shared/runtime/replay.ts';
import { aResult, opening } from '../builders/play.ts';
import { traceViolations } from '../builders/trace-violations.ts';
import { randomScenario, vocabulary } from './random-scenario.ts';

/** Exchanges to talk through: 2,000, or as many as ENGINE_EXCHANGES says (100,000 is the long form). */
const wanted = Number(process.env['ENGINE_EXCHANGES'] ?? 2000);
const talkLength = 40;

type Said =
  | { readonly kind: 'said'; readonly utterance: Utterance; readonly after: number }
  | {
      readonly kind: 'settled';
      readonly failed: boolean;
      readonly outputs: { readonly [name: string]: Json };
      readonly known: boolean;
      readonly ranking: readonly RankedIntent[];
    }
  | { readonly kind: 'answered'; readonly approved: boolean }
  | { readonly kind: 'edited'; readonly reference: string; readonly value: Json };

const value = fc.constantFrom(...vocabulary.values);
const utterance: fc.Arbitrary<Utterance> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('callback' as const),
      callback: fc.constantFrom(...vocabulary.intents, 'parley.confirm', 'go'),
      value: fc.constantFrom('', 'name.Ada', 'count.4', 'a.b.c', '__proto__.x'),
      text: fc.constantFrom(...vocabulary.texts),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      text: fc.oneof(fc.constantFrom(...vocabulary.texts), fc.string({ unit: 'binary', maxLength: 30 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('form' as const),
      callback: fc.constantFrom(...vocabulary.intents),
      fields: fc.dictionary(fc.constantFrom('name', 'count', '__proto__', 'a b'), value),
      text: fc.constant(''),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('opened' as const, 'restart' as const, 'endChat' as const) }),
  },
);
const said: fc.Arbitrary<Said> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('said' as const), utterance, after: fc.constantFrom(1, 1, 1, 200) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settled' as const),
      failed: fc.boolean(),
      outputs: fc.dictionary(fc.constantFrom('found', 'basket', 'extra', '__proto__'), value),
      known: fc.constantFrom(true, true, true, false),
      ranking: fc.array(
        fc.record({
          intentId: fc.constantFrom(...vocabulary.intents, 'delete.everything'),
          confidence: fc.double({ min: -1, max: 2 }),
          attributes: fc.dictionary(fc.constantFrom('name', 'count', 'code', '__proto__'), value),
          because: fc.constant(''),
        }),
        { maxLength: 3 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answered' as const), approved: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('edited' as const),
      reference: fc.constantFrom(...vocabulary.references),
      value,
    }),
  },
);

/** The input it means for the session as it is now. */
function toInput(one: Said, state: SessionState, at: number): Input {
  switch (one.kind) {
    case 'said':
      return { kind: 'user.said', at, utterance: one.utterance };
    case 'settled': {
      const awaited = state.current?.awaited;
      const asked = awaited?.kind === 'interpretation' ? awaited.pending.at(-1) : null;
      const effect = (awaited?.kind === 'effect' ? awaited : asked)?.effect;
      const failure = one.failed ? ('badStatus' as const) : null;
      const result = aResult({ outputs: one.outputs, failure, ...(asked == null ? {} : { ranking: one.ranking }) });
      return { kind: 'effect.settled', at, effect: one.known ? (effect ?? 'test.0') : 'test.0', result };
    }
    case 'answered':
      return { kind: 'confirmation.answered', at, approved: one.approved };
    case 'edited':
      return { kind: 'attribute.edited', at, reference: one.reference, value: one.value };
    default:
      return assertNever(one);
  }
}

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
  const expected = { nothing: 'user', effect: 'actions', interpretation: 'actions', confirmation: 'confirmation' }[
    awaited
  ];
  const exchange = state.current;
  return [
    ...(waiting === expected ? [] : [`waits for ${waiting} while ${awaited} is awaited`]),
    ...(effects.filter(({ kind }) => kind === 'action.run').length > 1 ? ['more than one action at a time'] : []),
    ...(state.history.length > historyLimit || state.queue.length > queueLimit ? ['remembers without bound'] : []),
    ...((exchange?.virtuals ?? 0) > 16 || (exchange?.actions ?? 0) > 64 || (exchange?.steps ?? 0) > 10_000
      ? ['past its budget']
      : []),
  ];
}

describe('any talk on any scenario', () => {
  test('never throws, keeps its bounds, tells everything, and is the same when replayed', { timeout: 600_000 }, () => {
    let exchanges = 0;
    let interpreted = 0;
    const runs = Math.ceil(wanted / (talkLength / 4));
    fc.assert(
      fc.property(fc.nat(), fc.array(said, { minLength: talkLength / 2, maxLength: talkLength }), (seed, talk) => {
        const program = compileScenario(randomScenario(seed));
        const open = { ...opening, permissionLevel: 1, attributes: { 'user.name': 'Ada', 'session.code': 'x' } };
        const { state, inputs, results } = playAlong(program, open, talk);
        const trace = results.flatMap((result) => result.trace);
        exchanges += state.exchange;
        interpreted += trace.filter((event) => event.kind === 'intent.ranked' && event.origin !== undefined).length;
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
  });
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
