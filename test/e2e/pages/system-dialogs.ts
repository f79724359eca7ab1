import type { ElectronApplication } from '@playwright/test';

/** What the person says to the dialogs of the system: a path, or null to cancel. */
export const answerOpenDialog = (electron: ElectronApplication, path: string | null): Promise<void> =>
  electron.evaluate(({ dialog }, chosen) => {
    const filePaths = chosen === null ? [] : [chosen];
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths });
  }, path);

export const answerSaveDialog = (electron: ElectronApplication, path: string | null): Promise<void> =>
  electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);

/** What the person answers when the app itself asks whether to trust a file. */
export const answerTrust = (electron: ElectronApplication, isTrusted: boolean): Promise<void> =>
  electron.evaluate(
    ({ dialog }, response) => {
      dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false });
    },
    isTrusted ? 1 : 0,
  );
