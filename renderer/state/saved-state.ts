import type { Document, Table } from '../../shared/model/document.ts';
import { tableNames, type AnyRecord, type TableName } from '../../shared/model/record-tables.ts';
import type { EditorState } from './editor-store.ts';

/** What the title says: in no file yet, in its file as it is, edited since, given back after a crash, mended, or nowhere but on the screen. */
export type SavedState = 'new' | 'saved' | 'edited' | 'recovered' | 'repaired' | 'gone';

type Compared = Pick<EditorState, 'document' | 'saved' | 'openFile' | 'recovered' | 'repairedFrom' | 'onDisk'>;

export function savedStateOf(state: Compared): SavedState {
  if (state.repairedFrom !== null) return 'repaired';
  if (state.recovered) return 'recovered';
  if (state.onDisk === 'gone') return 'gone';
  if (isEdited(state.document, state.saved)) return 'edited';
  return state.openFile === null ? 'new' : 'saved';
}

/** Whether there is work that would be lost. */
export const hasUnsavedWork = (state: Pick<EditorState, 'document' | 'saved' | 'recovered' | 'onDisk'>): boolean =>
  state.recovered || state.onDisk === 'gone' || isEdited(state.document, state.saved);

const answers = new WeakMap<Document, { readonly saved: Document; readonly edited: boolean }>();

/** Compares contents, so that undoing the last edit, or typing the same words again, makes a document clean. */
export function isEdited(document: Document, saved: Document): boolean {
  if (document === saved) return false;
  const known = answers.get(document);
  if (known?.saved === saved) return known.edited;
  const edited = differsStill(document, saved) || !sameContent(document, saved);
  answers.set(document, { saved, edited });
  return edited;
}

const sameContent = (left: Document, right: Document): boolean =>
  isSame(left.scenario, right.scenario) &&
  isSame(left.extras, right.extras) &&
  tableNames.every((name) =>
    sameTable(left.tables[name] as Table<AnyRecord>, right.tables[name] as Table<AnyRecord>, name),
  );

/** The record that was found to differ last: who types on in it need not have all others looked through again. */
let differing: { readonly table: TableName; readonly id: string } | null = null;

function differsStill({ tables }: Document, saved: Document): boolean {
  if (differing === null) return false;
  const { table, id } = differing;
  return !isSame(tables[table].get(id), saved.tables[table].get(id));
}

/** Untouched tables and untouched records are the same objects, so only what changed is looked into. */
function sameTable(left: Table<AnyRecord>, right: Table<AnyRecord>, table: TableName): boolean {
  if (left === right) return true;
  if (left.size !== right.size) return false;
  const other = left.findKey((record, id) => !isSame(record, right.get(id)));
  if (other !== undefined) differing = { table, id: other };
  return other === undefined;
}

function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => isSame(item, right[index]));
  }
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  const [one, other] = [left as Record<string, unknown>, right as Record<string, unknown>];
  return keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]));
}
