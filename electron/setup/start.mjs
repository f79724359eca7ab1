import { spawn } from 'node:child_process';
import { ensureAppBuilt } from './ensure-app-built.mjs';
import { hasDisplay } from './ensure-display.mjs';
import { ensureReady } from './ensure-ready.mjs';
import { inProject } from './project-paths.mjs';
import { runScript, SetupStop } from './setup-stop.mjs';

await runScript(async () => {
  const runtime = await ensureReady();
  await ensureAppBuilt();
  if (!hasDisplay())
    throw new SetupStop('This machine has no display; start Parley on a virtual one with: xvfb-run -a npm start');
  return launch(runtime.executable);
});

/**
 * @param {string} executable
 * @returns {Promise<number>}
 */
function launch(executable) {
  // Chromium refuses its sandbox as root; everywhere else it stays on.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const files = process.argv.slice(2);
  const env = { ...process.env };
  // Editors built on Electron set this in their terminals; it would start us without a window.
  delete env['ELECTRON_RUN_AS_NODE'];
  const app = spawn(executable, [...asRoot, inProject('.build', 'app'), ...files], { stdio: 'inherit', env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => app.kill(signal));
  return new Promise((resolve, reject) => {
    app.once('error', reject);
    app.once('close', (code) => resolve(code ?? 1));
  });
}
