import type { Document } from '../../../shared/model/document.ts';
import { actionKindWords } from '../../../shared/model/action-kind-words.ts';
import type { ActionKind } from '../../../shared/model/action-record.ts';
import type { ActionUseId, IntentId } from '../../../shared/model/ids.ts';
import type { Command } from '../../../shared/commands/command.ts';
import { commandEntry, type MenuEntry } from '../gestures/menu-entry.ts';
import type { Picture } from '../project-to-flow.ts';
import type { Wire } from './wire.ts';

/** Where an action goes that is put on a wire: on which intent, and ahead of which of its actions. */
export type Insertion = { readonly intent: IntentId; readonly before: ActionUseId | null };

/** Null where a wire is no course of the talk, or nothing stands at its ends. */
export function insertionOn({ spots }: Pick<Picture, 'spots'>, wire: Wire): Insertion | null {
  if (wire.kind === 'data') return null;
  const [from, to] = [spots.get(wire.from.node)?.box, spots.get(wire.to.node)?.box];
  if (to?.kind === 'action' && to.use !== null && to.intent !== null)
    return { intent: to.intent.id, before: to.use.id };
  // From the actions of an answer to the answer, and from an intent onwards: behind all there are.
  if (from?.kind === 'action' && from.intent !== null) return { intent: from.intent.id, before: null };
  return from?.kind === 'intent' ? { intent: from.intent.id, before: null } : null;
}

/** The actions that can be put on a wire. */
export function insertionsOn(document: Document, picture: Picture, wire: Wire): readonly MenuEntry[] {
  const place = insertionOn(picture, wire);
  if (place === null) return [];
  const kinds = Object.entries(actionKindWords) as [ActionKind, (typeof actionKindWords)[ActionKind]][];
  const loose = [...document.tables.views.values()].flatMap((view) =>
    view.kind === 'action' ? (document.tables.actions.get(view.shows as never) ?? []) : [],
  );
  return [
    { kind: 'title', label: 'Put on this wire' },
    ...loose.map(({ id, name }) => commandEntry(name, { kind: 'action.attach', action: id, ...place })),
    ...kinds.map(([kind, { label, firstName }]) => commandEntry(label, insertCommandOn(place, kind, firstName))),
  ];
}

const insertCommandOn = ({ intent, before }: Insertion, actionKind: ActionKind, name: string): Command => ({
  kind: 'action.add',
  actionKind,
  name,
  into: intent,
  before,
});
