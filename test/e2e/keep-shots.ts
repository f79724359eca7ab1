import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `npm run shots` makes the pictures anew and keeps those of the README; a run of the tests alone changes no tracked file.
const kept = {
  'run-light-large': 'run-light',
  'design-dark-large': 'design-dark',
  'why-dark-small': 'why-dark',
} as const;

const from = fileURLToPath(new URL('../../.build/shots', import.meta.url));
const to = fileURLToPath(new URL('../../.github/images', import.meta.url));

mkdirSync(to, { recursive: true });
for (const [shot, name] of Object.entries(kept)) copyFileSync(`${from}/${shot}.png`, `${to}/${name}.png`);
console.log(`${Object.keys(kept).length} pictures kept in .github/images`);
