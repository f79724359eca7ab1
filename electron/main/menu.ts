import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { FrameMenu, FrameMenuItem } from '../host/host-ports.ts';

const onMac = process.platform === 'darwin';

/** The native menu, made from the page's own list of actions. The page draws its menus itself except on a Mac. */
export function showMenu(window: BrowserWindow, menus: readonly FrameMenu[], onChosen: (id: string) => void): void {
  const own = menus.map(({ label, items }) => ({ label, submenu: items.map((item) => toItem(item, onChosen)) }));
  if (!onMac) {
    window.setMenu(Menu.buildFromTemplate(own));
    return;
  }
  const system = (role: 'appMenu' | 'windowMenu'): MenuItemConstructorOptions => ({ role });
  Menu.setApplicationMenu(Menu.buildFromTemplate([system('appMenu'), ...own, textMenu, system('windowMenu')]));
}

/** On a Mac the keys for text work through the menu, shown or not. */
const textMenu: MenuItemConstructorOptions = {
  label: 'Text',
  visible: false,
  submenu: (['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({ role })),
};

function toItem(item: FrameMenuItem, onChosen: (id: string) => void): MenuItemConstructorOptions {
  if (item.kind === 'separator') return { type: 'separator' };
  const accelerator = readAccelerator(item.shortcut);
  return {
    id: item.id,
    label: item.label.replaceAll('&', '&&'),
    enabled: item.enabled,
    click: () => onChosen(item.id),
    ...(accelerator === null ? {} : { accelerator }),
    // The page hears its keys itself; the menu only shows them, so that one key never acts twice.
    registerAccelerator: false,
  };
}

const modifiers = /^(CmdOrCtrl|CommandOrControl|Cmd|Ctrl|Alt|Option|Shift)$/i;
const keys =
  /^([A-Z0-9!-/:-@[-`{-~]|F([1-9]|1[0-9]|2[0-4])|Plus|Space|Tab|Enter|Return|Escape|Esc|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right)$/i;

/** Electron throws at a key it does not know; a menu without one is better than none. */
export function readAccelerator(shortcut: string): string | null {
  const parts = shortcut.split('+').map((part) => part.trim().replace(/^arrow/i, ''));
  const isKnown = keys.test(parts.at(-1) ?? '') && parts.slice(0, -1).every((part) => modifiers.test(part));
  return isKnown ? parts.join('+') : null;
}
