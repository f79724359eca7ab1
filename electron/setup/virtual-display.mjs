import { spawn } from 'node:child_process';
import { hasDisplay } from './ensure-display.mjs';
import { SetupStop, say } from './setup-stop.mjs';

/**
 * Gives the tests something to draw on: the display there is, else a virtual one that ends with `stop`.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>}
 */
export async function startVirtualDisplay() {
  if (hasDisplay()) return { env: {}, stop: () => {} };
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  // However this script ends, the server must not outlive it.
  const stop = () => void server.kill('SIGKILL');
  process.once('exit', stop);
  const display = await readDisplayNumber(server);
  say(`Virtual display ${display}`);
  server.unref();
  return { env: { DISPLAY: display }, stop };
}

/**
 * The server picks a free number and reports it once it accepts clients.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function readDisplayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ message) => {
      clearTimeout(timer);
      reject(new SetupStop(message));
    };
    const timer = setTimeout(() => fail('Xvfb did not start within 20 seconds.'), 20_000);
    let text = '';
    server.once('error', () => fail('Xvfb could not be started; install the Debian package xvfb.'));
    server.once('exit', (code) => fail(`Xvfb ended at once with exit code ${code}.`));
    server.stdio[3]?.on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(`:${text.trim()}`);
    });
  });
}
