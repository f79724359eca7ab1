import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Dialogs, ImportKind, SaveKind } from '../host/host-ports.ts';
import type { SettingsStore } from '../host/settings-store.ts';
import { safeFileName, withExtension } from '../host/files/file-name.ts';

const scenarioFilter = { name: 'Parley scenario', extensions: ['parley.json', 'json'] };
const everything = { name: 'All files', extensions: ['*'] };

/** The system's own dialogs, attached to a window. */
export function createDialogs(window: BrowserWindow, settings: SettingsStore): Dialogs {
  const openOne = async (title: string, filter: typeof scenarioFilter): Promise<string | null> => {
    const chosen = await dialog.showOpenDialog(window, {
      title,
      defaultPath: usualFolder(settings),
      filters: [filter, everything],
      properties: ['openFile'],
    });
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  };
  return {
    confirmTrust: (path) => confirmTrust(window, path),
    chooseScenario: () => openOne('Open scenario', scenarioFilter),
    chooseImport: (what) => openOne(imports[what].title, imports[what].filter),
    chooseSavePath: async (what, suggestedName) => {
      const name =
        what === 'scenario' ? withExtension(safeFileName(suggestedName), '.parley.json') : safeFileName(suggestedName);
      const chosen = await dialog.showSaveDialog(window, {
        title: titles[what],
        defaultPath: join(usualFolder(settings), name),
        filters: what === 'scenario' ? [scenarioFilter, everything] : [everything],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (chosen.canceled || chosen.filePath === '') return null;
      if (what === 'export') return chosen.filePath;
      const path = withExtension(chosen.filePath, '.parley.json');
      // The dialog asked about the name as it was typed, not about the one with its ending.
      return path === chosen.filePath || !existsSync(path) || (await confirmReplace(window, path)) ? path : null;
    },
  };
}

const imports: Readonly<Record<ImportKind, { readonly title: string; readonly filter: typeof scenarioFilter }>> = {
  bundle: { title: 'Import action bundle', filter: { name: 'Action bundle', extensions: ['json'] } },
  translations: { title: 'Import translations', filter: { name: 'Translations', extensions: ['csv', 'xlf', 'xliff'] } },
  session: { title: 'Open a saved talk', filter: { name: 'Saved talk', extensions: ['json'] } },
};

const titles: Readonly<Record<SaveKind, string>> = { scenario: 'Save scenario', export: 'Export' };

async function confirmReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Replace the file that is there?',
    detail: path,
    buttons: ['Cancel', 'Replace'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

async function confirmTrust(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `Trust “${basename(path)}”?`,
    detail:
      `It was made elsewhere and lies in ${dirname(path)}. Trusted, its actions may run Python, read and write files ` +
      'beside it, call services and use your secrets; services and secrets are still asked about, each for itself. ' +
      'You can take trust back in the File menu.',
    buttons: ['Cancel', 'Trust'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Where the person worked last. */
function usualFolder(settings: SettingsStore): string {
  const last = settings.get('recentFiles')[0];
  const folder = last === undefined ? null : dirname(last.path);
  return folder !== null && existsSync(folder) ? folder : app.getPath('documents');
}
