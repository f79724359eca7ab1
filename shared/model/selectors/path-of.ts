import type { Document } from '../document.ts';
import { parentIdOf } from '../document-indexes.ts';

/**
 * The ids from the scenario down to this one: scenario, conversation, scene, turn, intent, action use or message. What
 * hangs from no level (an attribute, an action) stands right under the scenario. Empty when there is no such id.
 */
export function pathOf(document: Document, id: string): readonly string[] {
  const path: string[] = [];
  let current: string | null = id;
  while (current !== null) {
    path.push(current);
    current = holderOf(document, current);
  }
  const scenario = document.scenario.id;
  if (path.at(-1) !== scenario) path.push(scenario);
  return document.homes.has(id) ? path.reverse() : [];
}

function holderOf(document: Document, id: string): string | null {
  const home = document.homes.get(id);
  if (home === undefined || home.table === 'scenario') return null;
  if (home.record !== id) return home.record;
  const record = document.tables[home.table].get(id);
  return record === undefined ? null : parentIdOf(home.table, record, document.scenario.id);
}
