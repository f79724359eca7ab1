import type { Document } from '../../shared/model/document.ts';
import { childIds } from '../../shared/model/document.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { RecordIcon } from '../app/record-icon.tsx';
import type { PickOption } from './fields/search-picker.tsx';
import { iconFor } from './kind-words.ts';

const kinds: Readonly<Record<number, 'conversation' | 'scene' | 'turn'>> = { 0: 'conversation', 1: 'scene', 2: 'turn' };

/** Conversations, scenes and turns as a tree, in listed order. */
export function levelPicks(document: Document): readonly PickOption[] {
  const walk = (parent: string, depth: number, above: string): PickOption[] =>
    childIds(document, parent).flatMap((id) => {
      const kind = kinds[depth];
      if (kind === undefined) return [];
      const label = visibleText(nameOf(document, id));
      const pick: PickOption = {
        value: id,
        label,
        depth,
        icon: <RecordIcon of={{ kind }} />,
        ...(above === '' ? {} : { detail: above }),
      };
      return [pick, ...walk(id, depth + 1, label)];
    });
  return walk(document.scenario.id, 0, '');
}

/** Intent ids that are there, once each, of one speaker or of both. */
export function intentIdPicks(document: Document, speaker: 'USER' | 'APP' | null): readonly PickOption[] {
  const picks = new Map<string, PickOption>();
  for (const intent of document.tables.intents.values()) {
    if (speaker !== null && intent.speaker !== speaker) continue;
    if (picks.has(intent.intentId)) continue;
    picks.set(intent.intentId, {
      value: intent.intentId,
      label: visibleText(intent.intentId),
      detail: visibleText(intent.name),
      icon: <RecordIcon of={{ kind: 'intent', speaker: intent.speaker }} />,
    });
  }
  return [...picks.values()].toSorted((left, right) => (left.label < right.label ? -1 : 1));
}

/** Every action, with what it is for. */
export const actionPicks = (document: Document): readonly PickOption[] =>
  [...document.tables.actions.values()]
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ id, name, kind, description }) => ({
      value: id,
      label: visibleText(name),
      detail: visibleText(description),
      icon: <RecordIcon of={{ kind: 'action', actionKind: kind }} />,
    }));

/** The picture of a record where it has one. */
export function iconOf(document: Document, id: string) {
  const of = iconFor(document, id);
  return of === null ? undefined : <RecordIcon of={of} />;
}
