import { compileScenario } from '../../../shared/program/compile-scenario.ts';
import type { SessionState } from '../../../shared/engine/session-state.ts';
import { atMost, microseconds, type BenchRow } from '../bench-row.ts';
import { heapKept } from '../heap.ts';
import { race, type Contestant } from '../measure.ts';
import { afterExchanges, goOn, openRing } from './ring-talk.ts';
import { ringScenario } from './ring-scenario.ts';

const early = 10;
const late = 100_000;
/** Exchanges gone on with from one moment before it is gone back to. */
const stretch = 16;

/** Whether an endless talk stays as quick as it began, and whether it grows. */
export async function endlessRows(): Promise<readonly BenchRow[]> {
  const program = compileScenario(ringScenario(25));
  const beginning = afterExchanges(program, openRing(program), early);
  const settled = afterExchanges(program, beginning, 1000 - early);
  const talk = heapKept(() => afterExchanges(program, settled, late - 1000));
  const from =
    (state: SessionState): Contestant =>
    (exchanges) => {
      for (let begun = 0; begun < exchanges; begun += stretch) afterExchanges(program, state, stretch);
    };
  const { first, last } = await race({ first: from(beginning), last: from(talk.kept) });
  const bytes = Math.max(0, talk.bytes) / (late - 1000);
  const traced = JSON.stringify(goOn(program, talk.kept).trace).length;
  return [
    {
      what: 'the 100,000th exchange of a talk, against its 10th',
      ours: microseconds(last),
      against: microseconds(first),
      ratio: last / first,
      ...atMost(1.05, last / first),
    },
    {
      what: 'memory kept for an exchange of a long talk, against its trace as text',
      ours: `${bytes.toFixed(2)} bytes`,
      against: `${traced.toLocaleString('en')} bytes`,
      ratio: bytes / traced,
      goal: '≤ 1 byte',
      met: bytes <= 1,
    },
  ];
}
