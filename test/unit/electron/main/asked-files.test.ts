import { expect, test } from 'vitest';
import { askedFiles } from '../../../../electron/main/asked-files.ts';

test.each([
  [['parley'], []],
  [['parley', 'orders.parley.json'], ['/home/ada/orders.parley.json']],
  [
    ['parley', '/tmp/a.json', 'B.JSON'],
    ['/tmp/a.json', '/home/ada/B.JSON'],
  ],
  [['electron', '--no-sandbox', '--user-data-dir=/tmp/x.json', '/app/.build/app', 'a.json'], ['/home/ada/a.json']],
  [['parley', '../a.json'], ['/home/a.json']],
  [['x.json', '--flag'], []],
])('%j asks for %j', (argv, files) => {
  expect(askedFiles(argv, '/home/ada')).toEqual(files);
});
