import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A read-only data file beside the repository; null, with the reason printed, where it is not there. */
export function readSharedData(path: string): string | null {
  const file = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
  if (existsSync(file)) return readFileSync(file, 'utf8');
  console.info(`Skipped: ../shared/${path} is not on this machine.`);
  return null;
}
