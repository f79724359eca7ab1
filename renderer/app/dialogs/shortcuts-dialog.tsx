import { Button, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useStudio, useUi } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { withOwnShortcut } from '../actions/own-shortcuts.ts';
import { findKeys, keyGroups, type NamedKey } from './all-keys.ts';
import { ShortcutRow } from './shortcut-row.tsx';
import './shortcuts-dialog.css';

/** All keys at a glance: those of the menus, and those of the places that have the focus. */
export function ShortcutsDialog() {
  const studio = useStudio();
  const own = useUi((state) => state.preferences.shortcuts);
  const [typed, setTyped] = useState('');
  const hasOwn = Object.keys(own).length > 0;
  const keyOf = (key: NamedKey) => withOwnShortcut(key, own).shortcut;
  const groups = findKeys(studio, keyGroups(studio), typed, keyOf);
  const count = groups.reduce((sum, { keys }) => sum + keys.length, 0);
  return (
    <DialogFrame
      title="Keyboard shortcuts"
      size={1120}
      onClose={studio.ui.closeDialog}
      buttons={
        <Button variant="default" disabled={!hasOwn} onClick={() => studio.ui.setPreferences({ shortcuts: {} })}>
          All keys as they were at first
        </Button>
      }
    >
      <div className="shortcuts-top">
        <TextInput
          data-autofocus
          aria-label="Find a key, by what it does or how it is written"
          placeholder="Find a key, by what it does or how it is written"
          leftSection={<Search size={14} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className="shortcuts-hint" role="status">
          {typed.trim() === '' ? 'Press a key to change it.' : count === 1 ? '1 key' : `${count} keys`}
        </p>
      </div>
      <div className="shortcuts">
        {groups.map(({ label, keys }) => (
          <section key={label}>
            <h3>{label}</h3>
            <dl>
              {keys.map((key) => (
                <ShortcutRow key={key.id} named={key} />
              ))}
            </dl>
          </section>
        ))}
        {count === 0 && <p>Nothing does that, and no key is written so.</p>}
      </div>
    </DialogFrame>
  );
}
