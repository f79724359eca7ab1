import { screen, type BrowserWindow, type Rectangle } from 'electron';
import type { SettingsStore } from '../host/settings-store.ts';

const usual = { width: 1440, height: 900 };
const smallest = { width: 900, height: 600 };
const restMilliseconds = 400;
const placesKept = 40;

export type WindowPlace = {
  readonly bounds: Partial<Rectangle> & typeof usual;
  readonly smallest: typeof smallest;
  readonly maximized: boolean;
};

/**
 * Where a window opens: where the file it will show was last, else a step aside from a window that is open, else as the
 * last one was; always on a screen that is there.
 */
export function placeWindow(settings: SettingsStore, file: string | null, beside?: BrowserWindow): WindowPlace {
  const own = settings.get('windowPlaces').find(({ path }) => path === file);
  if (own !== undefined && isOnScreen(own)) return placed(own, own.maximized);
  if (beside !== undefined && !beside.isDestroyed()) {
    const { x, y, width, height } = beside.getNormalBounds();
    const aside = { x: x + 28, y: y + 28, width, height };
    return isOnScreen(aside) ? placed(aside, false) : fitting(false);
  }
  const last = settings.get('windowState');
  if (last === null) return fitting(false);
  return isOnScreen(last) ? placed(last, last.maximized) : fitting(last.maximized);
}

const placed = ({ x, y, width, height }: Rectangle, maximized: boolean): WindowPlace => ({
  bounds: { x, y, width, height },
  smallest,
  maximized,
});

function fitting(maximized: boolean): WindowPlace {
  const area = screen.getPrimaryDisplay().workAreaSize;
  const bounds = { width: Math.min(usual.width, area.width), height: Math.min(usual.height, area.height) };
  return { bounds, smallest, maximized };
}

/** Enough of the title bar to take hold of. */
function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const width = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  return width >= 120 && bounds.y >= workArea.y - 10 && bounds.y < workArea.y + workArea.height - 40;
}

/** `fileOf` tells which file the window shows. */
export function rememberPlace(window: BrowserWindow, settings: SettingsStore, fileOf: () => string | null): void {
  let timer: NodeJS.Timeout | undefined;
  const remember = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
      const state = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      settings.set('windowState', state);
      const path = fileOf();
      if (path === null) return;
      const others = settings.get('windowPlaces').filter((other) => other.path !== path);
      settings.set('windowPlaces', [{ ...state, path }, ...others].slice(0, placesKept));
    }, restMilliseconds);
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
}
