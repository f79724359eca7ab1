import {
  FlaskConical,
  ListChecks,
  MessageSquareText,
  Plug,
  ScanText,
  Tag,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Document } from '../../shared/model/document.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { textOfMessage } from '../../shared/model/selectors/text-of-message.ts';
import { outlineRows } from '../outline/outline-rows.ts';
import type { RankedCommand } from './rank-commands.ts';
import { RecordIcon, type RecordIconKind } from './record-icon.tsx';

/** A record to go to: what it is called, and what it is. Its picture is only made when it is shown. */
export type PalettePlace = RankedCommand & {
  readonly record: string;
  readonly words: string;
  readonly icon: RecordIconKind | LucideIcon;
  /** Drawn on the canvas; else it is opened in the inspector. */
  readonly isDrawn: boolean;
};

const known = new WeakMap<Document, readonly PalettePlace[]>();

/** Every record of a document, in reading order: worked out once for each document, not with each letter typed. */
export function placesOf(document: Document): readonly PalettePlace[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const made = [...levelPlaces(document), ...besidePlaces(document)];
  known.set(document, made);
  return made;
}

const place = (
  record: string,
  label: string,
  words: string,
  icon: PalettePlace['icon'],
  { isDrawn = false, keywords = [] as readonly string[] } = {},
): PalettePlace => ({
  id: `go ${record}`,
  record,
  label,
  words,
  icon,
  isDrawn,
  beside: words,
  keywords: [record, ...keywords],
  isPlace: true,
});

const noneClosed: ReadonlySet<string> = new Set();

function levelPlaces(document: Document): readonly PalettePlace[] {
  return outlineRows(document, noneClosed, '').flatMap((row): PalettePlace[] => {
    const intent = document.tables.intents.get(row.id);
    if (intent === undefined)
      return [place(row.id, row.name, levelWords[row.level], { kind: row.level as 'turn' }, { isDrawn: true })];
    const own = place(
      row.id,
      row.name,
      row.words,
      { kind: 'intent', speaker: intent.speaker },
      { isDrawn: true, keywords: [intent.intentId, `${intent.speaker} intent`] },
    );
    // The first message is what the intent says already.
    const messages = intent.messages
      .slice(1)
      .map((message) =>
        place(message.id, textOfMessage(message) || 'Message', `Message of ${intent.intentId}`, MessageSquareText),
      );
    return [own, ...messages];
  });
}

const levelWords = { conversation: 'Conversation', scene: 'Scene', turn: 'Turn', intent: 'Intent' } as const;

/** What stands beside the talk. */
function besidePlaces(document: Document): readonly PalettePlace[] {
  const { scenario, tables } = document;
  const { actions, attributes, contexts, integrations, interpreters, mocks, tests, notes } = tables;
  return [
    ...[...actions.values()].map((one) => place(one.id, one.name, 'Action', { kind: 'action', actionKind: one.kind })),
    ...[...attributes.values()].map((one) => place(one.id, one.name, `Attribute, ${one.type}`, Tag)),
    ...[...contexts.values()].map((one) => place(one.id, one.name, 'Context', { kind: 'context', context: one.name })),
    ...[...integrations.values()].map((one) => place(one.id, one.name, 'Integration', Plug)),
    ...[...interpreters.values()].map((one) => place(one.id, one.name, 'Interpreter', ScanText)),
    ...[...mocks.values()].map((one) =>
      place(one.id, one.name || one.id, `Example answer of ${nameOf(document, one.action)}`, FlaskConical),
    ),
    ...[...tests.values()].map((one) => place(one.id, one.name || one.id, 'Test', ListChecks)),
    ...[...notes.values()].map((one) =>
      place(
        one.id,
        one.text.split('\n')[0] || 'Note',
        'Note',
        { kind: 'note' },
        { isDrawn: true, keywords: [one.text] },
      ),
    ),
    place(scenario.id, scenario.name, 'Scenario', Workflow),
  ];
}

/** As in the lists of the inspector. */
export function PlaceIcon({ of }: { readonly of: PalettePlace['icon'] }): ReactNode {
  if (typeof of === 'object' && 'kind' in of) return <RecordIcon of={of} />;
  const Icon = of;
  return <Icon className="record-icon" data-hue="neutral" size={14} strokeWidth={1.75} aria-hidden />;
}
