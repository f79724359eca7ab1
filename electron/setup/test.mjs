import { ensureReady } from './ensure-ready.mjs';
import { runStages } from './run-stages.mjs';
import { runScript } from './setup-stop.mjs';
import { appStages, codeStages } from './test-stages.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

await runScript(async () => {
  const runtime = await ensureReady();
  const display = await startVirtualDisplay();
  try {
    return await runStages([...codeStages, ...appStages(runtime)], display.env);
  } finally {
    display.stop();
  }
});
