import type { Document } from '../../shared/model/document.ts';

/** What the form is about. Several ids can lead to one: a context has a view on the canvas and a record. */
export type Subject =
  | { readonly kind: 'scenario' }
  | { readonly kind: 'conversations' | 'scenes' | 'turns'; readonly id: string }
  /** `message` is the one to show first. */
  | { readonly kind: 'intents'; readonly id: string; readonly message: string | null }
  | { readonly kind: 'use'; readonly id: string }
  | { readonly kind: 'actions'; readonly id: string; readonly view: string | null }
  | { readonly kind: 'context'; readonly name: string; readonly view: string | null }
  | { readonly kind: 'attributes' | 'integrations' | 'interpreters' | 'notes' | 'tests'; readonly id: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] };

/** What is selected, as a form can be about it; nothing selected is the scenario. */
export function subjectOf(document: Document, selection: readonly string[]): Subject {
  const ids = selection.filter((id) => document.homes.has(id));
  const [id] = ids;
  if (id === undefined) return { kind: 'scenario' };
  return ids.length > 1 ? { kind: 'several', ids } : oneSubject(document, id);
}

function oneSubject(document: Document, id: string): Subject {
  const home = document.homes.get(id);
  if (home === undefined || home.table === 'scenario') return { kind: 'scenario' };
  const { table, record } = home;
  switch (table) {
    case 'intents':
      return insideIntent(document, record, id);
    case 'views': {
      const view = document.tables.views.get(id);
      if (view?.kind === 'context') return { kind: 'context', name: view.shows, view: id };
      return { kind: 'actions', id: view?.shows ?? '', view: id };
    }
    case 'contexts':
      return { kind: 'context', name: document.tables.contexts.get(id)?.name ?? '', view: null };
    case 'mocks':
      return { kind: 'actions', id: document.tables.mocks.get(id)?.action ?? '', view: null };
    case 'actions':
      return { kind: 'actions', id, view: null };
    case 'placements':
      return { kind: 'scenario' };
    default:
      return { kind: table, id };
  }
}

function insideIntent(document: Document, intent: string, id: string): Subject {
  const record = document.tables.intents.get(intent);
  if (record?.actions.some((use) => use.id === id) === true) return { kind: 'use', id };
  return { kind: 'intents', id: intent, message: id === intent ? null : id };
}

/** Forms of one subject stay as they are while other ids lead to it; another subject gets a form of its own. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'scenario':
      return 'scenario';
    case 'several':
      return `several ${subject.ids.join(' ')}`;
    case 'context':
      return `context ${subject.name}`;
    default:
      return `${subject.kind} ${subject.id}`;
  }
}

/** The record a subject is; null for a built-in context and for several. */
export function recordIdOf(document: Document, subject: Subject): string | null {
  switch (subject.kind) {
    case 'scenario':
      return document.scenario.id;
    case 'several':
      return null;
    case 'context':
      return document.tables.contexts.findKey(({ name }) => name === subject.name) ?? null;
    default:
      return subject.id;
  }
}
