import type { SourceFile } from './source-tree.ts';

const row = /^\| (T\d{2}) \|/gm;
const shownIn = /\((T\d{2}(?:, T\d{2})*)\)/g;

/** Threats in the table of what was shown that no test names, and threats that tests name and the table does not. */
export function checkSafetyRows(decisions: string, tests: readonly SourceFile[]): string[] {
  const rows = new Set([...decisions.matchAll(row)].map(([, id = '']) => id));
  const named = new Map<string, string>();
  for (const { path, text } of tests)
    for (const [, ids = ''] of text.matchAll(shownIn)) for (const id of ids.split(', ')) named.set(id, path);
  return [
    ...[...rows].filter((id) => !named.has(id)).map((id) => `${id}: no test names it`),
    ...[...named].filter(([id]) => !rows.has(id)).map(([id, path]) => `${path}: ${id} is not in the table`),
  ];
}
