import { ensureAppBuilt } from './ensure-app-built.mjs';
import { ensureReady } from './ensure-ready.mjs';
import { packApp } from './pack-app.mjs';
import { runScript } from './setup-stop.mjs';

// `npm run pack` makes the unpacked app for this machine; `npm run pack -- --win nsis` and the like make installers.
await runScript(async () => {
  const runtime = await ensureReady();
  await ensureAppBuilt();
  return packApp(runtime, process.argv.slice(2));
});
