/** One line of the table: ours beside a floor or a peer measured in the same run. */
export type BenchRow = {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  /** Ours divided by the other one; lower is better. */
  readonly ratio: number;
  /** What we aim at. */
  readonly goal: string;
};

export type BenchSection = { readonly title: string; readonly rows: readonly BenchRow[] };

/** A table for a terminal. */
export function printSection({ title, rows }: BenchSection): string {
  const cells = rows.map(({ what, ours, against, ratio, goal }) => [
    what,
    ours,
    against,
    `${ratio.toFixed(2)} ×`,
    goal,
  ]);
  const header = ['measured', 'Parley', 'against', 'ratio', 'goal'];
  const widths = header.map((name, column) => Math.max(name.length, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [`\n${title}`, line(header), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const microseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} µs`;
