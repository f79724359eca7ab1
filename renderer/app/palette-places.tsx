import type { SpotlightActionData } from '@mantine/spotlight';
import { Plug, ScanText, Tag, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { childIds, type Document } from '../../shared/model/document.ts';
import { outlineRows } from '../outline/outline-rows.ts';
import type { Studio } from '../state/studio.ts';
import type { RankedCommand } from './rank-commands.ts';
import { RecordIcon } from './record-icon.tsx';

export type PaletteCommand = RankedCommand & { readonly spotlight: SpotlightActionData };

/** Where one can go; only listed when something is searched for, as commands come first. */
export function placesOf(studio: Studio): readonly PaletteCommand[] {
  const { document } = studio.editor.getState();
  return [...levelPlaces(studio, document), ...recordPlaces(studio, document)];
}

const noneClosed: ReadonlySet<string> = new Set();

/** Conversations, scenes, turns and intents: shown on the canvas. */
function levelPlaces({ editor, ui }: Studio, document: Document): readonly PaletteCommand[] {
  if (childIds(document, document.scenario.id).length === 0) return [];
  return outlineRows(document, noneClosed, '').map((row) =>
    placeAt(row.id, row.name, row.words, levelIcon(row), () => {
      editor.select([row.id]);
      ui.reveal([row.id]);
    }),
  );
}

const levelIcon = ({ speaker, level }: ReturnType<typeof outlineRows>[number]): ReactNode => (
  <RecordIcon of={speaker === null ? { kind: level as 'turn' } : { kind: 'intent', speaker }} />
);

/** Records that stand beside the talk: opened in the inspector. */
function recordPlaces({ editor, ui }: Studio, document: Document): readonly PaletteCommand[] {
  const { actions, attributes, contexts, integrations, interpreters } = document.tables;
  const open = (id: string) => (): void => {
    editor.select([id]);
    ui.showRight('inspector');
  };
  const place = (record: { id: string; name: string }, what: string, icon: ReactNode): PaletteCommand =>
    placeAt(record.id, record.name, what, icon, open(record.id));
  return [
    ...[...actions.values()].map((action) =>
      place(action, 'Action', <RecordIcon of={{ kind: 'action', actionKind: action.kind }} />),
    ),
    ...[...attributes.values()].map((attribute) => place(attribute, `Attribute, ${attribute.type}`, plainIcon(Tag))),
    ...[...contexts.values()].map((context) =>
      place(context, 'Context', <RecordIcon of={{ kind: 'context', context: context.name }} />),
    ),
    ...[...integrations.values()].map((integration) => place(integration, 'Integration', plainIcon(Plug))),
    ...[...interpreters.values()].map((interpreter) => place(interpreter, 'Interpreter', plainIcon(ScanText))),
  ];
}

/** As in the lists of the inspector. */
const plainIcon = (Icon: LucideIcon): ReactNode => (
  <Icon className="record-icon" data-hue="neutral" size={14} strokeWidth={1.75} aria-hidden />
);

const placeAt = (id: string, label: string, words: string, icon: ReactNode, onClick: () => void): PaletteCommand => ({
  id: `go ${id}`,
  label,
  keywords: [words],
  isPlace: true,
  spotlight: { id: `go ${id}`, label, description: words, leftSection: icon, onClick },
});
