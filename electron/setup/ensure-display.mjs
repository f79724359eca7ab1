import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { SetupStop, say } from './setup-stop.mjs';

// Newer Debian and Ubuntu renamed some libraries with the suffix t64; apt knows which of the two it has.
const debianPackages = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1'];

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * Installs what Electron needs to draw: its system libraries, and a virtual display for machines without a real one.
 * @param {import('./runtime-path.mjs').Runtime} runtime
 */
export async function ensureDisplayPackages(runtime) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(runtime);
  if (missing.length === 0) return;
  const asRoot = process.getuid?.() === 0;
  if (!asRoot || !onPath('apt-get')) {
    const names = ((await namesKnownToApt()) ?? debianPackages).join(' ');
    throw new SetupStop(
      onPath('apt-get')
        ? `Electron needs system packages (missing: ${missing.join(', ')}); install them with: sudo apt-get install -y ${names}`
        : `Electron needs system libraries (missing: ${missing.join(', ')}); install them with this system's package manager (Debian calls them ${names}).`,
    );
  }
  await installWithApt();
  const still = await findMissing(runtime);
  if (still.length > 0)
    throw new SetupStop(`Debian's packages were installed, but Electron still misses ${still.join(', ')}.`);
}

/**
 * Libraries the executable does not find, and the display server when there is nothing to draw on.
 * @param {import('./runtime-path.mjs').Runtime} runtime
 */
async function findMissing(runtime) {
  const linked = await runCommand('ldd', [runtime.executable], { seconds: 30, quiet: true });
  const libraries = linked.output.split('\n').filter((line) => line.includes('not found'));
  const missing = libraries.map((line) => line.trim().split(' ')[0] ?? line);
  if (!hasDisplay() && !(onPath('Xvfb') && onPath('xauth'))) missing.push('Xvfb');
  return missing;
}

async function installWithApt() {
  say(`Installing Debian packages for a display (${debianPackages.join(' ')})`);
  let names = await namesKnownToApt();
  if (names === undefined) {
    await apt(['update'], 300);
    names = (await namesKnownToApt()) ?? debianPackages;
  }
  if (await apt(['install', '-y', '--no-install-recommends', ...names], 900)) return;
  // Package lists older than the mirror name files that are gone.
  await apt(['update'], 300);
  if (await apt(['install', '-y', '--no-install-recommends', ...names], 900)) return;
  throw new SetupStop(
    `apt-get could not install the display packages; try it by hand: apt-get install ${names.join(' ')}`,
  );
}

/** @returns {Promise<string[] | undefined>} undefined when apt's lists know one of them under no name */
async function namesKnownToApt() {
  const names = [];
  for (const name of debianPackages) {
    if (await isInstallable(name)) names.push(name);
    else if (await isInstallable(`${name}t64`)) names.push(`${name}t64`);
    else return undefined;
  }
  return names;
}

/** @param {string} name */
async function isInstallable(name) {
  const policy = await runCommand('apt-cache', ['policy', name], { seconds: 60, quiet: true, env: { LC_ALL: 'C' } });
  return /Candidate: (?!\(none\))\S/.test(policy.output);
}

/**
 * @param {readonly string[]} args
 * @param {number} seconds
 */
async function apt(args, seconds) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const done = await runCommand('apt-get', ['-q', ...args], { seconds, quiet: true, env });
  if (done.code !== 0) console.error(done.output.trimEnd().split('\n').slice(-5).join('\n'));
  return done.code === 0;
}

/** @param {string} name */
const onPath = (name) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)));
