import { compareText, ordersBetween, type OrderKey } from '../../base/order.ts';
import { invariant } from '../../base/invariant.ts';
import { childIds, recordIn, type Document } from '../../model/document.ts';
import type { RecordPut, TableRecords } from '../../model/record-tables.ts';
import { pathOf } from '../../model/selectors/path-of.ts';
import { toRecord } from '../../model/to-record.ts';
import type { ClipLevel } from './clip-schema.ts';

type Bucket = TableRecords['intents']['bucket'];
/** Where a level goes: under which parent, and behind which sibling; null is the end. */
export type Slot = { readonly parent: string; readonly after: string | null };

const parentTables = { scenes: 'conversations', turns: 'scenes', intents: 'turns' } as const;

/** Finds what takes pasted levels in, making the frames that are missing: one of each, however much is pasted. */
export function createNest(document: Document, renew: (wanted: string) => string) {
  const puts: RecordPut[] = [];
  const made = new Map<string, string>();
  let newConversation: string | null = null;

  const make = (table: 'conversations' | 'scenes' | 'turns', parent: string): string => {
    const known = made.get(`${table} ${parent}`);
    if (known !== undefined) return known;
    const { word, field, behaviors } = frames[table];
    const siblings = childIds(document, parent);
    const name = siblings.length === 0 ? word : `${word} ${siblings.length + 1}`;
    const id = renew(name.toLowerCase().replace(' ', '-'));
    const [order] = keysFor(document, table, { parent, after: null }, null, 1);
    const record = toRecord(table, { id, name, order, behaviors, ...(field === null ? {} : { [field]: parent }) });
    invariant(record.ok, 'a frame made here is a frame');
    puts.push({ table, record: record.value } as RecordPut);
    made.set(`${table} ${parent}`, id);
    if (table === 'conversations') newConversation = id;
    return id;
  };

  /** The frame of a table around `into`, else a new one in the frame around that. */
  const frameAt = (table: 'conversations' | 'scenes' | 'turns', path: readonly string[]): string => {
    const around = path.find((id) => document.tables[table].has(id));
    if (around !== undefined) return around;
    return make(table, table === 'conversations' ? document.scenario.id : frameAt(parentTables[table], path));
  };

  return {
    puts,
    /** The conversation that had to be made. */
    newConversation: (): string | null => newConversation,
    slotFor(level: ClipLevel, into: string | null, bucket: Bucket | null): Slot {
      const path = into === null ? [] : pathOf(document, into);
      const parent = level === 'conversations' ? document.scenario.id : frameAt(parentTables[level], path);
      const beside = path.find((id) => document.tables[level].has(id)) ?? null;
      const isAlike = bucket === null || recordIn(document, 'intents', beside ?? '')?.bucket === bucket;
      return { parent, after: isAlike ? beside : null };
    },
  };
}

const frames = {
  conversations: { word: 'Conversation', field: null, behaviors: ['STARTING'] },
  scenes: { word: 'Scene', field: 'conversation', behaviors: ['STARTING'] },
  turns: { word: 'Turn', field: 'scene', behaviors: ['STARTING', 'OPEN'] },
} as const;

/** Keys for so many newcomers of one slot, in their order. */
export function keysFor(
  document: Document,
  level: ClipLevel,
  { parent, after }: Slot,
  bucket: Bucket | null,
  count: number,
): readonly OrderKey[] {
  const siblings = childIds(document, parent).filter(
    (id) => bucket === null || document.tables.intents.get(id)?.bucket === bucket,
  );
  const index = after === null ? siblings.length : siblings.indexOf(after) + 1;
  const keyAt = (place: number): OrderKey | null => document.tables[level].get(siblings[place] ?? '')?.order ?? null;
  const all = siblings.map((id) => document.tables[level].get(id)?.order ?? '');
  return keysBetween(keyAt(index - 1), keyAt(index), all, count);
}

/** Keys between two, behind all there are when there is no room between them. */
export function keysBetween(
  before: OrderKey | null,
  after: OrderKey | null,
  all: readonly OrderKey[],
  count: number,
): readonly OrderKey[] {
  try {
    const keys = ordersBetween(before, after, count);
    if (keys.every((key) => key.length <= longestKey)) return keys;
  } catch {
    // The library throws for keys it did not make, and for two without room between them.
  }
  const last = [...all].sort(compareText).at(-1) ?? '';
  return Array.from({ length: count }, (_, place) => `${last.slice(0, longestKey)}~${String(place).padStart(6, '0')}`);
}

const longestKey = 150;
