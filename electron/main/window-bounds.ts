import { screen, type BrowserWindow, type Rectangle } from 'electron';
import type { Settings, SettingsStore } from '../host/settings-store.ts';

const usual = { width: 1440, height: 900 };
const smallest = { width: 900, height: 600 };
const restMilliseconds = 400;

export type WindowPlace = {
  readonly bounds: Partial<Rectangle> & typeof usual;
  readonly smallest: typeof smallest;
  readonly maximized: boolean;
};

/** Where a window opens: as the last one was, on a screen that is still there, and a step aside from one that is open. */
export function placeWindow(stored: Settings['windowState'], beside: BrowserWindow | undefined): WindowPlace {
  if (beside !== undefined && !beside.isDestroyed()) {
    const { x, y, width, height } = beside.getNormalBounds();
    return { bounds: { x: x + 28, y: y + 28, width, height }, smallest, maximized: false };
  }
  const area = screen.getPrimaryDisplay().workAreaSize;
  const fitting = { width: Math.min(usual.width, area.width), height: Math.min(usual.height, area.height) };
  if (stored === null) return { bounds: fitting, smallest, maximized: false };
  const { maximized, ...bounds } = stored;
  return isOnScreen(bounds) ? { bounds, smallest, maximized } : { bounds: fitting, smallest, maximized };
}

/** Enough of the title bar to take hold of. */
function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const width = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  return width >= 120 && bounds.y >= workArea.y - 10 && bounds.y < workArea.y + workArea.height - 40;
}

export function rememberPlace(window: BrowserWindow, settings: SettingsStore): void {
  let timer: NodeJS.Timeout | undefined;
  const remember = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
      settings.set('windowState', { ...window.getNormalBounds(), maximized: window.isMaximized() });
    }, restMilliseconds);
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
}
