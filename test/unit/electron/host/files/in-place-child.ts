import { readFileSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

/** The control: saves as simple programs do, over the file that is there. */
const [file = ''] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
writeSync(1, 'ready\n');
for (;;) await writeFile(file, text);
