import fc from 'fast-check';
import { basename, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { safeFileName, withExtension } from '../../../../../electron/host/files/file-name.ts';
import { readSharedData } from '../../../../builders/shared-data.ts';

test.each([
  ['Order support.parley.json', 'Order support.parley.json'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Windows\\system32', 'C-Windows-system32'],
  ['a/b', 'a-b'],
  ['  spaced   out  ', 'spaced out'],
  ['.hidden', 'hidden'],
  ['dots...', 'dots'],
  ['\u202Egpj.exe', 'gpj.exe'],
  ['line\nbreak', 'line-break'],
  ['', 'scenario'],
  ['...', 'scenario'],
  ['Größe – Ωmega 好', 'Größe – Ωmega 好'],
])('%j becomes %j', (suggested, name) => {
  expect(safeFileName(suggested)).toBe(name);
});

test.each(['con', 'NUL.json', 'aux.parley.json', 'COM1', 'lpt9.txt'])('%s, reserved on Windows, is changed', (name) => {
  expect(safeFileName(name)).not.toMatch(/^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i);
});

const isPlain = (name: string): boolean =>
  name !== '' &&
  name === basename(name) &&
  name === win32.basename(name) &&
  Buffer.byteLength(name) <= 120 &&
  !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name) &&
  !/[. ]$/.test(name);

const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
  .map((units) => String.fromCharCode(...units));

test('any text becomes one plain name that fits every system', () => {
  fc.assert(fc.property(anyText, (text) => isPlain(safeFileName(text))));
});

const naughty = readSharedData('corpora/blns/blns.json');

test.skipIf(naughty === null)('naughty strings become plain names', () => {
  const strings = JSON.parse(naughty ?? '[]') as string[];
  expect(strings.length).toBeGreaterThan(300);
  expect(strings.filter((text) => !isPlain(safeFileName(text)))).toEqual([]);
});

test.each([
  ['/a/orders', '/a/orders.parley.json'],
  ['/a/orders.json', '/a/orders.parley.json'],
  ['/a/orders.parley', '/a/orders.parley.json'],
  ['/a/orders.parley.json', '/a/orders.parley.json'],
  ['/a/Orders.PARLEY.JSON', '/a/Orders.PARLEY.JSON'],
  ['/a/v1.2', '/a/v1.2.parley.json'],
])('%s is saved as %s', (path, saved) => {
  expect(withExtension(path, '.parley.json')).toBe(saved);
});
