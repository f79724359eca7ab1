import type { Socket } from 'node:net';
import { answer, type Misbehave } from '../effects/fault-server.ts';
import { head, type Fault } from './fault.ts';

const points =
  (to: string, status = '302 Found'): Misbehave =>
  (socket) =>
    answer(socket, status, [`location: ${to}`]);
/** The other service is known only when everything runs; it is in the query. */
const pointsAside: Misbehave = (socket, path) =>
  points(`${new URL(path, 'http://x').searchParams.get('other')}/taken`)(socket, path);
const ends =
  (bytes: string | Buffer) =>
  (socket: Socket): void =>
    void socket.end(bytes);

const noAddress = { failure: 'redirectRefused', says: /which is no address of the web|must begin with http/ } as const;
const refused = { failure: 'addressRefused', says: /was not allowed to call/ } as const;
const never = { failure: 'addressRefused', says: /Parley does not call .+: .+\./ } as const;
const notHttp = { failure: 'malformedResponse', says: /not a well-formed HTTP answer/ } as const;
const tls = 'connectionFailed' as const;
const follow = { followsRedirects: true } as const;

/** Answers that lead elsewhere, services that are no web services, and certificates nobody should believe. */
export const wayFaults: readonly Fault[] = [
  {
    does: 'points to itself',
    family: 16,
    ...follow,
    misbehave: (socket, path) => points(path)(socket, path),
    failure: 'redirectRefused',
    says: /More than 5 redirects; gave up/,
  },
  {
    does: 'points onward for ever',
    family: 16,
    ...follow,
    misbehave: (socket, path) => points(`${path}x`)(socket, path),
    failure: 'redirectRefused',
    says: /More than 5 redirects/,
  },
  {
    does: 'points anywhere at all',
    family: 16,
    misbehave: points('/else'),
    failure: 'redirectRefused',
    says: /Redirects are not followed/,
  },
  { does: 'points to a file', family: 17, ...follow, misbehave: points('file:///etc/hostname'), ...noAddress },
  { does: 'points to data', family: 17, ...follow, misbehave: points('data:application/json,{}'), ...noAddress },
  { does: 'points to a script', family: 17, ...follow, misbehave: points('javascript:alert(1)'), ...noAddress },
  {
    does: 'points to a page of the app',
    family: 17,
    ...follow,
    misbehave: points('app://parley/index.html'),
    ...noAddress,
  },
  {
    does: 'points to a port of another kind',
    family: 17,
    ...follow,
    misbehave: points('http://example.com:22/'),
    failure: 'redirectRefused',
    says: /Port 22 belongs to another kind/,
  },
  {
    does: 'points to another service on this machine',
    family: 18,
    ...follow,
    misbehave: points('http://127.0.0.1:9/'),
    failure: 'redirectRefused',
    says: /Port 9 belongs/,
  },
  {
    does: 'points to a port of this machine',
    family: 18,
    ...follow,
    misbehave: points('http://[::1]:8099/'),
    ...refused,
  },
  { does: 'points to a private network', family: 18, ...follow, misbehave: points('http://10.0.0.1/'), ...refused },
  {
    does: 'points to the metadata of the cloud',
    family: 18,
    ...follow,
    misbehave: points('http://169.254.169.254/latest/'),
    ...never,
  },
  { does: 'points there by a number', family: 18, ...follow, misbehave: points('http://2852039166/latest/'), ...never },
  {
    does: 'points there by its name',
    family: 18,
    ...follow,
    misbehave: points('http://metadata.google.internal/'),
    ...never,
  },
  {
    does: 'points elsewhere with a key in its hand',
    family: 19,
    ...follow,
    misbehave: pointsAside,
    failure: null,
    says: /^$/,
    outputs: { status: 'came without the key' },
  },
  {
    does: 'greets before it is asked',
    family: 25,
    at: 'eager',
    failure: null,
    says: /^$/,
    outputs: { status: 'fine' },
  },
  { does: 'speaks SMTP', family: 25, misbehave: ends('220 mail.example.com ready\r\n'), ...notHttp },
  { does: 'speaks HTTP 0.9', family: 25, misbehave: ends('<html>hello</html>'), ...notHttp },
  { does: 'speaks HTTP 2', family: 25, misbehave: ends(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])), ...notHttp },
  { does: 'answers with a TLS alert', family: 25, misbehave: ends(Buffer.from([0x15, 3, 3, 0, 2, 2, 40])), ...notHttp },
  { does: 'has a status of five digits', family: 25, misbehave: ends('HTTP/1.1 20000 OK\r\n\r\n'), ...notHttp },
  { does: 'has a header without a colon', family: 25, misbehave: ends(`${head}nonsense\r\n\r\n{}`), ...notHttp },
  { does: 'has a NUL in a header', family: 25, misbehave: ends(`${head}x: a\0b\r\n\r\n{}`), ...notHttp },
  {
    does: 'folds a header',
    family: 25,
    misbehave: ends(`${head}x: a\r\n  b\r\ncontent-length: 2\r\n\r\n{}`),
    ...notHttp,
  },
  {
    does: 'wants to speak something else',
    family: 25,
    misbehave: ends('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    failure: 'connectionFailed',
    says: /.+/,
  },
  {
    does: 'has a certificate of an authority we know',
    family: 25,
    at: 'good',
    failure: null,
    says: /^$/,
    outputs: { status: 'fine' },
  },
  {
    does: 'has a certificate that has ended',
    family: 25,
    at: 'expired',
    failure: tls,
    says: /certificate of .+ has expired; nothing was sent/,
  },
  {
    does: 'has a certificate that has not begun',
    family: 25,
    at: 'future',
    failure: tls,
    says: /certificate of .+ (cannot be trusted|is not valid yet).*; nothing was sent/,
  },
  { does: 'vouches for itself', family: 25, at: 'selfSigned', failure: tls, says: /is self-signed; nothing was sent/ },
  {
    does: 'has a certificate of a stranger',
    family: 25,
    at: 'stranger',
    failure: tls,
    says: /cannot be trusted.*; nothing was sent/,
  },
  {
    does: 'has the certificate of another',
    family: 25,
    at: 'otherHost',
    failure: tls,
    says: /was not issued for 127\.0\.0\.1; nothing was sent/,
  },
  {
    does: 'is called with TLS and has none',
    family: 25,
    at: 'plainOverTls',
    failure: tls,
    says: /does not speak TLS there.*Is it http rather than https/,
  },
  { does: 'is called without TLS and has it', family: 25, at: 'tlsOverPlain', failure: 'connectionFailed', says: /.+/ },
];
