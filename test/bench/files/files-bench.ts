import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../shared/persistence/read-scenario.ts';
import { atMost, milliseconds, type BenchSection } from '../bench-row.ts';
import { ringScenario } from '../engine/ring-scenario.ts';
import { timeOf } from '../measure.ts';

/** What reading and writing a scenario of 5,000 intents cost beside plain JSON. */
export function filesBench(): BenchSection {
  const document = ringScenario(2500);
  const text = printScenario(document);
  const plain = JSON.parse(text) as unknown;
  const stringify = timeOf(() => JSON.stringify(plain, null, 2));
  const print = timeOf(() => printScenario(document));
  const parse = timeOf(() => JSON.parse(text) as unknown);
  const read = timeOf(() => readScenario(text));
  return {
    title: `Files: a scenario of 5,000 intents, ${(text.length / 1_000_000).toFixed(1)} MB`,
    rows: [
      {
        what: 'canonical text, against JSON.stringify',
        ours: milliseconds(print),
        against: milliseconds(stringify),
        ratio: print / stringify,
        ...atMost(3, print / stringify),
      },
      {
        what: 'read, checked and indexed, against JSON.parse',
        ours: milliseconds(read),
        against: milliseconds(parse),
        ratio: read / parse,
        goal: '≤ 250 ms',
        met: read <= 250,
      },
    ],
  };
}
