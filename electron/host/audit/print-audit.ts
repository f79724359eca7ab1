import type { AuditEntry } from '../../../shared/bridge/contract/audit-contract.ts';
import { printCsv } from '../../../shared/base/print-csv.ts';

/** Entries as a file for other programs: one JSON object a line, or a table for a spreadsheet. */
export function printAudit(entries: readonly AuditEntry[], format: 'csv' | 'jsonl'): string {
  if (format === 'jsonl') return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  return printCsv([columns.map(({ title }) => title), ...entries.map(cells)]);
}

const columns: readonly { readonly title: string; readonly of: (entry: AuditEntry) => string | number }[] = [
  { title: 'id', of: ({ id }) => id },
  { title: 'time', of: ({ at }) => new Date(at).toISOString() },
  { title: 'asked by', of: ({ askedBy }) => askedBy },
  { title: 'conversation', of: ({ conversation }) => conversation ?? '' },
  { title: 'scenario', of: ({ scenario }) => scenario },
  { title: 'action', of: ({ action }) => action },
  { title: 'kind', of: ({ kind }) => kind },
  { title: 'outcome', of: ({ outcome }) => outcome },
  { title: 'failure', of: ({ failure }) => failure ?? '' },
  { title: 'detail', of: ({ detail }) => detail },
  { title: 'origin', of: ({ origin }) => origin },
  { title: 'status', of: ({ status }) => status ?? '' },
  { title: 'duration ms', of: ({ duration }) => duration },
  { title: 'attempts', of: ({ attempts }) => attempts },
  { title: 'cached', of: ({ cached }) => String(cached) },
  { title: 'request', of: ({ request }) => request },
  { title: 'world', of: ({ world }) => world ?? '' },
  { title: 'environment', of: ({ environment }) => environment ?? '' },
  { title: 'arguments', of: (entry) => JSON.stringify(entry.arguments) },
  { title: 'outputs', of: ({ outputs }) => JSON.stringify(outputs) },
];

const cells = (entry: AuditEntry): readonly (string | number)[] => columns.map(({ of }) => of(entry));
