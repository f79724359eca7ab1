import { printSection, type BenchSection } from './bench-row.ts';
import { engineBench } from './engine/engine-bench.ts';
import { filesBench } from './files/files-bench.ts';

const sections: Readonly<Record<string, () => BenchSection | Promise<BenchSection>>> = {
  engine: engineBench,
  files: filesBench,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`There is no section called ${unknown.join(', ')}. There are: ${Object.keys(sections).join(', ')}.`);
  process.exit(1);
}
for (const [name, measure] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(printSection(await measure()));
}
