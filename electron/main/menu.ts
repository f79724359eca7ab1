import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { readAccelerator } from './accelerator.ts';
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
