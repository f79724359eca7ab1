import type { Document } from '../../shared/model/document.ts';
import type { Studio } from '../state/studio.ts';

/** Selects a record, brings it into view and opens it in the inspector. */
export function goTo({ editor, ui }: Pick<Studio, 'editor' | 'ui'>, id: string): void {
  const { document } = editor.getState();
  if (!document.homes.has(id)) return;
  // What covers the window would cover the place.
  ui.closeDialog();
  editor.select([id]);
  ui.showRight('inspector');
  ui.reveal([drawnId(document, id)]);
}

/** What the canvas draws for a record: a message belongs to its intent, an action stands where it is used. */
function drawnId(document: Document, id: string): string {
  const home = document.homes.get(id);
  if (home?.table === 'intents' && home.record !== id) {
    const isUse = document.tables.intents.get(home.record)?.actions.some((use) => use.id === id) === true;
    return isUse ? id : home.record;
  }
  if (home?.table === 'contexts') {
    const name = document.tables.contexts.get(id)?.name;
    return document.tables.views.findKey((view) => view.kind === 'context' && view.shows === name) ?? id;
  }
  if (home?.table !== 'actions') return id;
  const view = document.tables.views.findKey((one) => one.kind === 'action' && one.shows === id);
  return view ?? firstUse(document, id) ?? id;
}

function firstUse(document: Document, action: string): string | undefined {
  for (const intent of document.tables.intents.values())
    for (const use of intent.actions) if (use.action === action) return use.id;
  return undefined;
}
