import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { milliseconds, type BenchSection } from './bench-row.ts';
import { timeOf } from './measure.ts';
import { ringScenario } from './ring-scenario.ts';

/** F1 and F2: what opening and saving a 5,000-node scenario cost beside plain JSON. */
export function filesBench(): BenchSection {
  const document = ringScenario(2500);
  const text = printScenario(document);
  const plain = JSON.parse(text) as unknown;
  const stringify = timeOf(() => JSON.stringify(plain, null, 2));
  const print = timeOf(() => printScenario(document));
  const parse = timeOf(() => JSON.parse(text) as unknown);
  const read = timeOf(() => readScenario(text));
  const size = `${(text.length / 1_000_000).toFixed(1)} MB`;
  return {
    title: `Files: a scenario of 5,000 nodes, ${size}`,
    rows: [
      {
        what: 'canonical text, against JSON.stringify',
        ours: milliseconds(print),
        against: milliseconds(stringify),
        ratio: print / stringify,
        goal: 'at most 3 ×',
      },
      {
        what: 'read, checked and indexed, against JSON.parse',
        ours: milliseconds(read),
        against: milliseconds(parse),
        ratio: read / parse,
        goal: 'under 250 ms',
      },
    ],
  };
}
