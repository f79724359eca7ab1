import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { answer, startFaultServer } from '../effects/fault-server.ts';
import { makeAuthority, makeIdentity, type Identity } from './certificates.ts';
import type { Place } from './fault.ts';
import { faults } from './faults.ts';

/**
 * The services of the faults, in a process of their own: what they hold in memory is not ours. Says once where they
 * are, and ends with its input.
 */
const here = '127.0.0.1';
const json = ['content-type: application/json'];

const plain = await startFaultServer((socket, path) => {
  const fault = /^\/fault\/(\d+)/.exec(path);
  if (fault === null) answer(socket, '200 OK', json, '{"status":"well"}');
  else faults[Number(fault[1])]?.misbehave?.(socket, path);
});

/** Tells whether what was sent to somebody else came here too. */
const other = await listen(
  createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const status = chunk.includes('canary') ? 'came with the key' : 'came without the key';
      answer(socket, '200 OK', json, JSON.stringify({ status }));
    });
  }),
);
const resetting = await listen(createServer((socket) => socket.on('error', () => undefined).resetAndDestroy()));
const eager = await listen(
  createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{"status":"fine"}');
  }),
);
const closing = createServer();
const closed = await listen(closing);
await new Promise((resolve) => closing.close(resolve));

const authority = makeAuthority('Known');
const address = [127, 0, 0, 1] as const;
const secured: Partial<Record<Place, Identity>> = {
  good: makeIdentity({ name: 'good', address }, authority),
  expired: makeIdentity({ name: 'expired', address, from: -30, to: -1 }, authority),
  future: makeIdentity({ name: 'future', address, from: 1 }, authority),
  selfSigned: makeIdentity({ name: 'self', address }),
  stranger: makeIdentity({ name: 'stranger', address }, makeAuthority('Unknown')),
  otherHost: makeIdentity({ name: 'other', address: [127, 0, 0, 2] }, authority),
};
const ports = new Map<string, number>();
for (const [place, identity] of Object.entries(secured))
  ports.set(place, await listen(createTlsServer(identity, (_request, response) => response.end('{"status":"fine"}'))));

const origins: Record<Place, string> = {
  plain: plain.origin,
  other: `http://${here}:${other}`,
  closed: `http://${here}:${closed}`,
  resetting: `http://${here}:${resetting}`,
  eager: `http://${here}:${eager}`,
  good: tlsOrigin('good'),
  expired: tlsOrigin('expired'),
  future: tlsOrigin('future'),
  selfSigned: tlsOrigin('selfSigned'),
  stranger: tlsOrigin('stranger'),
  otherHost: tlsOrigin('otherHost'),
  plainOverTls: `https://${here}:${other}`,
  tlsOverPlain: tlsOrigin('good').replace('https', 'http'),
};
process.stdout.write(`${JSON.stringify({ origins, authority: authority.cert })}\n`);
process.stdin.on('end', () => process.exit(0)).resume();

function tlsOrigin(place: Place): string {
  return `https://${here}:${ports.get(place) ?? 0}`;
}

async function listen(server: Pick<Server, 'listen' | 'address'>): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, here, () => resolve()));
  return (server.address() as AddressInfo).port;
}
