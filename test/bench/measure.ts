/** The value that `share` of the others do not exceed: 0.5 is the median, 0.95 what one in twenty exceeds. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle one of several timings, which a busy machine disturbs least. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/**
 * Milliseconds this process has worked, collecting garbage included. Unlike the clock on the wall, it stands still while
 * another program has the processor, so that ratios also hold on a machine that is doing something else.
 */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Median milliseconds of work of one call, after warming up. */
export function timeOf(work: () => unknown, rounds = 15, warmUp = 5): number {
  for (let round = 0; round < warmUp; round += 1) work();
  const timings: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = worked();
    work();
    timings.push(worked() - before);
  }
  return median(timings);
}

/** Does its work so many times over. */
export type Contestant = (steps: number) => void | Promise<void>;

/** Milliseconds: long enough that each batch has its share of garbage to collect, short enough for many rounds. */
const batch = 12;

/**
 * Microseconds of one step of each contestant. They take turns in short batches, so that whatever else the machine does
 * hits all of them; and of the batches the lower quartile counts, because what else it does only ever adds.
 */
export async function race<Name extends string>(
  contestants: Readonly<Record<Name, Contestant>>,
  rounds = 60,
): Promise<Readonly<Record<Name, number>>> {
  const runners = await Promise.all(
    (Object.entries(contestants) as [Name, Contestant][]).map(async ([name, run]) => ({
      name,
      run,
      steps: await stepsPerBatch(run),
      timings: [] as number[],
    })),
  );
  for (let round = 0; round < rounds; round += 1)
    for (const { run, steps, timings } of runners) timings.push(((await workOf(run, steps)) * 1000) / steps);
  const results = runners.map(({ name, timings }) => [name, percentile(timings, 0.25)]);
  return Object.fromEntries(results) as Readonly<Record<Name, number>>;
}

/** Warms a contestant up, and finds how many of its steps make a batch. */
async function stepsPerBatch(run: Contestant): Promise<number> {
  for (let steps = 16; ; steps *= 2) {
    const spent = await workOf(run, steps);
    // Compilers are done after some tens of thousands of steps, or a quarter of a second.
    if (steps >= 32_768 || spent > 250) return Math.max(1, Math.round((steps * batch) / spent));
  }
}

async function workOf(run: Contestant, steps: number): Promise<number> {
  const before = worked();
  await run(steps);
  return worked() - before;
}
