import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Canaries = {
  /** What a script is told: where the file is, and where the server listens. */
  readonly args: { readonly file: string; readonly url: string; readonly host: string; readonly port: number };
  readonly secret: string;
  readonly folder: string;
  /** Connections made to the server, whatever they said. */
  readonly hits: () => number;
  /** Whether the file holds what it held, alone in its folder. */
  readonly isUntouched: () => boolean;
  readonly close: () => Promise<void>;
};

/** A file and a server nobody may touch, and what tells whether somebody did. */
export async function layCanaries(): Promise<Canaries> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'parley-canary-'));
  const file = join(folder, 'canary.txt');
  const secret = `canary-${Math.random().toString(36).slice(2)}`;
  writeFileSync(file, secret);
  let hits = 0;
  const server = createServer((_request, response) => response.end('reached'));
  server.on('connection', () => (hits += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    args: { file, url: `http://127.0.0.1:${port}/`, host: '127.0.0.1', port },
    secret,
    folder,
    hits: () => hits,
    isUntouched: () => readdirSync(folder).length === 1 && readFileSync(file, 'utf8') === secret,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
