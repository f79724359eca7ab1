import type { TraceEvent } from '../../../shared/engine/trace-event.ts';
import { compileScenario } from '../../../shared/program/compile-scenario.ts';
import { atMost, microseconds, type BenchRow } from '../bench-row.ts';
import { race } from '../measure.ts';
import { goOn, openRing } from './ring-talk.ts';
import { ringScenario } from './ring-scenario.ts';

/** The engine cannot be run without its trace, so what is compared is writing it down: with making it, and alone. */
export async function tracingRows(): Promise<readonly BenchRow[]> {
  const program = compileScenario(ringScenario(25));
  let state = openRing(program);
  let written = 0;
  const write = (trace: readonly TraceEvent[]): void => {
    for (const event of trace) written += JSON.stringify(event).length + 1;
  };
  const recorded = Array.from({ length: 100 }, () => {
    const { trace, state: reached } = goOn(program, state);
    state = reached;
    return trace;
  });
  const { talkAndWrite, writeAlone } = await race({
    talkAndWrite: (exchanges) => {
      for (let exchange = 0; exchange < exchanges; exchange += 1) {
        const result = goOn(program, state);
        write(result.trace);
        state = result.state;
      }
    },
    writeAlone: (exchanges) => {
      for (let exchange = 0; exchange < exchanges; exchange += 1) write(recorded[exchange % recorded.length] ?? []);
    },
  });
  if (written === 0) throw new Error('the benched trace must be written');
  return [
    {
      what: 'an exchange and its trace as text, against writing such a trace alone',
      ours: microseconds(talkAndWrite),
      against: microseconds(writeAlone),
      ratio: talkAndWrite / writeAlone,
      ...atMost(2, talkAndWrite / writeAlone),
    },
  ];
}
