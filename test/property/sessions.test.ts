import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextRandom } from '../../shared/base/seeded-random.ts';
import { inputSchema, type Input } from '../../shared/engine/input.ts';
import { openSession } from '../../shared/engine/open-session.ts';
import type { OpenOptions, SessionState } from '../../shared/engine/session-state.ts';
import { step } from '../../shared/engine/step.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import type { Program } from '../../shared/program/program.ts';
import { printSession, readSession, takeUpSession } from '../../shared/session/session-file.ts';
import { opening } from '../builders/play.ts';
import { unwrap } from '../builders/unwrap.ts';
import { Dice, randomScenario } from './random-scenario.ts';
import { said, toInput, type Said } from './random-talk.ts';

const open: OpenOptions = { ...opening, permissionLevel: 1, attributes: { 'user.name': 'Ada', 'session.code': 'x' } };
const talk = fc.array(said, { minLength: 10, maxLength: 25 });

/** What comes through any door of the program: checked against the schema, as the doors do. */
function fromOutside(input: Input): Input | null {
  const parsed = inputSchema.safeParse(JSON.parse(JSON.stringify(input)));
  return parsed.success ? parsed.data : null;
}

type Told = { readonly state: SessionState; readonly told: string; readonly waits: readonly string[] };

/** Plays a talk; `between` is what happens to the session after every input. */
function playOut(
  program: Program,
  whole: readonly Said[],
  between: (state: SessionState) => SessionState,
  options: OpenOptions = open,
): Told {
  const opened = openSession(program, options);
  const told = [JSON.stringify(opened)];
  const waits: string[] = [];
  let { state } = opened;
  let at = options.now;
  for (const one of whole) {
    at += 1000;
    const input = fromOutside(toInput(one, state, at));
    if (input === null) continue;
    const result = step(program, between(state), input);
    told.push(JSON.stringify(result));
    waits.push(result.state.current?.awaited?.kind ?? 'nothing');
    ({ state } = result);
  }
  return { state, told: told.join('\n'), waits };
}

describe('a session in a file', () => {
  test('[S5] put down and taken up at any input, the talk is the same to the byte', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.nat(), talk, (seed, whole) => {
        const program = compileScenario(randomScenario(seed));
        const throughFile = (state: SessionState): SessionState =>
          unwrap(takeUpSession(program, unwrap(readSession(printSession(program, state)))));
        const straight = playOut(program, whole, (state) => state);
        for (const wait of straight.waits) seen.add(wait);
        expect(playOut(program, whole, throughFile).told).toBe(straight.told);
      }),
      { numRuns: 60, seed: 20_240_301 },
    );
    expect([...seen].toSorted()).toEqual(['confirmation', 'effect', 'interpretation', 'nothing', 'workflow']);
  });

  test('[S2] whatever is read, the engine goes on with', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.nat(), talk, fc.nat(), talk, (seed, before, damage, after) => {
        const program = compileScenario(randomScenario(seed));
        const { state } = playOut(program, before, (each) => each);
        const text = JSON.stringify({
          format: 'parley.session',
          version: 1,
          state: damaged(JSON.parse(JSON.stringify(state)), new Dice(damage)),
        });
        const read = readSession(text);
        if (!read.ok) return;
        accepted += 1;
        let current = read.value.state;
        for (const one of after) {
          const input = fromOutside(toInput(one, current, 1_800_000_000_000));
          if (input !== null) current = step(program, current, input).state;
        }
        expect(readSession(printSession(program, current)).ok).toBe(true);
      }),
      { numRuns: 250, seed: 20_240_302 },
    );
    expect(accepted).toBeGreaterThan(40);
  });
});

/** The same with a few values in it replaced, taken out, or put elsewhere. */
function damaged(state: unknown, dice: Dice): unknown {
  const holders: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      holders.push({ holder: value as Record<string, unknown>, key });
      collect(inner);
    }
  };
  collect(state);
  for (let times = 1 + dice.below(2); times > 0; times -= 1) {
    const { holder, key } = dice.pick(holders);
    const other = dice.pick(holders);
    const values: readonly unknown[] = [null, 0, 7, true, 'x', 'c0s0t0', other.holder[other.key], '', []];
    holder[key] = structuredClone(dice.pick(values));
  }
  return state;
}

describe('many sessions', () => {
  test('[S6] a thousand, interleaved in any order, tell what each tells alone', { timeout: 120_000 }, () => {
    const programs = [3, 11, 29].map((seed) => compileScenario(randomScenario(seed)));
    const talks = fc.sample(fc.array(said, { minLength: 6, maxLength: 10 }), { numRuns: 1000, seed: 20_240_303 });
    const own = (index: number): OpenOptions => ({
      ...open,
      session: `session-${index}`,
      user: `user-${index}`,
      seed: index,
    });
    const programOf = (index: number): Program => programs[index % programs.length] as Program;

    const sessions = talks.map((whole, index) => {
      const opened = openSession(programOf(index), own(index));
      return { index, whole, next: 0, at: open.now, state: opened.state, told: [JSON.stringify(opened)] };
    });
    const going = [...sessions];
    let seed = 7;
    while (going.length > 0) {
      const drawn = nextRandom(seed);
      ({ seed } = drawn);
      const place = Math.floor(drawn.value * going.length);
      const session = going[place];
      const one = session?.whole[session.next];
      if (session === undefined || one === undefined) {
        going.splice(place, 1);
        continue;
      }
      session.next += 1;
      session.at += 1000;
      const input = fromOutside(toInput(one, session.state, session.at));
      if (input === null) continue;
      const result = step(programOf(session.index), session.state, input);
      session.state = result.state;
      session.told.push(JSON.stringify(result));
    }
    // Alone, each on a program nobody else has used.
    const fresh = [3, 11, 29].map((each) => compileScenario(randomScenario(each)));
    for (const { index, whole, told } of sessions) {
      const alone = playOut(fresh[index % fresh.length] as Program, whole, (state) => state, own(index));
      if (told.join('\n') !== alone.told) throw new Error(`session ${index} was told something else among others`);
    }
    expect(new Set(sessions.map(({ told }) => told.join())).size).toBe(1000);
  });
});
