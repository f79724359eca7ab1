import type { Message } from '../../shared/model/intent-record.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { createFolder } from './fixtures/a-folder.ts';
import { burstOf } from './fixtures/burst.ts';
import { expect, test } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerSaveDialog } from './pages/system-dialogs.ts';

const times = 50;
const again = (...keys: readonly string[]): readonly string[] => Array.from({ length: times }, () => keys).flat();
/** Writes one letter behind what is there. */
const letter = (one: string): readonly string[] => ['Enter', 'End', one, 'Enter'];

test('no key is lost or goes astray when the next is pressed before the last one did anything', async ({ launch }) => {
  test.setTimeout(240_000);
  const files = createFolder();
  const app = await launch();
  const { page, electron } = app;
  const burst = await burstOf(app);
  const expectNode = (text: string): Promise<void> =>
    expect(page.locator('.react-flow__node:focus')).toHaveAttribute('aria-label', new RegExp(`: ${text}$`));

  await test.step('begin with nothing', async () => {
    await burst('Control+n');
    await page.getByRole('button', { name: /^Empty scenario/ }).press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await burst('Alt+c');
  });

  await test.step('intents are inserted and written', async () => {
    const written = Array.from({ length: times }, (_, at) => [at % 2 === 0 ? 'u' : 'a', `said ${at} `, 'Enter']);
    await burst(...written.flat());
    await expectNode('said 49');
  });

  await test.step('a text is opened, written on, and left', async () => {
    await burst(...again(...letter('e')));
    await expectNode(`said 49${'e'.repeat(times)}`);
  });

  await test.step('walked, and written where one is then', async () => {
    await burst(...again('ArrowUp', ...letter('w'), 'ArrowDown', ...letter('d')));
    await expectNode(`said 49${'e'.repeat(times)}${'d'.repeat(times)}`);
  });

  await test.step('the palette is opened, typed into, and led by', async () => {
    await burst(...again('ArrowUp', 'Control+k', 'said 31', 'Enter', ...letter('p')));
    await expectNode(`said 31${'p'.repeat(times)}`);
  });

  await test.step('the search is opened, typed into, and led by', async () => {
    await burst(...again('Control+f', 'Control+a', 'said 35', 'Enter', 'Control+Enter', ...letter('s')));
    await expectNode(`said 35${'s'.repeat(times)}`);
  });

  await test.step('a menu is opened, walked, and left', async () => {
    await burst(...again('Shift+F10', 'ArrowDown', 'ArrowDown', 'Escape', ...letter('m')));
    await expectNode(`said 35${'s'.repeat(times)}${'m'.repeat(times)}`);
  });

  await test.step('a name is opened in the outline, written on, and left', async () => {
    await burst(...again('Alt+o', 'F2', 'End', 'r', 'Enter', 'Alt+c', ...letter('c')));
    await expectNode(`said 35${'s'.repeat(times)}${'m'.repeat(times)}${'c'.repeat(times)}`);
  });

  await test.step('messages are opened in full size, written, and left', async () => {
    await burst(...again('Control+Alt+m', 'Control+a', 'End', 'M', 'Escape'));
  });

  await test.step('and the file has every letter', async () => {
    await answerSaveDialog(electron, files.at('quick.parley.json'));
    await burst('Control+s');
    await studioWindow(page).expectState('saved');
    const read = readScenario(files.read('quick.parley.json'));
    if (!read.ok) throw new Error('The file cannot be read.');
    const intents = [...read.value.document.tables.intents.values()];
    const said = intents.map(({ samples, messages }) => [...samples, ...messages.map(textOf)].join());
    expect(said.toSorted()).toEqual(Array.from({ length: times }, (_, at) => `said ${at}${behind(at)}`).toSorted());
    expect(intents.map(({ name }) => name)).toContain(`new_answer${'r'.repeat(times)}`);
  });
});

const textOf = ({ blocks: [block] }: Message): string => (block?.kind === 'text' ? block.text : '');

/** What was written behind a text, one letter for each time. */
const behind = (at: number): string =>
  [...({ 31: 'p', 35: 'smcM', 47: 'w', 49: 'ed' }[at] ?? '')].map((one) => one.repeat(times)).join('');
