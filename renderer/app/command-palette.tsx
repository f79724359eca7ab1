import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useEffect, useMemo, type KeyboardEvent } from 'react';
import { announce } from '../announce/announcer.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { goTo } from '../inspector/go-to.ts';
import { useStudio, type Studio } from '../state/studio.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { takeFocus } from '../ui/take-focus.ts';
import { runAction } from './actions/all-actions.ts';
import { shortcutText } from './actions/shortcut.ts';
import { commandPaletteStore } from './command-palette-store.ts';
import { focusPlace } from './focus-area.ts';
import { paletteGroups, type PaletteEntry } from './palette-groups.ts';
import { PlaceIcon, type PalettePlace } from './palette-places.tsx';
import { notePlace } from './recent-choices.ts';
import { useFocusBeforePalette } from './use-focus-before-palette.ts';
import './command-palette.css';

/** Whoever opens it types at once. */
const atOnce = { duration: 0 } as const;

/** Every action by name, and every record to go to; before anything is typed, where one was and what one did. */
export function CommandPalette() {
  const studio = useStudio();
  const { opened, query } = useSpotlight(commandPaletteStore.store);
  const groups = useMemo(() => (opened ? paletteGroups(studio, query) : []), [opened, query, studio]);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const giveBack = useFocusBeforePalette(opened);
  useVisits(studio);
  useEffect(() => {
    if (opened && query.trim() !== '') announce(count === 0 ? 'Nothing found' : `${count} found`, { topic: 'palette' });
  }, [count, opened, query]);

  const choose = (entry: PaletteEntry): void => {
    giveBack();
    if (entry.kind === 'place') goToPlace(studio, entry.place);
    else if (entry.whyNot === null) runAction(studio, entry.action);
    else studio.ui.notify('info', `${entry.label}: ${entry.whyNot}`);
  };
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
      transitionProps={atOnce}
    >
      <Spotlight.Search
        ref={takeFocus}
        placeholder="Find a command, or a place in the scenario"
        aria-label="Find a command, or a place in the scenario"
        leftSection={<Search size={16} aria-hidden />}
        onKeyDown={tellChosen}
      />
      <Spotlight.ActionsList>
        {count === 0 && <Spotlight.Empty>Nothing is called that. Try another word.</Spotlight.Empty>}
        {groups.map(({ label, entries }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} onChoose={() => choose(entry)} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Entry({ entry, onChoose }: { readonly entry: PaletteEntry; readonly onChoose: () => void }) {
  const { platform } = useStudio();
  if (entry.kind === 'place')
    return (
      <Spotlight.Action
        label={entry.label}
        description={entry.place.words}
        leftSection={<PlaceIcon of={entry.place.icon} />}
        onClick={onChoose}
      />
    );
  const { shortcut } = entry.action;
  return (
    <Spotlight.Action
      label={entry.label}
      data-off={entry.whyNot !== null || undefined}
      {...(entry.whyNot === null ? {} : { description: entry.whyNot })}
      rightSection={shortcut === null ? null : <KeyHint>{shortcutText(shortcut, platform)}</KeyHint>}
      onClick={onChoose}
    />
  );
}

/** Shown where it is, and with the focus there: on the canvas, else in its form. */
function goToPlace(studio: Studio, { record, isDrawn }: PalettePlace): void {
  const { editor, ui } = studio;
  notePlace(record);
  if (!isDrawn) {
    goTo(studio, record);
    return focusPlace(['#panel-inspector', '#tab-inspector']);
  }
  editor.select([record]);
  ui.reveal([record]);
  focusNode(record);
}

/** The arrows choose without moving the focus, so what they choose has to be said. */
function tellChosen(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const palette = event.currentTarget.closest('[role="dialog"]');
  requestAnimationFrame(() => {
    const parts = palette?.querySelectorAll(
      '[data-selected] :is([class*="actionLabel"], [class*="actionDescription"])',
    );
    const words = [...(parts ?? [])].map(({ textContent }) => textContent).filter(Boolean);
    if (words.length > 0) announce(words.join(', '), { topic: 'palette' });
  });
}

/** Where one was: whatever was chosen by itself, anywhere in the window. */
function useVisits({ editor }: Studio): void {
  useEffect(
    () =>
      editor.subscribe(({ selection }, before) => {
        const [only] = selection;
        if (selection !== before.selection && only !== undefined && selection.length === 1) notePlace(only);
      }),
    [editor],
  );
}
