import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureAppBuilt } from '../../../electron/setup/ensure-app-built.mjs';
import { ensureReady } from '../../../electron/setup/ensure-ready.mjs';
import { inProject } from '../../../electron/setup/project-paths.mjs';
import { startVirtualDisplay } from '../../../electron/setup/virtual-display.mjs';

/** What is shown in a window: our app, or a bare window with a page in it. */
export type Shown = { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };

/** Everything windows need: an Electron, a display, the built app, and a folder that is gone afterwards. */
export type BenchDesk = {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
  /** A file in the folder that goes. */
  readonly file: (name: string) => string;
  readonly close: () => void;
};

export async function openDesk(): Promise<BenchDesk> {
  const runtime = await ensureReady();
  await ensureAppBuilt();
  const display = await startVirtualDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const close = (): void => {
    display.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', close);
  return {
    executable: runtime.executable,
    env: { ...cleanEnvironment(), ...display.env },
    file: (name) => join(folder, name),
    close: () => {
      process.off('exit', close);
      close();
    },
  };
}

/** The same for every window. Without a graphics processor all draw alike, on any machine. */
export const switches = (profile: string): readonly string[] => [
  '--no-sandbox',
  '--disable-gpu',
  `--user-data-dir=${profile}`,
];

export const studio = (file?: string): Shown => ({
  args: [inProject('.build', 'app'), ...(file === undefined ? [] : [file])],
  env: {},
});

const bareWindow = fileURLToPath(new URL('../pages/bare-window', import.meta.url));

/** `page` is the file to show, with its search text. */
export const bare = (page = join(bareWindow, 'blank.html')): Shown => ({
  args: [bareWindow],
  env: { BENCH_PAGE: page },
});

function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(PARLEY_|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$)/.test(name),
  );
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
