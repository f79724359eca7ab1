import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostEvent, HostEventName } from '../../shared/bridge/contract/event-contract.ts';
import type { PreloadApi } from '../../shared/bridge/preload-api.ts';
import type { BridgeWorld } from '../contract/bridge-world.ts';
import { bridgeChecks, strangeRequests } from '../contract/bridge.suite.ts';
import { expect, test, type RunningApp } from './fixtures/launch.ts';

type PageWindow = { readonly parley: PreloadApi<File>; heardEvents: HostEvent[] };

test('every method of the bridge answers and refuses over the real wire', async ({ launch }) => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'parley-bridge-'));
  const world = await createPageWorld(await launch(), folder);
  expect(bridgeChecks.length).toBeGreaterThanOrEqual(60);
  for (const { title, run } of bridgeChecks) await test.step(title, () => run(world));
  rmSync(folder, { recursive: true });
});

test('what no page of ours would send is refused over the real wire', async ({ launch }) => {
  const { page } = await launch();
  for (const [method, input] of strangeRequests) {
    // As text, so that the test's own way into the page changes nothing on it.
    const sent = JSON.stringify([method, input === undefined ? [] : [input]]);
    const reply = await page.evaluate((text) => {
      const [name, inputs] = JSON.parse(text) as [string, unknown[]];
      return (window as unknown as PageWindow).parley.request(name, inputs[0]);
    }, sent);
    expect(reply, sent.slice(0, 200)).toMatchObject({ ok: false, failure: { code: 'bridge.refused' } });
  }
});

test('a path the page makes up is not opened as if it had been dropped', async ({ launch }) => {
  const { page } = await launch();
  const reply = await page.evaluate(async () => {
    const { parley } = window as unknown as PageWindow;
    const made = parley.pathOfDrop(new File(['{}'], '/etc/hosts'));
    return [made, await parley.request('scenario.openDropped', { path: '/etc/hosts' })];
  });
  expect(reply).toEqual(['', { ok: false, failure: expect.objectContaining({ code: 'bridge.refused' }) }]);
});

async function createPageWorld({ electron, page }: RunningApp, folder: string): Promise<BridgeWorld> {
  await page.evaluate(() => {
    const self = window as unknown as PageWindow;
    self.heardEvents = [];
    self.parley.onEvent((event) => self.heardEvents.push(event));
  });
  return {
    folder,
    request: (method, input) =>
      page.evaluate(([name, given]) => (window as unknown as PageWindow).parley.request(name, given), [
        method,
        input,
      ] as const),
    answer: (answers) =>
      electron.evaluate(({ dialog }, { open, bundle, save, trust = true }) => {
        const chosen = (path: string | null | undefined) => (path == null ? [] : [path]);
        dialog.showOpenDialog = (...given: unknown[]) => {
          const { title } = given.at(-1) as { title: string };
          const filePaths = chosen(title.includes('bundle') ? bundle : open);
          return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
        };
        dialog.showMessageBox = () => Promise.resolve({ response: trust ? 1 : 0, checkboxChecked: false });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: save == null, filePath: save ?? '' });
      }, answers),
    drop: async (path) => {
      // A file chosen in a field is as real to the page as a dropped one.
      await page.evaluate(() => {
        const field = document.createElement('input');
        field.type = 'file';
        field.id = 'dropped';
        document.body.append(field);
      });
      await page.setInputFiles('#dropped', path);
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('#dropped');
        const file = field?.files?.[0];
        if (file !== undefined) (window as unknown as PageWindow).parley.pathOfDrop(file);
        field?.remove();
      });
    },
    heard: async <Name extends HostEventName>(name: Name) => {
      const event = await page.waitForFunction(
        (wanted) => (window as unknown as PageWindow).heardEvents.find((heard) => heard.name === wanted),
        name,
      );
      return (await event.jsonValue()) as Extract<HostEvent, { name: Name }>;
    },
  };
}
