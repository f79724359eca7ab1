import type { Document } from '../../shared/model/document.ts';
import { groupPath } from '../../shared/persistence/file-format.ts';
import { pointerOf, type Path } from '../../shared/persistence/read-problem.ts';
import type { Problem } from '../../shared/problems/problem.ts';

/** Where a finding stands in the file, as a JSON pointer: to its field, or to the nearest thing above that is there. */
export function problemPointer(document: Document, { ref, field }: Pick<Problem, 'ref' | 'field'>): string {
  const { path, value } = placeOf(document, ref);
  const steps = [...path];
  let inside: unknown = value;
  for (const step of field.split('.')) {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, step)) break;
    steps.push(step);
    inside = (inside as Readonly<Record<string, unknown>>)[step];
  }
  return pointerOf(steps);
}

function placeOf(document: Document, ref: string): { readonly path: Path; readonly value: unknown } {
  const home = document.homes.get(ref);
  if (home === undefined || home.table === 'scenario') return { path: ['scenario'], value: document.scenario };
  const record = document.tables[home.table].get(home.record);
  const path = [...groupPath(home.table), home.record];
  if (home.record === ref || home.table !== 'intents') return { path, value: record };
  // A message, or the use of an action, stands in a list of its intent.
  const intent = document.tables.intents.get(home.record);
  for (const list of ['actions', 'messages'] as const) {
    const at = intent?.[list].findIndex(({ id }) => id === ref) ?? -1;
    if (at >= 0) return { path: [...path, list, at], value: intent?.[list][at] };
  }
  return { path, value: record };
}
