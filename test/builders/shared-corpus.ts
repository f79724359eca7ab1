import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The bytes of every file of a folder of read-only data; null, with the reason printed, where it is not there. */
export function readSharedCorpus(path: string): { readonly name: string; readonly bytes: Uint8Array }[] | null {
  const folder = fileURLToPath(new URL(`../../../shared/corpora/${path}/`, import.meta.url));
  if (!existsSync(folder)) {
    console.info(`Skipped: ../shared/corpora/${path} is not on this machine.`);
    return null;
  }
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}${name}`)) }));
}
