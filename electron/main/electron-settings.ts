import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Store from 'electron-store';
import { createSettingsStore, readSettings, type SettingsStore } from '../host/settings-store.ts';

/** A slider or a window being dragged changes settings many times a second; the file is written when it rests. */
const restMilliseconds = 200;

export type ElectronSettings = { readonly settings: SettingsStore; readonly flush: () => void };

/** Settings in electron-store, which is only trusted to write a file: reading, checking and falling back are ours. */
export function createElectronSettings(folder: string, reportFault: (fault: unknown) => void): ElectronSettings {
  const path = join(folder, 'settings.json');
  const stored = readStored(path);
  const { settings: initial, repaired } = readSettings(stored.value);
  const isRepaired = stored.isDamaged || repaired.length > 0;
  if (isRepaired) putAside(path, reportFault);
  let store: Store | null = null;
  let waiting: Record<string, unknown> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === null || store === null) return;
    try {
      store.store = waiting;
      waiting = null;
    } catch (fault) {
      // A full disk: the settings hold until the app ends, and the next change tries again.
      reportFault(fault);
    }
  };
  let loading: Promise<void> | null = null;
  // Needed to write, not to read: no start waits for it.
  const load = async (): Promise<void> => {
    const { default: Writer } = await import('electron-store');
    store = new Writer({ cwd: folder, name: 'settings', accessPropertiesByDotNotation: false });
  };
  const persist = (settings: Record<string, unknown>): void => {
    waiting = settings;
    const loaded = (loading ??= load());
    timer ??= setTimeout(() => void loaded.then(flush).catch(reportFault), restMilliseconds);
  };
  return { settings: createSettingsStore(initial, persist, isRepaired), flush };
}

function readStored(path: string): { readonly value: unknown; readonly isDamaged: boolean } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { value: {}, isDamaged: false };
  }
  try {
    const value: unknown = JSON.parse(text);
    return { value, isDamaged: typeof value !== 'object' || value === null || Array.isArray(value) };
  } catch {
    return { value: {}, isDamaged: true };
  }
}

/** The bad file stays for whoever wants to look; the store begins with a new one. */
function putAside(path: string, reportFault: (fault: unknown) => void): void {
  try {
    copyFileSync(path, `${path}.damaged`);
    rmSync(path);
  } catch (fault) {
    reportFault(fault);
  }
}
