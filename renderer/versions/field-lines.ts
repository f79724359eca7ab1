import { isJsonObject, type Json } from '../../shared/base/json.ts';
import type { FieldChange } from '../../shared/merge/describe-changes.ts';

/** One difference inside a record, as short as it can be said. Null: nothing is there. */
export type FieldLine = { readonly path: string; readonly before: string | null; readonly after: string | null };

/** The differences inside a record, each at the innermost place; `more` counts what is not shown. */
export function fieldLines(
  fields: readonly FieldChange[],
  most = 6,
): { readonly lines: readonly FieldLine[]; readonly more: number } {
  const lines = fields.flatMap(({ field, before, after }) => linesOf(before, after, [fieldWord(field)]));
  return { lines: lines.slice(0, most), more: Math.max(0, lines.length - most) };
}

function linesOf(before: Json | null, after: Json | null, path: readonly string[]): FieldLine[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isObject(before) && isObject(after)) return partsOf(before, after, path);
  const [old, now] = [keyed(before), keyed(after)];
  if (old !== null && now !== null) return itemsOf(old, now, path);
  const line = { path: path.join(' › '), before: shortly(before), after: shortly(after) };
  return Array.isArray(before) && Array.isArray(after) ? listLines(before, after, line) : [line];
}

type Parts = Readonly<Record<string, Json>>;
const isObject = (value: Json | null): value is Parts => value !== null && isJsonObject(value);

const partsOf = (before: Parts, after: Parts, path: readonly string[]): FieldLine[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [was, is] = [before[key] ?? null, after[key] ?? null];
    return linesOf(was, is, [...path, nameOf(is) ?? nameOf(was) ?? fieldWord(key)]);
  });

/** Things of a list, each told by its name, else by where it stands; one alone needs neither. */
function itemsOf(before: Parts, after: Parts, path: readonly string[]): FieldLine[] {
  const [ids, earlier] = [Object.keys(after), Object.keys(before)];
  const isAlone = ids.length === 1 && earlier.length === 1 && ids[0] === earlier[0];
  const kind = path.at(-1) ?? '';
  return [...new Set([...earlier, ...ids])].flatMap((id) => {
    const [was, is] = [before[id] ?? null, after[id] ?? null];
    const at = (is === null ? earlier : ids).indexOf(id) + 1;
    return linesOf(was, is, [...path.slice(0, -1), itemWord(kind, is ?? was, isAlone ? 0 : at)]);
  });
}

/** “message 2”, “message “Greet””; `at` is 0 for one that is alone. */
const itemWord = (many: string, item: Json | null, at: number): string =>
  `${oneOf(many)} ${nameOf(item) ?? (at === 0 ? '' : String(at))}`.trimEnd();

/** A place inside a record, by the fields and ids that lead there, as it is said in a list of changes. */
export function placeWords(record: Json | null, path: readonly string[]): string {
  const said: string[] = [];
  let value = record;
  for (const part of path) {
    if (Array.isArray(value)) {
      const list: readonly Json[] = value;
      const at = list.findIndex((item, index) => (isObject(item) && item['id'] === part) || String(index) === part);
      value = list[at] ?? null;
      said.push(itemWord(said.pop() ?? '', value, list.length === 1 ? 0 : at + 1));
    } else {
      said.push(fieldWord(part));
      value = isObject(value) ? (value[part] ?? null) : null;
    }
  }
  return said.join(' › ');
}

/** What one thing of a list is called: a message of the messages. */
const oneOf = (many: string): string => many.replace(/ies$/, 'y').replace(/(?<=ch|sh)es$|(?<!s)s$/, '');

/** A list of things with ids, by id; of blocks, by where they stand. */
function keyed(value: Json | null): Parts | null {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isJsonObject)) return null;
  return Object.fromEntries(
    value.map((item, at) => [typeof item['id'] === 'string' ? item['id'] : String(at + 1), item]),
  );
}

/** Of a list of words only what came and went. */
function listLines(before: readonly Json[], after: readonly Json[], whole: FieldLine): FieldLine[] {
  const [old, now] = [before, after].map((list) => list.map((item) => JSON.stringify(item))) as [string[], string[]];
  const gone = before.filter((_item, at) => !now.includes(old[at] ?? ''));
  const come = after.filter((_item, at) => !old.includes(now[at] ?? ''));
  if (gone.length + come.length === 0) return [{ ...whole, before: 'another order', after: 'another order' }];
  return [
    ...gone.map((item) => ({ path: whole.path, before: shortly(item), after: null })),
    ...come.map((item) => ({ path: whole.path, before: null, after: shortly(item) })),
  ];
}

function nameOf(value: Json | null): string | null {
  if (!isObject(value)) return null;
  const { name } = value;
  return typeof name === 'string' && name !== '' ? `“${name}”` : null;
}

const longest = 140;

/** A value in one line; null for nothing. */
export function shortly(value: Json | null): string | null {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  const text = typeof value === 'string' ? `“${value}”` : typeof value === 'object' ? said(value) : String(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** What a person would recognise a thing by: its texts, else all of it. */
function said(value: Json): string {
  const texts = textsIn(value);
  return texts.length > 0 ? texts.map((text) => `“${text}”`).join(', ') : JSON.stringify(value);
}

const textsIn = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    typeof member === 'string' ? (telling.has(key) && member !== '' ? [member] : []) : textsIn(member),
  );
};
const telling = new Set(['text', 'title', 'name', 'label', 'url', 'reference', 'value']);

const words: Readonly<Record<string, string>> = {
  order: 'place',
  intentId: 'id',
  turn: 'turn it is in',
  scene: 'scene it is in',
  conversation: 'conversation it is in',
  bucket: 'request or response',
  samples: 'sample utterances',
  listensFor: 'listens for',
  x: 'across',
  y: 'down',
};

/** `expectedAttributes` as people say it: expected attributes. */
const fieldWord = (field: string): string =>
  words[field] ??
  (/^[a-z]+([A-Z][a-z]+)*$/.test(field) ? field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : field);
