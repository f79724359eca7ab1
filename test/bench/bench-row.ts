/** One line of the table: ours beside a floor or a peer measured in the same run. */
export type BenchRow = {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  /** Ours divided by the other one; lower is better. */
  readonly ratio: number;
  /** What we aim at. */
  readonly goal: string;
  /** Whether the goal was reached; left out where there is none. */
  readonly met?: boolean;
};

/** `notes` say what could not be measured, and why. */
export type BenchSection = {
  readonly title: string;
  readonly rows: readonly BenchRow[];
  readonly notes?: readonly string[];
};

/** A goal on the ratio itself. */
export const atMost = (most: number, ratio: number): Pick<BenchRow, 'goal' | 'met'> => ({
  goal: `≤ ${most} ×`,
  met: ratio <= most,
});

/** A table in Markdown that also reads well in a terminal. */
export function printSection({ title, rows, notes = [] }: BenchSection): string {
  const header = ['measured', 'Parley', 'against', 'ratio', 'goal', ''];
  const cells = rows.map(({ what, ours, against, ratio, goal, met }) => [
    what,
    ours,
    against,
    `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)} ×`,
    goal,
    met === undefined ? '' : met ? '✓' : '✗',
  ]);
  const widths = header.map((name, column) => Math.max(name.length, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const table = rows.length === 0 ? [] : ['', line(header), rule, ...cells.map(line)];
  return [`\n### ${title}`, ...table, ...notes.map((note) => `\n${note}`)].join('\n');
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const microseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} µs`;
export const perSecond = (each: number): string => `${Math.round(1e6 / each).toLocaleString('en')}/s`;
