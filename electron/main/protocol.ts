import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { pythonSchemePrivileges } from '../python/window/python-scheme.ts';
import { contentPolicy } from './content-policy.ts';
import { fileAt, listPageFiles, scheme, type PageFile } from './page-files.ts';

/** Has to happen before Electron is ready, and all at once: a second call would undo the first. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
    },
    pythonSchemePrivileges,
  ]);
}

/** Serves the built page under `parley://app/`, with its content security policy. */
export function servePage(folder: string): void {
  const files = listPageFiles(folder);
  protocol.handle(scheme, async (request) => {
    const file = request.method === 'GET' ? fileAt(files, request.url) : null;
    if (file === null) return new Response('', { status: 404, headers: { 'content-type': 'text/plain' } });
    return respond(file);
  });
}

async function respond(file: PageFile): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url');
  const headers = {
    'content-type': file.mediaType,
    'content-security-policy': contentPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  };
  const bytes = await readFile(file.path);
  if (!file.mediaType.startsWith('text/html')) return new Response(bytes, { headers });
  // Libraries that must insert a style find the nonce here.
  const page = bytes.toString('utf8').replace('<head>', `<head><meta name="parley-nonce" content="${nonce}">`);
  return new Response(page, { headers: { ...headers, 'cache-control': 'no-store' } });
}
