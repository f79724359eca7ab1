import { ensureReady } from './ensure-ready.mjs';
import { runStages } from './run-stages.mjs';
import { runScript } from './setup-stop.mjs';
import { appStages } from './test-stages.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

// `npm run e2e -- canvas` runs the specs whose path contains "canvas"; the app is built and packed when it changed.
await runScript(async () => {
  const runtime = await ensureReady();
  const display = await startVirtualDisplay();
  try {
    return await runStages(appStages(runtime, process.argv.slice(2)), display.env);
  } finally {
    display.stop();
  }
});
