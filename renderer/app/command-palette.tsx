import { Spotlight, useSpotlight, type SpotlightActionData } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { childIds } from '../../shared/model/document.ts';
import { outlineRows } from '../outline/outline-rows.ts';
import { useStudio } from '../state/studio.ts';
import type { Studio } from '../state/studio.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { allActions, runAction } from './actions/all-actions.ts';
import type { EditorAction } from './actions/editor-action.ts';
import { shortcutText } from './actions/shortcut.ts';
import { commandPaletteStore } from './command-palette-store.ts';
import { rankCommands, type RankedCommand } from './rank-commands.ts';
import { RecordIcon } from './record-icon.tsx';
import './command-palette.css';

/** Every action by name, and every conversation, scene, turn and intent to go to. */
export function CommandPalette() {
  const studio = useStudio();
  const { opened, query } = useSpotlight(commandPaletteStore.store);
  const found = opened ? rankCommands(commandsOf(studio), query, 40) : [];
  return (
    <Spotlight.Root
      store={commandPaletteStore.store}
      query={query}
      onQueryChange={(typed) => commandPaletteStore.store.updateState((state) => ({ ...state, query: typed }))}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight={440}
      overlayProps={{ blur: 0 }}
      className="command-palette"
      transitionProps={{ duration: 80 }}
    >
      <Spotlight.Search
        placeholder="Find a command, or a place in the scenario"
        aria-label="Find a command, or a place in the scenario"
        leftSection={<Search size={16} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.length === 0 && <Spotlight.Empty>Nothing is called that. Try another word.</Spotlight.Empty>}
        {found.map((command) => (
          <Spotlight.Action key={command.id} {...command.spotlight} />
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

type Command = RankedCommand & { readonly spotlight: SpotlightActionData };

const commandsOf = (studio: Studio): readonly Command[] => [
  ...allActions(studio)
    .filter((action) => action.isEnabled(studio))
    .map((action) => commandOfAction(studio, action)),
  ...placesOf(studio),
];

function commandOfAction(studio: Studio, action: EditorAction): Command {
  const label = action.label(studio);
  return {
    id: action.id,
    label,
    keywords: action.keywords,
    spotlight: {
      id: action.id,
      label,
      rightSection:
        action.shortcut === null ? null : <KeyHint>{shortcutText(action.shortcut, studio.platform)}</KeyHint>,
      onClick: () => runAction(studio, action),
    },
  };
}

const noneClosed: ReadonlySet<string> = new Set();

/** Where one can go; only listed when something is searched for, as commands come first. */
function placesOf({ editor, ui }: Studio): readonly Command[] {
  const { document } = editor.getState();
  if (childIds(document, document.scenario.id).length === 0) return [];
  return outlineRows(document, noneClosed, '').map((row) => ({
    id: `go ${row.id}`,
    label: row.name,
    keywords: [row.words],
    isPlace: true,
    spotlight: {
      id: `go ${row.id}`,
      label: row.name,
      description: row.words,
      leftSection: (
        <RecordIcon
          of={row.speaker === null ? { kind: row.level as 'turn' } : { kind: 'intent', speaker: row.speaker }}
        />
      ),
      onClick: () => {
        editor.select([row.id]);
        ui.reveal([row.id]);
      },
    },
  }));
}
