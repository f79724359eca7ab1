import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { explainCallError } from '../../../../../electron/host/effects/http-failure.ts';
import { perform, settingOf } from './performing.ts';
import { closeServices, service } from './services.ts';

afterEach(closeServices);

const about = { url: new URL('https://desk.example/orders'), timeout: 2_500, began: false };
const withCode = (code: string): Error => Object.assign(new Error('from below'), { code });

test.each<[string, string, RegExp]>([
  ['ECONNREFUSED', 'connectionFailed', /^Nothing is listening at https:\/\/desk\.example\. Is the service running\?$/],
  ['ENOTFOUND', 'connectionFailed', /^There is no machine called desk\.example\. Check the base URL\.$/],
  ['EAI_AGAIN', 'connectionFailed', /could not be looked up\. Is this machine online\?/],
  ['CERT_HAS_EXPIRED', 'connectionFailed', /has expired; nothing was sent/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'connectionFailed', /was not issued for desk\.example; nothing was sent/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'connectionFailed', /cannot be trusted \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)/],
  ['UND_ERR_HEADERS_TIMEOUT', 'timedOut', /did not answer within 2\.5 s/],
  ['UND_ERR_CONNECT_TIMEOUT', 'timedOut', /did not answer within 2\.5 s/],
  ['UND_ERR_INVALID_ARG', 'badRequest', /^The request cannot be sent: from below\.$/],
  ['EWHATEVER', 'connectionFailed', /^No connection to https:\/\/desk\.example \(EWHATEVER\)\.$/],
])('%s is told as %s, in a sentence', (code, failure, sentence) => {
  const explained = explainCallError(withCode(code), about);
  expect(explained).toMatchObject({ failure, consentFor: null });
  expect(explained.detail).toMatch(sentence);
});

test('the reason is found behind other errors, and when several addresses were tried', () => {
  const behind = new Error('fetch failed', { cause: new AggregateError([new Error('x'), withCode('ECONNREFUSED')]) });
  expect(explainCallError(behind, about).detail).toMatch(/^Nothing is listening/);
});

/** Nobody vouches for it, which is the point. */
const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgiC82CLUJw8DaSWeU
o8n1HUPxEtkjP+LDHnG5pDlAzwyhRANCAASVH5nzIAAWOP43urOP708QMCI8n08b
epk5ZSYWSCme0D682QVs3n1eOwT+ymN7Iu+f+lhFGSVhmnDC7m/VLCen
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUTYzuFhyO0xsoCku71N/NaXjUOCMwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJZGVzay50ZXN0MCAXDTI2MTEyMDA2MTExNloYDzIxMjYxMDI3
MDYxMTE2WjAUMRIwEAYDVQQDDAlkZXNrLnRlc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASVH5nzIAAWOP43urOP708QMCI8n08bepk5ZSYWSCme0D682QVs3n1e
OwT+ymN7Iu+f+lhFGSVhmnDC7m/VLCeno1MwUTAdBgNVHQ4EFgQUya3/KPki5ZeJ
nDL57bBX9ZMpEzswHwYDVR0jBBgwFoAUya3/KPki5ZeJnDL57bBX9ZMpEzswDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBXbvLu5JLFmdhVkvO+mr5G
ispFEcUiN+37yEER4ThYJQIhAJToCDLC9FwR2cSy7FFq3zqbLYgzApqrRFoYpXvn
0g9A
-----END CERTIFICATE-----`,
};

test('a certificate nobody vouches for ends the call before anything is sent', async () => {
  const heads: string[] = [];
  const server = createTlsServer(selfSigned, (request, response) => {
    heads.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const result = await perform({}, settingOf({ request: { baseUrl: `https://127.0.0.1:${port}` } }));
  expect(result).toMatchObject({
    failure: 'connectionFailed',
    detail: `The certificate of 127.0.0.1:${port} is self-signed; nothing was sent.`,
  });
  expect(heads).toEqual([]);
  server.close();
});

test('a connection that never comes about ends at the timeout too', async () => {
  // To a service that waits for an HTTP request, the greeting of TLS is one that never ends.
  const server = await service(() => undefined);
  const began = performance.now();
  const baseUrl = server.origin.replace('http:', 'https:');
  expect(await perform({}, settingOf({ request: { baseUrl }, timeout: 400 }))).toMatchObject({
    failure: 'timedOut',
    detail: `${baseUrl} did not answer within 0.4 s.`,
  });
  expect(performance.now() - began).toBeLessThan(1_400);
  await expect.poll(() => server.open()).toBe(0);
});

test('https where http is spoken is told as that', async () => {
  const server = await service((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  server.onConnect((socket) => socket.write('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'));
  const baseUrl = server.origin.replace('http:', 'https:');
  expect(await perform({}, settingOf({ request: { baseUrl }, timeout: 1_000 }))).toMatchObject({
    failure: 'connectionFailed',
    detail: expect.stringMatching(/does not speak TLS there .* Is it http rather than https\?/) as string,
  });
});
