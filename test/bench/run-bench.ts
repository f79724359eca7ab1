import { printSection } from './bench-row.ts';
import { engineBench } from './engine-bench.ts';
import { filesBench } from './files-bench.ts';

for (const section of [engineBench, filesBench]) console.log(printSection(section()));
