import type { RowColumn } from './attribute-rows.ts';

/** The columns of the table of attributes, in order. */
export const columns = [
  { by: 'name', label: 'Name' },
  { by: 'type', label: 'Type' },
  { by: 'contexts', label: 'Context' },
  { by: 'example', label: 'Example' },
  { by: 'sensitive', label: 'Sensitive' },
  { by: 'setBy', label: 'Set by' },
  { by: 'readBy', label: 'Read by' },
  { by: 'findings', label: 'To look at' },
] as const satisfies readonly { by: RowColumn; label: string }[];
