import type { HostEvent } from '../../../shared/bridge/contract/event-contract.ts';
import type { PreloadApi } from '../../../shared/bridge/preload-api.ts';
import type { BenchWindow } from '../window/bench-window.ts';
import { chooseAction } from '../window/choose-action.ts';
import { framesDuring } from '../window/frames-during.ts';
import { countElements, sizeOf, zoomTo, type Size } from './react-flow-page.ts';
import { farOut, type Surface } from './surface-rows.ts';

/** What the preload script puts into our page. */
type StudioPage = { readonly parley: PreloadApi<File> };

const pane = '.canvas .react-flow__pane';

/** The canvas of the real app, with every panel around it. */
export async function lookAtCanvas(window: BenchWindow): Promise<Surface & { readonly size: Size }> {
  const { page } = window;
  await page.locator('.canvas .intent').first().waitFor();
  await zoomTo(page, 1);
  const size = await sizeOf(page, pane);
  const elements = await countElements(page, '.canvas');
  const pan = await framesDuring(window, { kind: 'pan', selector: pane });
  const drag = await framesDuring(window, { kind: 'drag', selector: '.canvas .intent' });
  await chooseAction(window, 'edit.undo');
  const stop = await startTalk(window);
  const trace = await framesDuring(window, { kind: 'watch', selector: pane });
  const traced = await stop();
  await chooseAction(window, 'run.stop');
  await zoomTo(page, farOut);
  const elementsFar = await countElements(page, '.canvas');
  const far = await framesDuring(window, { kind: 'pan', selector: pane });
  return { pan, far, drag, trace, traced, elements, elementsFar, size };
}

/**
 * A real talk through the engine and every panel, gone on with whenever fewer than 60 events a second have come. The
 * answer ends it and gives how many a second there were.
 */
async function startTalk(window: BenchWindow): Promise<() => Promise<number>> {
  const { page } = window;
  // Listening first: the talk is begun by another process, which does not wait for the page.
  const talk = await page.evaluateHandle(listenToTalk);
  await chooseAction(window, 'run.talk');
  await page.waitForFunction(({ timer }) => timer !== 0, talk, { timeout: 30_000 });
  // The first exchanges open panels; what is measured is a talk under way.
  await page.waitForTimeout(1500);
  return () =>
    talk.evaluate(({ timer, began, events }) => {
      globalThis.window.clearInterval(timer);
      return (1000 * events) / (performance.now() - began);
    });
}

/** `timer` is 0 until the person may speak; from then on this speaks for them. */
type Talk = { events: number; began: number; timer: number };

/** Runs in the page; what it needs is all in here. */
function listenToTalk(): Talk {
  const { parley } = globalThis.window as unknown as StudioPage;
  const talk = { events: 0, began: 0, timer: 0 };
  parley.onEvent((event: HostEvent) => {
    if (event.name === 'run.traced') talk.events += event.payload.events.length;
    if (event.name !== 'run.waited' || event.payload.waiting !== 'user' || talk.timer !== 0) return;
    const said = { run: event.payload.run, utterance: { kind: 'text', text: 'Go on' } };
    talk.began = performance.now();
    talk.timer = globalThis.window.setInterval(() => {
      const due = (60 * (performance.now() - talk.began)) / 1000;
      if (talk.events < due) void parley.request('run.say', said);
    }, 50);
  });
  return talk;
}
