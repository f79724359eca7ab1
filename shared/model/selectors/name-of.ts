import { withoutMarks } from '../../base/without-marks.ts';
import type { Document } from '../document.ts';
import type { IntentRecord } from '../intent-record.ts';
import { textOfMessage } from './text-of-message.ts';

/** What people call it: its name; an action use by its action, a message by its text. The id when it has none. */
export const nameOf = (document: Document, id: string): string => givenName(document, id) || id;

function givenName(document: Document, id: string): string | undefined {
  const { tables, scenario } = document;
  const home = document.homes.get(id);
  if (home === undefined) return undefined;
  switch (home.table) {
    case 'scenario':
      return scenario.name;
    case 'intents': {
      const intent = tables.intents.get(home.record);
      return intent === undefined || intent.id === id ? intent?.name : nameInside(document, intent, id);
    }
    case 'views': {
      const view = tables.views.get(id);
      return view?.kind === 'action' ? tables.actions.get(view.shows)?.name : view?.shows;
    }
    case 'notes':
      return firstLine(tables.notes.get(id)?.text ?? '');
    case 'placements':
      return undefined;
    default:
      return tables[home.table].get(id)?.name;
  }
}

function nameInside(document: Document, intent: IntentRecord, id: string): string {
  const use = intent.actions.find((one) => one.id === id);
  if (use !== undefined) return document.tables.actions.get(use.action)?.name ?? use.action;
  const message = intent.messages.find((one) => one.id === id);
  return message === undefined ? '' : message.name || firstLine(textOfMessage(message));
}

const firstLine = (text: string): string => withoutMarks(text.trim().split('\n')[0] ?? '').slice(0, 60);
