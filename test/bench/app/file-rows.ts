import { readFile, writeFile } from 'node:fs/promises';
import { atMost, milliseconds, type BenchRow } from '../bench-row.ts';
import { median } from '../measure.ts';
import { studio, type BenchDesk } from '../window/bench-desk.ts';
import { inWindow, type BenchWindow } from '../window/bench-window.ts';
import { chooseAction, whenShown } from '../window/choose-action.ts';
import { studioScenarioText } from '../window/studio-scenario.ts';

const rounds = 5;
const state = { selector: '.scenario-title-state', attribute: 'data-state' } as const;

/** Opening and saving in the app, from choosing it to seeing it done, beside the least that any program would do. */
export async function fileRows(desk: BenchDesk, large: string): Promise<readonly BenchRow[]> {
  const other = desk.file('other.json');
  await writeFile(other, studioScenarioText('Other', 5000));
  const [opens, saves, reads, writes]: [number[], number[], number[], number[]] = [[], [], [], []];
  await inWindow(desk, studio(large), async (window) => {
    for (let round = 0; round < rounds; round += 1) {
      const [file, name] = round % 2 === 0 ? [other, 'Other'] : [large, 'Large'];
      opens.push(await timeOpen(window, file, name));
      saves.push(await timeSave(window));
      reads.push(await timed(async () => JSON.parse(await readFile(file, 'utf8')) as unknown));
      const text = await readFile(file, 'utf8');
      writes.push(await timed(() => writeFile(desk.file('plain.json'), text)));
    }
  });
  return [
    row('open 5,000 intents until they are on the canvas, against reading and JSON.parse', opens, reads, 10),
    row('save 5,000 intents, safe on the disk, against writing the text and hoping', saves, writes, 10),
  ];
}

function row(what: string, ours: readonly number[], other: readonly number[], most: number): BenchRow {
  const ratio = median(ours) / median(other);
  return {
    what,
    ours: milliseconds(median(ours)),
    against: milliseconds(median(other)),
    ratio,
    ...atMost(most, ratio),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

async function timeOpen(window: BenchWindow, file: string, name: string): Promise<number> {
  await window.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  const shown = whenShown(window, { selector: '.scenario-title-name', value: name });
  const chosen = await chooseAction(window, 'file.open');
  return (await shown) - chosen;
}

/** Saves after an edit. */
async function timeSave(window: BenchWindow): Promise<number> {
  const edited = whenShown(window, { ...state, value: 'edited' });
  await chooseAction(window, 'insert.note');
  await edited;
  const saved = whenShown(window, { ...state, value: 'saved' });
  const chosen = await chooseAction(window, 'file.save');
  return (await saved) - chosen;
}
