import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runCommandLine } from '../../../../electron/cli/command-line.ts';

export type Ran = {
  readonly exit: number;
  readonly out: string;
  /** Lines on standard error. */
  readonly err: readonly string[];
};

/** Runs a command line in this process; `typed` is what comes in through standard input. */
export async function run(argv: readonly string[], typed = '', env: Record<string, string> = {}): Promise<Ran> {
  let out = '';
  const err: string[] = [];
  const exit = await runCommandLine(argv, {
    out: (text) => (out += text),
    err: (line) => err.push(line),
    input: Readable.from([typed]),
    isInteractive: false,
    env,
  });
  return { exit, out, err };
}

/** One JSON document, and nothing else, on standard output. */
export const document = ({ out }: Ran): unknown => JSON.parse(out) as unknown;
export const lines = ({ out }: Ran): unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

export type Folder = { readonly path: (name: string) => string; readonly remove: () => Promise<void> };

export async function temporaryFolder(files: Record<string, string> = {}): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-cli-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return { path: (name) => join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) };
}
