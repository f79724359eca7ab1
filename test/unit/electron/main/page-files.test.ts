import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fileAt, listPageFiles } from '../../../../electron/main/page-files.ts';

function aPage() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  for (const name of [
    'renderer/index.html',
    'renderer/assets/app-1.js',
    'renderer/assets/app-1.js.map',
    'package.json',
  ])
    writeFileSync(join(folder, name), '');
  return { folder, files: listPageFiles(join(folder, 'renderer')) };
}

test('the page and its parts are found under their addresses', () => {
  const { folder, files } = aPage();
  expect([...files.keys()].toSorted()).toEqual(['/assets/app-1.js', '/index.html']);
  expect(fileAt(files, 'parley://app/index.html')).toEqual({
    path: join(folder, 'renderer', 'index.html'),
    mediaType: 'text/html; charset=utf-8',
  });
  expect(fileAt(files, 'parley://app/assets/app-1.js?version=2#top')).toMatchObject({
    mediaType: 'text/javascript; charset=utf-8',
  });
});

/** Every way of writing "up" and "between" that some decoder takes for a path. */
const ups = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%00', '...', '%c0%ae%c0%ae', '\u2024\u2024', '..;', '.. '];
const betweens = ['/', '\\', '%2f', '%5c', '%252f', '//', '/./', '%c0%af', '\u2215'];
const targets = ['package.json', 'etc/passwd', 'C:/Windows/win.ini', 'main/boot.js', '/assets/app-1.js.map'];

test('no spelling of a path leads out of the page', () => {
  const { files } = aPage();
  const paths = ups.flatMap((up) =>
    betweens.flatMap((between) =>
      targets.flatMap((target) => [1, 3, 8].map((depth) => (up + between).repeat(depth) + target)),
    ),
  );
  const addresses = paths.flatMap((path) => [`parley://app/${path}`, `parley://app/assets/${path}`]);
  expect(addresses.length).toBeGreaterThan(1027);
  const pages = new Set(files.values());
  const led = addresses.map((address) => fileAt(files, address)).filter((file) => file !== null);
  expect(led.filter((file) => !pages.has(file))).toEqual([]);
  expect(led).toEqual([]);
});

test.each([
  'parley://app',
  'parley://app/',
  'parley://app/assets',
  'parley://app/assets/',
  'parley://other/index.html',
  'parley://app.other/index.html',
  'parley://app:80/index.html',
  'parley://user@app/index.html',
  'parley://user:word@app/index.html',
  'parley:///index.html',
  'parley:index.html',
  'file:///index.html',
  'http://app/index.html',
  'parley://app/INDEX.HTML',
  'parley://app/__proto__',
  'parley://app/constructor',
  'index.html',
  '',
])('%j is nothing we have', (address) => {
  expect(fileAt(aPage().files, address)).toBeNull();
});
