import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject, projectNode } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { SetupStop, say } from './setup-stop.mjs';

const stampFile = inProject('node_modules', '.parley-lock-stamp');

/** Makes node_modules match the lock file. */
export async function ensurePackages() {
  const wanted = lockFileHash();
  const stamped = readStamp() === wanted;
  if (!stamped && !isInstalled()) {
    say(
      existsSync(inProject('node_modules'))
        ? 'The lock file changed: installing packages (npm ci)'
        : 'Installing packages (npm ci)',
    );
    const installed = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { seconds: 900 });
    if (installed.code === 127) {
      throw new SetupStop(
        'Parley needs npm to install its packages; install npm (it comes with Node) and run this again.',
      );
    }
    if (installed.code !== 0) {
      throw new SetupStop(
        'npm could not install the packages (its message is above); check the network and run this again.',
      );
    }
  }
  await ensureProjectNode();
  if (!stamped) writeFileSync(stampFile, wanted);
}

/** Whether somebody ran npm by hand: npm notes in node_modules what it put there, in the lock file's own terms. */
function isInstalled() {
  const noteFile = inProject('node_modules', '.package-lock.json');
  if (!existsSync(noteFile)) return false;
  const wanted = readLock(inProject('package-lock.json'));
  const present = readLock(noteFile);
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      const there = present[path];
      // What is made for other systems is locked, but stays away.
      return there === undefined ? entry.optional === true : there.integrity === entry.integrity;
    })
  );
}

/**
 * @param {string} path
 * @returns {Record<string, { integrity?: string, optional?: boolean }>}
 */
const readLock = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Machines that refuse install scripts leave the `node` package without its executable; its own script completes it. */
async function ensureProjectNode() {
  if (await runsProjectNode()) return;
  say('Installing Node 24 for the tools');
  const script = inProject('node_modules', 'node', 'installArchSpecificPackage.js');
  await runCommand(process.execPath, [script], { seconds: 300, quiet: true, cwd: inProject('node_modules', 'node') });
  if (!(await runsProjectNode())) {
    throw new SetupStop(
      'Node 24 could not be installed for the tools; run "npm rebuild node" and look at what it says.',
    );
  }
}

async function runsProjectNode() {
  if (!existsSync(projectNode)) return false;
  const version = await runCommand(projectNode, ['--version'], { seconds: 20, quiet: true });
  return version.code === 0 && version.output.startsWith('v24.');
}

function lockFileHash() {
  const lock = readFileSync(inProject('package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
}

/**
 * The npm that started us, else the one on the path.
 * @param {readonly string[]} args
 * @param {import('./run-command.mjs').CommandOptions} options
 */
export function runNpm(args, options) {
  const npmScript = process.env['npm_execpath'];
  return npmScript !== undefined && npmScript.endsWith('.js')
    ? runCommand(process.execPath, [npmScript, ...args], options)
    : runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
