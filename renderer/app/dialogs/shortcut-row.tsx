import { RotateCcw } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useStudio, useUi } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { allActions, fixedActions } from '../actions/all-actions.ts';
import type { EditorAction } from '../actions/editor-action.ts';
import { giveShortcut, ownerOf, resetShortcut } from '../actions/own-shortcuts.ts';
import { pressedShortcut, shortcutText, type Shortcut } from '../actions/shortcut.ts';

/** One action and its key: pressed, it waits for another; a key that is taken says whose it is before it changes hands. */
export function ShortcutRow({ action }: { readonly action: EditorAction }) {
  const studio = useStudio();
  const own = useUi((state) => state.preferences.shortcuts);
  const [isWaiting, setWaiting] = useState(false);
  const [wanted, setWanted] = useState<Shortcut | null>(null);
  const name = action.label(studio);
  const isFixed = !fixedActions.some(({ id }) => id === action.id) || action.isNative === true;
  if (isFixed && action.shortcut === null) return null;

  const stop = (): void => {
    setWaiting(false);
    setWanted(null);
  };
  const give = (shortcut: Shortcut): void => {
    studio.ui.setPreferences({ shortcuts: giveShortcut(fixedActions, own, action.id, shortcut) });
    stop();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isWaiting || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    const shortcut = pressedShortcut(event.nativeEvent, studio.platform);
    if (shortcut === null) return;
    // The same key once more takes it from the other.
    if (shortcut === wanted || ownerOf(allActions(studio), shortcut, action.id) === null) give(shortcut);
    else setWanted(shortcut);
  };

  const text = action.shortcut === null ? 'None' : shortcutText(action.shortcut, studio.platform);
  const owner = wanted === null ? null : ownerOf(allActions(studio), wanted, action.id);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {isFixed ? (
          <KeyHint>{text}</KeyHint>
        ) : (
          <button
            type="button"
            className="shortcut-key"
            aria-label={`${name}: ${isWaiting ? 'press a key' : text}`}
            data-waiting={isWaiting || undefined}
            // Escape ends the waiting, not the dialog.
            data-mantine-stop-propagation={isWaiting}
            onClick={() => setWaiting(true)}
            onKeyDown={onKeyDown}
            onBlur={stop}
          >
            {isWaiting ? 'Press a key' : text}
          </button>
        )}
        {own[action.id] !== undefined && (
          <IconButton
            icon={RotateCcw}
            label={`Key of “${name}” as it was at first`}
            onClick={() => studio.ui.setPreferences({ shortcuts: resetShortcut(fixedActions, own, action.id) })}
          />
        )}
      </dd>
      {owner !== null && wanted !== null && (
        <dd className="shortcut-clash" role="alert">
          {shortcutText(wanted, studio.platform)} means “{owner.label(studio)}”. Press it again to use it here instead.
        </dd>
      )}
    </div>
  );
}
