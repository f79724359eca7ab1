import { appBench } from './app/app-bench.ts';
import { printSection, type BenchSection } from './bench-row.ts';
import { canvasBench } from './canvas/canvas-bench.ts';
import { engineBench } from './engine/engine-bench.ts';
import { filesBench } from './files/files-bench.ts';
import { httpBench } from './http/http-bench.ts';
import { layoutBench } from './layout/layout-bench.ts';
import { nluBench } from './nlu/nlu-bench.ts';
import { pythonBench } from './python/python-bench.ts';

type Bench = { readonly seconds: number; readonly measure: () => BenchSection | Promise<BenchSection> };

/** `npm run bench -- engine files` measures these two; without names, all. Each has a time after which it is given up. */
const benches: Readonly<Record<string, Bench>> = {
  engine: { seconds: 300, measure: engineBench },
  files: { seconds: 60, measure: filesBench },
  http: { seconds: 120, measure: httpBench },
  nlu: { seconds: 180, measure: nluBench },
  python: { seconds: 420, measure: pythonBench },
  app: { seconds: 240, measure: appBench },
  canvas: { seconds: 480, measure: canvasBench },
  layout: { seconds: 240, measure: layoutBench },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `There is nothing called ${unknown.join(', ')} to measure. There are: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(1);
}
// Displays, windows and folders go when the process does.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
for (const [name, { seconds, measure }] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const late = setTimeout(() => {
    console.error(`Gave up: "${name}" took more than ${seconds} seconds.`);
    process.exit(1);
  }, seconds * 1000);
  console.log(printSection(await measure()));
  clearTimeout(late);
}
