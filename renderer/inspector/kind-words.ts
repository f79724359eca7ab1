import { formOf, type NoteForm } from '../../shared/model/design-records.ts';
import type { Document } from '../../shared/model/document.ts';
import { recordWords } from '../../shared/commands/record-words.ts';
import type { RecordIconKind } from '../app/record-icon.tsx';

/** What a record is called in a sentence; what stands inside an intent has words of its own. */
export function wordFor(document: Document, id: string): string {
  const home = document.homes.get(id);
  if (home === undefined) return 'record';
  if (home.table === 'intents' && home.record !== id) {
    const isUse = document.tables.intents.get(home.record)?.actions.some((use) => use.id === id) === true;
    return isUse ? 'action use' : 'message';
  }
  if (home.table === 'intents') return `${document.tables.intents.get(id)?.speaker ?? ''} intent`.trim();
  if (home.table === 'notes') return noteForm(document, id);
  return recordWords[home.table];
}

const noteForm = ({ tables }: Document, id: string): NoteForm => {
  const note = tables.notes.get(id);
  return note === undefined ? 'note' : formOf(note);
};

/** The picture of a record where it has one. */
export function iconFor(document: Document, id: string): RecordIconKind | null {
  const home = document.homes.get(id);
  const { tables } = document;
  switch (home?.table) {
    case 'conversations':
      return { kind: 'conversation' };
    case 'scenes':
      return { kind: 'scene' };
    case 'turns':
      return { kind: 'turn' };
    case 'notes':
      return { kind: noteForm(document, id) };
    case 'contexts':
      return { kind: 'context', context: tables.contexts.get(id)?.name ?? '' };
    case 'actions':
      return { kind: 'action', actionKind: tables.actions.get(id)?.kind ?? 'api' };
    case 'mocks':
      return { kind: 'action', actionKind: 'api' };
    case 'intents': {
      const intent = tables.intents.get(home.record);
      const use = intent?.actions.find((one) => one.id === id);
      if (use !== undefined) return { kind: 'action', actionKind: tables.actions.get(use.action)?.kind ?? 'api' };
      return { kind: 'intent', speaker: intent?.speaker ?? 'USER' };
    }
    case 'views': {
      const view = tables.views.get(id);
      if (view === undefined) return null;
      return view.kind === 'context'
        ? { kind: 'context', context: view.shows }
        : { kind: 'action', actionKind: tables.actions.get(view.shows)?.kind ?? 'api' };
    }
    default:
      return null;
  }
}
