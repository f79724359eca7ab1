import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A read-only data file beside the repository; null, with the reason printed, where it is not there. */
export function readSharedData(path: string): string | null {
  // Not `new URL(…, import.meta.url)`: in tests of the page that is made an address of a server.
  const file = join(dirname(fileURLToPath(import.meta.url)), '../../../shared', path);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  console.info(`Skipped: ../shared/${path} is not on this machine.`);
  return null;
}
