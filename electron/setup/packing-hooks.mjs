import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Named in electron-builder.yml: our bundles are whole, so no node_modules is looked for, rebuilt or copied. */
export const beforeBuild = () => Promise.resolve(false);

/**
 * Also named there: what an unpacked Electron brings along and a packaged app has no use for.
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export function afterPack(context) {
  if (context.electronPlatformName === 'darwin') return Promise.resolve();
  rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
  rmSync(join(context.appOutDir, 'version'), { force: true });
  return Promise.resolve();
}
