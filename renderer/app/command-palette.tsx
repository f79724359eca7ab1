import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useStudio } from '../state/studio.ts';
import type { Studio } from '../state/studio.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { allActions, runAction } from './actions/all-actions.ts';
import type { EditorAction } from './actions/editor-action.ts';
import { shortcutText } from './actions/shortcut.ts';
import { commandPaletteStore } from './command-palette-store.ts';
import { placesOf, type PaletteCommand } from './palette-places.tsx';
import { rankCommands } from './rank-commands.ts';
import './command-palette.css';

/** Every action by name, and every record to go to. */
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
      // Heard, not seen: the field says it to those who see.
      title="Commands and places"
      classNames={{ header: 'command-palette-title' }}
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

const commandsOf = (studio: Studio): readonly PaletteCommand[] => [
  ...allActions(studio)
    .filter((action) => action.isEnabled(studio))
    .map((action) => commandOfAction(studio, action)),
  ...placesOf(studio),
];

function commandOfAction(studio: Studio, action: EditorAction): PaletteCommand {
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
