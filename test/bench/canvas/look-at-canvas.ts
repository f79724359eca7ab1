import type { HostEvent } from '../../../shared/bridge/contract/event-contract.ts';
import type { PreloadApi } from '../../../shared/bridge/preload-api.ts';
import type { LightFrame } from '../pages/by-hand/hand-picture.ts';
import type { BenchWindow } from '../window/bench-window.ts';
import { chooseAction, whenShown } from '../window/choose-action.ts';
import { framesDuring, type Frames } from '../window/frames-during.ts';
import { recordLights } from './record-lights.ts';
import { countElements, sizeOf, zoomTo, type Size } from './canvas-page.ts';
import { timeKeys, type Keys } from './time-keys.ts';
import { farOut, type Surface } from './look-at-surface.ts';

/** What the preload script puts into our page. */
type StudioPage = { readonly parley: PreloadApi<File> };

/** `together`: with the panels that tell of a talk as well; `rate`: how many events a second it had. */
export type Studied = Surface & {
  readonly size: Size;
  readonly rate: number;
  readonly together: Frames;
  readonly busy: Frames;
  readonly keys: Keys;
  readonly lights: readonly LightFrame[];
};

const pane = '.canvas .react-flow__pane';

/** The canvas of the real app, with every panel around it. */
export async function lookAtCanvas(window: BenchWindow, file: string, name: string): Promise<Studied> {
  const { page } = window;
  const empty = await window.heap();
  const first = await timeFirstPicture(window, file, name);
  await zoomTo(page, 1);
  const heap = (await window.heap()) - empty;
  const size = await sizeOf(page, pane);
  const elements = await countElements(page, '.canvas');
  const pan = await framesDuring(window, { kind: 'pan', selector: pane });
  const drag = await framesDuring(window, { kind: 'drag', selector: '.canvas .intent' });
  await chooseAction(window, 'edit.undo');
  const { frames: together, rate } = await duringTalk(window, 60);
  // The others draw a canvas and nothing else.
  await chooseAction(window, 'view.panel.bottom');
  const { frames: trace, lights } = await duringTalk(window, 60, true);
  const { frames: busy } = await duringTalk(window, 600, true);
  for (const side of ['right', 'bottom']) await chooseAction(window, `view.panel.${side}`);
  await zoomTo(page, 1);
  const keys = await timeKeys(window);
  const zoom = await framesDuring(window, { kind: 'zoom', selector: pane });
  await zoomTo(page, farOut);
  const elementsFar = await countElements(page, '.canvas');
  const far = await framesDuring(window, { kind: 'pan', selector: pane });
  return { first, pan, far, zoom, drag, trace, busy, together, rate, elements, elementsFar, heap, keys, size, lights };
}

/** From the moment the page has the document to the frame that shows it. */
async function timeFirstPicture(window: BenchWindow, file: string, name: string): Promise<number> {
  await window.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  const shown = whenShown(window, { selector: '.scenario-title-name', value: name });
  await chooseAction(window, 'file.open');
  await shown;
  await window.page.waitForFunction(() => performance.getEntriesByName('canvas: first picture').length > 0);
  return window.page.evaluate(() => performance.getEntriesByName('canvas: first picture').at(-1)?.duration ?? NaN);
}

/** A real talk through the engine, gone on with whenever fewer than so many events a second have come. */
async function duringTalk(
  window: BenchWindow,
  wanted: number,
  isAlone = false,
): Promise<Pick<Studied, 'rate' | 'lights'> & { readonly frames: Frames }> {
  const { page } = window;
  // Listening first: the talk is begun by another process, which does not wait for the page.
  const talk = await page.evaluateHandle(listenToTalk, wanted);
  await chooseAction(window, 'run.talk');
  await page.waitForFunction(({ timer }) => timer !== 0, talk, { timeout: 30_000 });
  // Beginning a talk opens the chat.
  if (isAlone) await chooseAction(window, 'view.panel.right');
  // What is measured is a talk under way.
  await page.waitForTimeout(1500);
  const frames = await framesDuring(window, { kind: 'watch', selector: pane });
  const lights = await recordLights(page);
  const rate = await talk.evaluate(({ timer, began, events }) => {
    globalThis.window.clearInterval(timer);
    return (1000 * events) / (performance.now() - began);
  });
  await chooseAction(window, 'run.stop');
  return { frames, rate, lights };
}

/** `timer` is 0 until the person may speak; from then on this speaks for them. */
type Talk = { events: number; began: number; timer: number };

/** Runs in the page; what it needs is all in here. */
function listenToTalk(wanted: number): Talk {
  const { parley } = globalThis.window as unknown as StudioPage;
  const talk = { events: 0, began: 0, timer: 0 };
  parley.onEvent((event: HostEvent) => {
    if (event.name === 'run.traced') talk.events += event.payload.events.length;
    if (event.name !== 'run.waited' || event.payload.waiting !== 'user' || talk.timer !== 0) return;
    const said = { run: event.payload.run, utterance: { kind: 'text', text: 'Go on' } };
    // Without it no answer would be heard.
    void parley.request('run.set', { run: event.payload.run, reference: 'user.step', value: 0 });
    talk.began = performance.now();
    talk.timer = globalThis.window.setInterval(() => {
      const missing = (wanted * (performance.now() - talk.began)) / 1000 - talk.events;
      // An exchange has about thirteen events.
      const times = Math.min(Math.ceil(missing / 13), Math.ceil(wanted / 260));
      for (let time = 0; time < times; time += 1) void parley.request('run.say', said);
    }, 50);
  });
  return talk;
}
