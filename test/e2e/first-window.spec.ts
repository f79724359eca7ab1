import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures/launch.ts';

const renderer = fileURLToPath(new URL('../../.build/app/renderer/', import.meta.url));
const megabyte = 1_000_000;

/** The scripts a page asks for by itself, and whatever those cannot begin without. */
function scriptsBeforeTheFirstPicture(): readonly string[] {
  const asked = new Set<string>();
  const add = (path: string): void => {
    if (asked.has(path)) return;
    asked.add(path);
    for (const [, next] of readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g))
      add(join(path, '..', next ?? ''));
  };
  const page = readFileSync(join(renderer, 'index.html'), 'utf8');
  for (const [, next] of page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) add(join(renderer, next ?? ''));
  return [...asked];
}

const weigh = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + statSync(path).size, 0);

test('the first picture of the window needs at most 1.5 MB of script, in few files', () => {
  const first = scriptsBeforeTheFirstPicture();
  const all = readdirSync(join(renderer, 'assets')).filter((name) => name.endsWith('.js'));
  const weight = weigh(first);
  expect(weight, 'nothing was weighed').toBeGreaterThan(0.5 * megabyte);
  expect(weight).toBeLessThanOrEqual(1.5 * megabyte);
  expect(first.length).toBeLessThanOrEqual(4);
  expect(weigh(all.map((name) => join(renderer, 'assets', name))), 'nothing comes later').toBeGreaterThan(weight * 1.3);
});

test('a part that cannot be read says so in its place; a reloaded window has it, and every edit', async ({
  launch,
}) => {
  const { page } = await launch();
  await page
    .getByRole('treeitem', { name: /Order status/ })
    .first()
    .click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('treeitem', { name: /Order status/ })).toHaveCount(0);
  const name = readdirSync(join(renderer, 'assets')).find((file) => /^worlds-panel-.*\.js$/.test(file)) ?? '';
  const [place, away] = [join(renderer, 'assets', name), join(renderer, `${name}.away`)];
  renameSync(place, away);
  try {
    // The talk is fetched ahead; the worlds are when somebody opens them.
    await page.getByRole('tab', { name: 'Worlds' }).click();
    await expect(page.getByRole('alert')).toContainText('The list of worlds could not be read from the disk');
  } finally {
    renameSync(away, place);
  }
  await page.getByRole('button', { name: 'Reload window' }).click();
  await page.getByRole('button', { name: 'Restore my work' }).click();
  await page.getByRole('tab', { name: 'Worlds' }).click();
  await expect(page.getByText('A world says how every action answers')).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /Order status/ })).toHaveCount(0);
});
