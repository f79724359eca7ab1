import type { Document } from '../../../shared/model/document.ts';
import { withChanges } from '../../../shared/model/document.ts';
import { compileScenario } from '../../../shared/program/compile-scenario.ts';
import { atMost, milliseconds, type BenchRow } from '../bench-row.ts';
import { heapKept } from '../heap.ts';
import { timeOf } from '../measure.ts';
import { goOn, openRing } from './ring-talk.ts';
import { ringScenario } from './ring-scenario.ts';
import { tableByHand } from './table-by-hand.ts';

/** Milliseconds that nobody notices. */
const unnoticed = 100;
const rounds = 10;

/** From a document to the first reply: a scenario never seen before, and one in which a single text was changed. */
export function compileRows(): readonly BenchRow[] {
  // Compiled parts are kept with their records, so each round needs records of its own.
  const fresh = Array.from({ length: rounds + 3 }, () => ringScenario(2500));
  const [known = ringScenario(2500)] = fresh;
  const documents = fresh.values();
  const first = timeOf(() => firstReply(documents.next().value ?? ringScenario(2500)), rounds, 3);
  const byHand = timeOf(() => tableByHand(known), 4 * rounds);
  let edit = 0;
  const again = timeOf(() => firstReply(edited(known, (edit += 1))));
  const unseen = ringScenario(2500);
  const heap = heapKept(() => firstReply(unseen)).bytes;
  const heapByHand = heapKept(() => tableByHand(unseen)).bytes;
  return [
    {
      what: 'document of 5,000 intents to first reply, against a table laid out by hand',
      ours: milliseconds(first),
      against: milliseconds(byHand),
      ratio: first / byHand,
      ...atMost(4, first / byHand),
    },
    {
      what: 'the same, against the time nobody notices',
      ours: milliseconds(first),
      against: milliseconds(unnoticed),
      ratio: first / unnoticed,
      ...atMost(1, first / unnoticed),
    },
    {
      what: 'its memory after the first reply, against that of the table',
      ours: megabytes(heap),
      against: megabytes(heapByHand),
      ratio: heap / heapByHand,
      ...atMost(3, heap / heapByHand),
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

function firstReply(document: Document): object {
  const program = compileScenario(document);
  return { program, state: goOn(program, openRing(program)).state };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** The document with another sample in one of its intents. */
function edited(document: Document, edit: number): Document {
  const before = document.tables.intents.get('next');
  if (before === undefined) throw new Error('the ring has an intent called "next"');
  const after = { ...before, samples: ['go on', `edit ${edit}`] };
  return withChanges(document, [{ table: 'intents', id: before.id, before, after }]);
}
