import { ensureDisplayPackages } from './ensure-display.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { ensureRuntime } from './ensure-runtime.mjs';
import { SetupStop } from './setup-stop.mjs';

/**
 * Installs what is missing on this machine and says so; does nothing, quickly, when all is there.
 * @returns {Promise<import('./runtime-path.mjs').Runtime>}
 */
export async function ensureReady() {
  refuseOldNode();
  await ensurePackages();
  const runtime = await ensureRuntime();
  await ensureDisplayPackages(runtime);
  return runtime;
}

function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new SetupStop(
      `Parley needs Node 20 or newer to set itself up; this is ${process.versions.node}. Install a newer Node and run this again.`,
    );
  }
}
