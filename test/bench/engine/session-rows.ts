import { compileScenario } from '../../../shared/program/compile-scenario.ts';
import { atMost, microseconds, type BenchRow } from '../bench-row.ts';
import { heapKept } from '../heap.ts';
import { race } from '../measure.ts';
import { afterExchanges, goOn, openRing } from './ring-talk.ts';
import { ringScenario } from './ring-scenario.ts';

const sessionCount = 1000;
/** Enough that every session remembers as much as it ever will. */
const exchangesBefore = 40;
const mostBytes = 1536;

/** A thousand people talking at once, each saying one thing after the other has. */
export async function sessionRows(): Promise<readonly BenchRow[]> {
  const program = compileScenario(ringScenario(25));
  let single = afterExchanges(program, openRing(program), exchangesBefore);
  const { kept: sessions, bytes } = heapKept(() =>
    Array.from({ length: sessionCount }, (_, index) =>
      afterExchanges(program, openRing(program, `session-${index}`), exchangesBefore),
    ),
  );
  let next = 0;
  const { alone, together } = await race({
    alone: (exchanges) => {
      single = afterExchanges(program, single, exchanges);
    },
    together: (exchanges) => {
      for (let exchange = 0; exchange < exchanges; exchange += 1) {
        const state = sessions[next] ?? single;
        sessions[next] = goOn(program, state).state;
        next = (next + 1) % sessionCount;
      }
    },
  });
  const each = bytes / sessionCount;
  const text = JSON.stringify(sessions[0]).length;
  return [
    {
      what: '1,000 sessions taking turns, against one session',
      ours: microseconds(together),
      against: microseconds(alone),
      ratio: together / alone,
      ...atMost(1.3, together / alone),
    },
    {
      what: 'memory of a session in a long talk, against the session as text',
      ours: `${Math.round(each).toLocaleString('en')} bytes`,
      against: `${text.toLocaleString('en')} bytes`,
      ratio: each / text,
      goal: '≤ 1.5 KB',
      met: each <= mostBytes,
    },
  ];
}
