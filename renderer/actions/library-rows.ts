import { compareText } from '../../shared/base/order.ts';
import { actionKindWords } from '../../shared/model/action-kind-words.ts';
import type { ActionRecord } from '../../shared/model/action-record.ts';
import { actionSteps } from '../../shared/model/action-texts.ts';
import type { Document } from '../../shared/model/document.ts';
import { actionLine } from './action-line.ts';

/** One action as the library lists it. */
export type LibraryRow = {
  readonly action: ActionRecord;
  readonly kind: string;
  readonly line: string;
  /** On how many intents, and in how many workflows. */
  readonly uses: number;
};

/** All actions by name, with how often each is used. */
export function libraryRows({ tables }: Document): readonly LibraryRow[] {
  const uses = new Map<string, number>();
  const count = (id: string): void => void uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const intent of tables.intents.values()) for (const use of intent.actions) count(use.action);
  for (const action of tables.actions.values())
    if (action.kind === 'workflow')
      for (const id of new Set(actionSteps(action.steps).map((step) => step.action))) count(id);
  return [...tables.actions.values()]
    .map((action) => ({
      action,
      kind: actionKindWords[action.kind].label,
      line: actionLine(action),
      uses: uses.get(action.id) ?? 0,
    }))
    .toSorted((left, right) => compareText(left.action.name.toLowerCase(), right.action.name.toLowerCase()));
}

/** The rows that hold every word that was typed, wherever it stands. */
export function findRows(rows: readonly LibraryRow[], typed: string): readonly LibraryRow[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ action, kind, line }) => {
    const text = `${action.name} ${action.description} ${kind} ${line}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
