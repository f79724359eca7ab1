import { openSession } from '../../shared/engine/open-session.ts';
import type { SessionState } from '../../shared/engine/session-state.ts';
import { step } from '../../shared/engine/step.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import { microseconds, milliseconds, type BenchSection } from './bench-row.ts';
import { handWrittenChain } from './hand-written-chain.ts';
import { racePerStep, timeOf } from './measure.ts';
import { ringScenario } from './ring-scenario.ts';

/** One exchange after another through the engine, with the full trace handed out each time. */
function talkThrough(turns: number, elsewhere = 0): (exchanges: number) => void {
  const program = compileScenario(ringScenario(turns, elsewhere));
  const opened = openSession(program, {
    session: 'bench',
    user: 'bench',
    userAttributes: { step: 0 },
    attributes: {},
    now: 0,
    seed: 1,
    permissionLevel: 0,
  });
  let state: SessionState = opened.state;
  let at = 0;
  let events = 0;
  return (exchanges) => {
    for (let index = 0; index < exchanges; index += 1) {
      at += 1000;
      const result = step(program, state, { kind: 'user.said', at, utterance: { kind: 'text', text: 'Go on' } });
      if (result.outputs.length !== 1) throw new Error('the benched talk must get one reply an exchange');
      events += result.trace.length;
      state = result.state;
    }
    if (events === 0) throw new Error('the benched talk must be traced');
  };
}

/** E1 and E2: speed against a chain of functions written by hand, and whether the size of the scenario matters. */
export function engineBench(): BenchSection {
  const [small = 0, large = 0, everywhere = 0, floor = 0, floorEverywhere = 0] = racePerStep(
    [talkThrough(25), talkThrough(25, 2475), talkThrough(2500), handWrittenChain(25), handWrittenChain(2500)],
    5000,
  );
  const largeDocument = ringScenario(2500);
  const compile = timeOf(() => compileScenario({ ...largeDocument }));
  return {
    title: 'Engine: one exchange, full trace',
    rows: [
      {
        what: '50 nodes, against a hand-written chain',
        ours: `${microseconds(small)} (${Math.round(1e6 / small).toLocaleString('en')}/s)`,
        against: `${microseconds(floor)} (${Math.round(1e6 / floor).toLocaleString('en')}/s)`,
        ratio: small / floor,
        goal: 'near the floor',
      },
      {
        what: 'the same talk among 5,000 nodes, against among 50',
        ours: microseconds(large),
        against: microseconds(small),
        ratio: large / small,
        goal: 'near 1',
      },
      {
        what: 'a talk that visits all 5,000 nodes in turn, against the chain doing so',
        ours: microseconds(everywhere),
        against: microseconds(floorEverywhere),
        ratio: everywhere / floorEverywhere,
        goal: 'near the first row',
      },
      {
        what: 'compile 5,000 nodes again, nothing changed, against one exchange of 1 ms',
        ours: milliseconds(compile),
        against: milliseconds(1),
        ratio: compile,
        goal: 'a few ms',
      },
    ],
  };
}
