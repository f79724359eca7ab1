import { findActionUse } from '../../shared/model/selectors/find-action-use.ts';
import type { NameOf } from '../../shared/explain/exchange-events.ts';
import type { Document } from '../../shared/model/document.ts';

/** How sentences call a record: by the name it has in the design, else by its id. */
export function recordName(document: Document, id: string): string {
  const home = document.homes.get(id);
  if (home === undefined) return id;
  if (home.table === 'scenario') return document.scenario.name || id;
  const record = document.tables[home.table].get(home.record);
  if (record === undefined) return id;
  if (home.table === 'intents' && home.record !== id) return nameInIntent(document, id);
  if ('name' in record && record.name !== '') return record.name;
  return 'intentId' in record && record.intentId !== '' ? record.intentId : id;
}

export const namesIn =
  (document: Document): NameOf =>
  (id) =>
    recordName(document, id);

/** An action on an intent is called like its action; a message like its intent. */
function nameInIntent(document: Document, id: string): string {
  const found = findActionUse(document, id);
  if (found !== undefined) return document.tables.actions.get(found.use.action)?.name ?? found.use.action;
  const home = document.homes.get(id);
  return home === undefined ? id : recordName(document, home.record);
}
