import type { Document } from '../document.ts';
import type { ViewRecord } from '../design-records.ts';
import type { IntentRecord } from '../intent-record.ts';

/** What people call it: its name; an action use by its action, a message by its text. The id when it has none. */
export function nameOf(document: Document, id: string): string {
  const home = document.homes.get(id);
  if (home === undefined) return id;
  if (home.table === 'scenario') return document.scenario.name || id;
  const record = document.tables[home.table].get(home.record);
  if (record === undefined) return id;
  if ('samples' in record && record.id !== id) return nameInside(document, record, id) || id;
  if ('shows' in record) return nameOfView(document, record) || id;
  if ('text' in record) return firstLine(record.text) || id;
  return ('name' in record ? record.name : '') || id;
}

function nameInside(document: Document, intent: IntentRecord, id: string): string {
  const use = intent.actions.find((one) => one.id === id);
  if (use !== undefined) return document.tables.actions.get(use.action)?.name ?? use.action;
  const message = intent.messages.find((one) => one.id === id);
  return message === undefined ? '' : message.name || firstLine(message.blocks[0]?.text ?? '');
}

const nameOfView = (document: Document, view: ViewRecord): string =>
  view.kind === 'action' ? (document.tables.actions.get(view.shows)?.name ?? view.shows) : view.shows;

const firstLine = (text: string): string => (text.trim().split('\n')[0] ?? '').slice(0, 60);
