import { inProject, projectNode } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { say } from './setup-stop.mjs';

/**
 * Packs .build/app into .build/pack with electron-builder.
 * @param {import('./runtime-path.mjs').Runtime} runtime
 * @param {readonly string[]} targets electron-builder's own arguments; none means the unpacked app for this machine
 * @returns {Promise<number>} exit code
 */
export async function packApp(runtime, targets = []) {
  say(targets.length === 0 ? 'Packing the app' : `Packing the app (${targets.join(' ')})`);
  const builder = inProject('node_modules', 'electron-builder', 'cli.js');
  // The runtime in use serves this machine's unpacked app; other systems need their own, which the builder fetches.
  const local = targets.length === 0 ? ['--dir', `-c.electronDist=${runtime.folder}`] : targets;
  const args = [...local, `-c.electronVersion=${runtime.version}`, '--publish=never'];
  const packed = await runCommand(projectNode, [builder, '--config', 'electron-builder.yml', ...args], {
    seconds: 600,
  });
  return packed.code;
}
