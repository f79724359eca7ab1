import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inProject, projectRoot } from './project-paths.mjs';

/**
 * @typedef {object} CommandOptions
 * @property {number} seconds          the command is ended after this long
 * @property {string} [cwd]
 * @property {Record<string, string>} [env]   added to the environment
 * @property {boolean} [quiet]         collect the output instead of showing it
 */

/** @typedef {{ code: number, output: string, timedOut: boolean }} CommandResult */

/** Tools are found in node_modules first, so `node` means Node 24 in everything we start. */
export const toolPath = () => [inProject('node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);

/**
 * Runs a command to its end, within a time limit, without a keyboard. Never throws: a command that cannot start is
 * exit code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} options
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options) {
  return new Promise((resolve) => {
    const ownGroup = process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: { ...process.env, PATH: toolPath(), ...options.env },
      stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
      detached: ownGroup,
    });
    let output = '';
    let timedOut = false;
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));

    // The whole group: vitest, Playwright and Electron start processes of their own.
    const end = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(ownGroup ? -child.pid : child.pid, 'SIGKILL');
      } catch {
        // Already gone, which is what we wanted.
      }
    };
    const timer = setTimeout(() => {
      timedOut = true;
      end();
    }, options.seconds * 1000);
    const interrupted = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);

    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      resolve({ code: timedOut ? 124 : code, output, timedOut });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}
