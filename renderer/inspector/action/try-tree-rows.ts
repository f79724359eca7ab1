import { isJsonObject, type Json } from '../../../shared/base/json.ts';
import { valueWords } from '../../../shared/explain/value-words.ts';

/** One value of an answer, where it stands, and the JMESPath that finds it. */
export type TreeRow = {
  readonly path: string;
  /** Its field or its position. */
  readonly key: string;
  readonly depth: number;
  readonly value: Json;
  /** How many values are directly inside; null for one that has no inside. */
  readonly inside: number | null;
  readonly isOpen: boolean;
};

/** More than anybody looks through in a panel; the whole answer is beside it as text. */
export const mostRows = 1000;

/** The values on show, parents ahead of what is inside them. `toggled`: those that are not as they start. */
export function treeRows(answer: Json, toggled: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (value: Json, path: string, key: string, depth: number): void => {
    if (rows.length >= mostRows) return;
    const inside = childrenOf(value);
    const isOpen = inside !== null && (depth < 2 ? inside.length <= 30 : false) !== toggled.has(path);
    rows.push({ path, key, depth, value, inside: inside?.length ?? null, isOpen });
    if (isOpen) for (const [name, child] of inside) add(child, join(path, name), String(name), depth + 1);
  };
  const top = childrenOf(answer);
  if (top === null) add(answer, '@', 'answer', 0);
  else for (const [name, child] of top) add(child, join('', name), String(name), 0);
  return rows;
}

function childrenOf(value: Json): readonly (readonly [string | number, Json])[] | null {
  if (Array.isArray(value)) return (value as readonly Json[]).map((child, index) => [index, child] as const);
  return isJsonObject(value) ? Object.entries(value) : null;
}

function join(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const name = /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : JSON.stringify(key);
  return path === '' ? name : `${path}.${name}`;
}

/** What a row says of its value. */
export function rowWords({ value, inside }: Pick<TreeRow, 'value' | 'inside'>): string {
  if (inside === null) return typeof value === 'string' ? valueWords(value) : JSON.stringify(value);
  const what = Array.isArray(value) ? ['item', 'items'] : ['field', 'fields'];
  return `${inside} ${inside === 1 ? what[0] : what[1]}`;
}
