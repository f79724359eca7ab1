import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export const scheme = 'parley';
const host = 'app';
export const pageAddress = `${scheme}://${host}/index.html`;

export type PageFile = { readonly path: string; readonly mediaType: string };

/** The files of the page by their address. Only what is in this table is ever served: no path is made from a request. */
export function listPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return new Map(
    entries.flatMap((entry) => {
      const mediaType = mediaTypes[extname(entry.name)];
      if (!entry.isFile() || mediaType === undefined) return [];
      const path = join(entry.parentPath, entry.name);
      return [[`/${relative(folder, path).split(sep).join('/')}`, { path, mediaType }]];
    }),
  );
}

/** The address has to be one of ours to the letter: another host, user, port or spelling is nothing we have. */
export function fileAt(files: ReadonlyMap<string, PageFile>, address: string): PageFile | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${scheme}:` || url.host !== host) return null;
  if (url.username !== '' || url.password !== '') return null;
  return files.get(url.pathname) ?? null;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
