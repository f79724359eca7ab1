import type { Document } from '../../../shared/model/document.ts';
import { withChanges } from '../../../shared/model/document.ts';
import { compileScenario } from '../../../shared/program/compile-scenario.ts';
import { milliseconds, type BenchRow } from '../bench-row.ts';
import { timeOf } from '../measure.ts';
import { goOn, openRing } from './ring-talk.ts';
import { ringScenario } from './ring-scenario.ts';

/** From a document to the first reply: a scenario never seen before, and one in which a single text was changed. */
export function compileRows(): readonly BenchRow[] {
  // Compiled parts are kept with their records, so each round needs records of its own.
  const fresh = Array.from({ length: 8 }, () => ringScenario(2500));
  const documents = fresh.values();
  const reply = (document: Document): void => {
    const program = compileScenario(document);
    goOn(program, openRing(program));
  };
  const first = timeOf(() => reply(documents.next().value ?? ringScenario(2500)), 6, 2);
  const known = fresh[0] ?? ringScenario(2500);
  let edit = 0;
  const again = timeOf(() => reply(edited(known, (edit += 1))));
  const parse = timeOf(() => JSON.parse(JSON.stringify([...known.tables.intents.values()])) as unknown, 6, 2);
  return [
    {
      what: 'document of 5,000 intents to first reply, against JSON both ways',
      ours: milliseconds(first),
      against: milliseconds(parse),
      ratio: first / parse,
      goal: '≤ 100 ms',
      met: first <= 100,
    },
    {
      what: 'the same after one text was edited, against the first time',
      ours: milliseconds(again),
      against: milliseconds(first),
      ratio: again / first,
      goal: '≤ 10 ms',
      met: again <= 10,
    },
  ];
}

/** The document with another sample in one of its intents. */
function edited(document: Document, edit: number): Document {
  const before = document.tables.intents.get('next');
  if (before === undefined) throw new Error('the ring has an intent called "next"');
  const after = { ...before, samples: ['go on', `edit ${edit}`] };
  return withChanges(document, [{ table: 'intents', id: before.id, before, after }]);
}
