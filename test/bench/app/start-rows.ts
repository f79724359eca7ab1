import { atMost, milliseconds, type BenchRow } from '../bench-row.ts';
import { median } from '../measure.ts';
import { bare, studio, type BenchDesk, type Shown } from '../window/bench-desk.ts';
import { timeStart } from '../window/time-start.ts';

const rounds = 5;

/** Starts that take turns, each with the profile of its last start: what is cached for a person is cached here. */
export async function startRows(desk: BenchDesk, plainFlow: string, large: string): Promise<readonly BenchRow[]> {
  const { blank, page, ours, withFile } = await timeStarts(desk, {
    blank: bare(),
    page: bare(`${plainFlow}?nodes=100`),
    ours: studio(),
    withFile: studio(large),
  });
  return [
    row('start until it can be worked with, against a blank Electron window', ours, blank, 2),
    row('the same, against a page with nothing but React Flow and 100 nodes', ours, page, 1.1),
    row('start with a file of 5,000 intents, against start with the sample', withFile, ours, 1.25),
  ];
}

const row = (what: string, ours: number, other: number, most: number): BenchRow => ({
  what,
  ours: milliseconds(ours),
  against: milliseconds(other),
  ratio: ours / other,
  ...atMost(most, ours / other),
});

async function timeStarts<Name extends string>(
  desk: BenchDesk,
  shown: Readonly<Record<Name, Shown>>,
): Promise<Readonly<Record<Name, number>>> {
  const entries = Object.entries(shown) as [Name, Shown][];
  const times = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  // The first start of a profile is not counted: it writes what the others find.
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, one] of entries) {
      const time = await timeStart(desk, `profile-${name}`, one);
      if (round > 0) times.get(name)?.push(time);
    }
  const medians = [...times].map(([name, all]) => [name, median(all)]);
  return Object.fromEntries(medians) as Readonly<Record<Name, number>>;
}
