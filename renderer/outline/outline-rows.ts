import { childIds, recordIn, type Document } from '../../shared/model/document.ts';
import type { Behavior, IntentRecord, Speaker } from '../../shared/model/intent-record.ts';
import { withoutMarks } from '../../shared/base/without-marks.ts';
import { textOfMessage } from '../../shared/model/selectors/text-of-message.ts';

export type OutlineLevel = 'conversation' | 'scene' | 'turn' | 'intent';

/** One line of the outline, as flat as it is drawn. */
export type OutlineRow = {
  readonly id: string;
  readonly level: OutlineLevel;
  readonly depth: number;
  readonly name: string;
  /** What is said, for intents: the first sample or message. */
  readonly words: string;
  readonly speaker: Speaker | null;
  readonly behaviors: readonly Behavior[];
  readonly virtual: boolean;
  readonly parent: string;
  /** Place among its siblings, from 1, and how many there are: what screen readers say. */
  readonly position: number;
  readonly siblings: number;
  readonly open: boolean | null;
};

const tables = { conversation: 'conversations', scene: 'scenes', turn: 'turns', intent: 'intents' } as const;
const levels: readonly OutlineLevel[] = ['conversation', 'scene', 'turn', 'intent'];

/** The rows to draw: what is inside closed rows is left out; while searching, what fits and what holds it. */
export function outlineRows(document: Document, closed: ReadonlySet<string>, search: string): readonly OutlineRow[] {
  const wanted = search.trim().toLowerCase();
  const rows: OutlineRow[] = [];
  addChildren(document, document.scenario.id, 0, { closed, wanted, rows });
  return rows;
}

type Listing = { readonly closed: ReadonlySet<string>; readonly wanted: string; readonly rows: OutlineRow[] };

/** Adds the children of `parent`; answers whether any of them was added. */
function addChildren(document: Document, parent: string, depth: number, listing: Listing): boolean {
  const level = levels[depth];
  if (level === undefined) return false;
  const { closed, wanted, rows } = listing;
  const ids = childIds(document, parent);
  let added = false;
  for (const [index, id] of ids.entries()) {
    const row = rowOf(document, level, id, { parent, depth, position: index + 1, siblings: ids.length });
    if (row === null) continue;
    const fits = wanted === '' || `${row.name}\n${row.words}`.toLowerCase().includes(wanted);
    const isClosed = wanted === '' && closed.has(id);
    const at = rows.push({ ...row, open: row.open === null ? null : !isClosed }) - 1;
    // A level that fits shows everything in it.
    const below = fits ? { ...listing, wanted: '', closed: wanted === '' ? closed : noneClosed } : listing;
    const holds = !isClosed && addChildren(document, id, depth + 1, below);
    if (fits || holds) added = true;
    else rows.length = at;
  }
  return added;
}

const noneClosed: ReadonlySet<string> = new Set();

type Place = Pick<OutlineRow, 'parent' | 'depth' | 'position' | 'siblings'>;

function rowOf(document: Document, level: OutlineLevel, id: string, place: Place): OutlineRow | null {
  const record = recordIn(document, tables[level], id);
  if (record === undefined) return null;
  const told = knownTelling.get(record) ?? tellingOf(record, level);
  knownTelling.set(record, told);
  return { ...place, ...told, id, level, open: childIds(document, id).length > 0 ? true : null };
}

type Telling = Pick<OutlineRow, 'name' | 'words' | 'speaker' | 'behaviors' | 'virtual'>;
type LevelRecord = NonNullable<ReturnType<typeof recordIn<(typeof tables)[OutlineLevel]>>>;

/** What a record is called and says, for as long as it is that record: an edit changes one of thousands. */
const knownTelling = new WeakMap<LevelRecord, Telling>();

function tellingOf(record: LevelRecord, level: OutlineLevel): Telling {
  const intent = level === 'intent' ? (record as IntentRecord) : null;
  return {
    name: record.name === '' ? (intent?.intentId ?? record.id) : record.name,
    words: intent === null ? '' : wordsOf(intent),
    speaker: intent?.speaker ?? null,
    behaviors: record.behaviors,
    virtual: intent !== null && intent.virtualIntent !== null,
  };
}

/** The first thing said: a sample of a USER intent, a message of an APP intent. */
function wordsOf(intent: IntentRecord): string {
  if (intent.speaker === 'USER') return intent.samples[0] ?? '';
  for (const message of intent.messages) {
    const text = textOfMessage(message);
    if (text !== '') return withoutMarks(text);
  }
  return '';
}
