import { gzipSync } from 'node:zlib';
import { Agent, fetch } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import { answer, flood } from './fault-server.ts';
import { closeServices, listening, service } from './services.ts';

/** What the guards hold off, with the guard taken away: if these stopped getting through, the other tests would prove nothing. */
describe('without the guards (T08, T10, T12, T14)', () => {
  afterEach(closeServices);
  const megabyte = 1024 * 1024;

  test('a body without end is read far beyond the cap', async () => {
    const server = await service((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 999999999\r\n\r\n');
      flood(socket, Buffer.alloc(256 * 1024), 64 * megabyte);
    });
    const response = await fetch(server.origin);
    let read = 0;
    for await (const chunk of response.body ?? []) {
      read += (chunk as Uint8Array).length;
      if (read > 32 * megabyte) break;
    }
    expect(read).toBeGreaterThan(32 * megabyte);
  });

  test('a small gzip unpacks to whatever it likes', async () => {
    const server = await service((socket) =>
      answer(socket, '200 OK', ['content-encoding: gzip'], gzipSync(Buffer.alloc(32 * megabyte))),
    );
    expect((await (await fetch(server.origin)).arrayBuffer()).byteLength).toBe(32 * megabyte);
  });

  test('a redirect is followed, and takes the key in a header of its own with it', async () => {
    const other = await listening();
    const server = await service((socket) => answer(socket, '302 Found', [`location: ${other.origin}/stolen`]));
    await fetch(server.origin, { headers: { 'x-api-key': 'sk-canary-0001' } });
    expect(other.heads).toEqual([expect.stringMatching(/^GET \/stolen .*sk-canary-0001/)]);
  });

  test('loopback is reached by anybody', async () => {
    const { origin, heads } = await listening();
    const agent = new Agent();
    await agent.request({ origin, path: '/', method: 'GET' }).then(({ body }) => body.dump());
    await agent.close();
    expect(heads).toHaveLength(1);
  });
});
