import { RotateCcw } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useStudio, useUi } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { giveShortcut, ownersOf, resetShortcut, withOwnShortcut } from '../actions/own-shortcuts.ts';
import { pressedShortcut, shortcutText, type Shortcut } from '../actions/shortcut.ts';
import { allKeys, type NamedKey } from './all-keys.ts';

/** One thing with a key: pressed, it waits for another; a key that is taken says whose it is before it changes hands. */
export function ShortcutRow({ named }: { readonly named: NamedKey }) {
  const studio = useStudio();
  const own = useUi((state) => state.preferences.shortcuts);
  const [isWaiting, setWaiting] = useState(false);
  const [wanted, setWanted] = useState<Shortcut | null>(null);
  const keys = allKeys(studio);
  const { id, name } = named;
  const { shortcut } = withOwnShortcut(named, own);
  const owners = wanted === null ? [] : ownersNow(wanted);

  function ownersNow(pressed: Shortcut): readonly NamedKey[] {
    const now = keys.map((key) => withOwnShortcut(key, own));
    return ownersOf(now, pressed, id);
  }
  const stop = (): void => {
    setWaiting(false);
    setWanted(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isWaiting || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    const pressed = pressedShortcut(event.nativeEvent, studio.platform);
    if (pressed === null) return;
    // The same key once more takes it from the other.
    if (pressed !== wanted && ownersNow(pressed).length > 0) return setWanted(pressed);
    studio.ui.setPreferences({ shortcuts: giveShortcut(keys, own, id, pressed) });
    stop();
  };

  const text = shortcut === null ? 'None' : shortcutText(shortcut, studio.platform);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {named.isNative === true ? (
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
        {own[id] !== undefined && (
          <IconButton
            icon={RotateCcw}
            label={`Key of “${name}” as it was at first`}
            onClick={() => studio.ui.setPreferences({ shortcuts: resetShortcut(keys, own, id) })}
          />
        )}
      </dd>
      {wanted !== null && owners.length > 0 && (
        <dd className="shortcut-clash" role="alert">
          {shortcutText(wanted, studio.platform)} means {owners.map((owner) => `“${owner.name}”`).join(' and ')}. Press
          it again to use it here instead.
        </dd>
      )}
    </div>
  );
}
