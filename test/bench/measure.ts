/** The middle one of several timings, which a busy machine disturbs least. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Median milliseconds of one call, after warming up. */
export function timeOf(work: () => unknown, rounds = 15, warmUp = 5): number {
  for (let round = 0; round < warmUp; round += 1) work();
  const timings: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work();
    timings.push(performance.now() - start);
  }
  return median(timings);
}

/** Median microseconds of one step among `steps` in a batch; several contestants take turns, so that noise hits all. */
export function racePerStep(
  contestants: readonly ((steps: number) => void)[],
  steps: number,
  rounds = 9,
): readonly number[] {
  const timings = contestants.map((): number[] => []);
  for (const run of contestants) run(steps);
  for (let round = 0; round < rounds; round += 1)
    contestants.forEach((run, index) => {
      const start = performance.now();
      run(steps);
      timings[index]?.push(((performance.now() - start) * 1000) / steps);
    });
  return timings.map(median);
}
