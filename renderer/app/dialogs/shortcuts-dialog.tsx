import { Button } from '@mantine/core';
import { useStudio, useUi } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { findAction } from '../actions/all-actions.ts';
import { menuPlans, separator, type MenuEntry } from '../actions/menus.ts';
import { ShortcutRow } from './shortcut-row.tsx';
import './shortcuts-dialog.css';

/** Keys that belong to a place rather than to an action. */
const placeKeys = [
  {
    label: 'Canvas',
    keys: [
      ['Walk the talk', 'Arrows'],
      ['Edit the text in place', 'Enter'],
      ['Reach the pins', 'Tab'],
      ['Connect', 'C'],
      ['Talk', 'Space'],
    ],
  },
  {
    label: 'Outline',
    keys: [
      ['Walk, open and close', 'Arrows'],
      ['Carry along', 'Alt+↑ ↓'],
      ['Show on the canvas', 'Enter'],
    ],
  },
] as const;

/** All keys at a glance, in the order of the menus. */
export function ShortcutsDialog() {
  const studio = useStudio();
  const own = useUi((state) => state.preferences.shortcuts);
  const hasOwn = Object.keys(own).length > 0;
  return (
    <DialogFrame
      title="Keyboard shortcuts"
      size={1040}
      onClose={studio.ui.closeDialog}
      buttons={
        <Button variant="default" disabled={!hasOwn} onClick={() => studio.ui.setPreferences({ shortcuts: {} })}>
          All keys as they were at first
        </Button>
      }
    >
      <p className="shortcuts-hint">Press a key to change it.</p>
      <div className="shortcuts">
        {menuPlans(studio).map((menu) => (
          <section key={menu.label}>
            <h3>{menu.label}</h3>
            <dl>
              {flatten(menu.entries).map((id) => {
                const action = findAction(studio, id);
                return action === undefined ? null : <ShortcutRow key={id} action={action} />;
              })}
            </dl>
          </section>
        ))}
        {placeKeys.map(({ label, keys }) => (
          <section key={label}>
            <h3>{label}</h3>
            <dl>
              {keys.map(([name, key]) => (
                <Row key={name} name={name} keys={key} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}

const Row = ({ name, keys }: { name: string; keys: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <KeyHint>{keys}</KeyHint>
    </dd>
  </div>
);

const flatten = (entries: readonly MenuEntry[]): string[] =>
  entries.flatMap((entry) =>
    typeof entry === 'string' ? (entry === separator ? [] : [entry]) : flatten(entry.entries),
  );
