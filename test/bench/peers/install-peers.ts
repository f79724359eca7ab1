import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from '../../../electron/setup/ensure-packages.mjs';
import { inProject } from '../../../electron/setup/project-paths.mjs';
import { say } from '../../../electron/setup/setup-stop.mjs';

const wanted = fileURLToPath(new URL('../package.json', import.meta.url));
const folder = inProject('.build', 'bench', 'peers');
const stampFile = join(folder, 'installed');

/** How to load a package that Parley is compared with; null when it could not be installed. */
export type LoadPeer = (name: string) => unknown;

/** Installs the peers unless they are there. They live with the build, so that Parley itself never depends on them. */
export async function installPeers(): Promise<LoadPeer | null> {
  const hash = createHash('sha256').update(readFileSync(wanted)).digest('hex');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hash) {
    say('Installing what Parley is compared with (into .build/bench)');
    mkdirSync(folder, { recursive: true });
    copyFileSync(wanted, join(folder, 'package.json'));
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    const installed = await runNpm(['install', ...flags], { seconds: 120, cwd: folder, quiet: true });
    if (installed.code !== 0) return null;
    writeFileSync(stampFile, hash);
  }
  const load = createRequire(join(folder, 'package.json'));
  return (name) => load(name) as unknown;
}
