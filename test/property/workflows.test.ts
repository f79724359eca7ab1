import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionStateSchema } from '../../shared/engine/session-schema.ts';
import type { Operand } from '../../shared/model/operand.ts';
import { all, begin, shop, step, told, type Fields } from '../builders/a-workflow.ts';
import { reference, value } from '../builders/conditions.ts';
import type { Talk } from '../builders/play.ts';
import { traceViolations } from '../builders/trace-violations.ts';
import { Dice } from './random-scenario.ts';

/** Steps with names of their own, that read what was there before them. */
function someSteps(dice: Dice, names: { count: number }, known: readonly string[], depth: number): Fields[] {
  const seen = [...known];
  return Array.from({ length: 1 + dice.below(3) }, () => {
    const name = `s${(names.count += 1)}`;
    const before = [...seen];
    if (depth < 3 && dice.chance(0.3))
      return {
        kind: 'together',
        name,
        branches: [0, 1, 2].slice(dice.below(2)).map(() => someSteps(dice, names, before, depth + 1)),
      };
    if (depth < 2 && dice.chance(0.15))
      return { kind: 'each', name, list: value(['x', 'y']), steps: someSteps(dice, names, before, depth + 1) };
    seen.push(name);
    const from: Operand =
      before.length > 0 && dice.chance(0.5) ? reference(`steps.${dice.pick(before)}.note`) : reference('args.order');
    return step(name, dice.pick(['look', 'look', 'pay', 'inner']), {
      inputs: { id: from },
      stopOnFailure: dice.chance(0.5),
    });
  });
}

/** What an action answers depends on the step alone; some fail. */
function settleOne(talk: Talk, pick: number): void {
  const pending = talk.state.current?.workflow?.pending ?? [];
  const { effect = '' } = pending[pick % pending.length] ?? {};
  const asked = talk.trace.find((event) => event.kind === 'effect.requested' && event.effect === effect);
  const label = asked?.kind === 'effect.requested' ? (asked.step ?? '') : '';
  const fails = /[3579]$/.test(label);
  talk.settleStep(label, fails ? { failure: 'badStatus', detail: `${label} said no.` } : { outputs: { note: label } });
}

const scenario = (seed: number) => {
  const dice = new Dice(seed);
  const steps = someSteps(dice, { count: 0 }, [], 0);
  const inner = someSteps(dice, { count: 0 }, [], 2).filter((each) => each['action'] !== 'inner');
  return shop(steps, {}, (builder) =>
    builder.withAction('workflow', 'inner', {
      inputs: [{ name: 'id' }],
      outputs: [{ name: 'note', from: 'steps.s1.note' }],
      steps: inner.map((each) => ({ ...each, inputs: { id: reference('args.id') } })),
    }),
  );
};

test('[E161] what comes of a workflow does not depend on the order in which its actions end', () => {
  let parallel = 0;
  const ended = { well: 0, badly: 0 };
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.nat(), { minLength: 64, maxLength: 64 }), (seed, picks) => {
      const playOut = (order: readonly number[], through: (talk: Talk) => void = () => {}): Talk => {
        const talk = begin(scenario(seed));
        for (const pick of order) {
          if (talk.state.current?.workflow === undefined) break;
          parallel += talk.state.current.workflow.pending.length > 1 ? 1 : 0;
          through(talk);
          settleOne(talk, pick);
        }
        return talk;
      };
      const outcome = (talk: Talk): unknown => [
        talk.waiting,
        all(talk),
        talk.user,
        talk.events('effect.settled').at(-1)?.detail,
        told(talk.trace).toSorted(),
      ];
      const first = playOut(picks);
      // Who came first counts when there is not enough for all.
      fc.pre(!first.trace.some(({ kind }) => kind === 'budget.reached'));
      expect(outcome(playOut(picks.map(() => 0)))).toEqual(outcome(first));
      // The same order gives the same trace, also from what was written down and read back.
      const again = playOut(picks, (talk) => {
        talk.state = sessionStateSchema.parse(JSON.parse(JSON.stringify(talk.state)));
      });
      expect(JSON.stringify(again.trace)).toBe(JSON.stringify(first.trace));
      expect(traceViolations(first.trace, first.state)).toEqual([]);
      expect(first.waiting).toBe('user');
      ended[all(first) === undefined ? 'badly' : 'well'] += 1;
    }),
    { numRuns: 400, seed: 20_261_120 },
  );
  expect(parallel).toBeGreaterThan(400);
  expect(Math.min(ended.well, ended.badly)).toBeGreaterThan(50);
});
