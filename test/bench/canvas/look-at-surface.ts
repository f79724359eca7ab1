import { framesDuring, type Frames } from '../window/frames-during.ts';
import type { BenchWindow } from '../window/bench-window.ts';
import { zoomTo } from './canvas-page.ts';

/** What was seen of one canvas. `far`: as much of the scenario in view as the canvas can show. */
export type Surface = {
  /** Milliseconds until it was first seen, once there was something to show. */
  readonly first: number;
  readonly pan: Frames;
  readonly far: Frames;
  readonly zoom: Frames;
  readonly drag: Frames;
  /** Lights as they come in a talk, and ten times as many. */
  readonly trace: Frames;
  readonly busy: Frames;
  readonly elements: number;
  readonly elementsFar: number;
};

/** The zoom at which thousands of nodes are in view. */
export const farOut = 0.05;

type Page = {
  readonly first: number;
  readonly pane: string;
  readonly node: string;
  readonly lightable: string;
  readonly elements: () => Promise<number>;
};

/** One page after the other, with the same movements. */
export async function lookAtSurface(window: BenchWindow, { first, pane, node, ...at }: Page): Promise<Surface> {
  const { page } = window;
  await zoomTo(page, 1);
  const elements = await at.elements();
  const pan = await framesDuring(window, { kind: 'pan', selector: pane });
  const drag = await framesDuring(window, { kind: 'drag', selector: node });
  const trace = await duringLights(window, at.lightable, pane, 1);
  const busy = await duringLights(window, at.lightable, pane, 10);
  const zoom = await framesDuring(window, { kind: 'zoom', selector: pane });
  await zoomTo(page, farOut);
  const elementsFar = await at.elements();
  const far = await framesDuring(window, { kind: 'pan', selector: pane });
  return { first, pan, far, zoom, drag, trace, busy, elements, elementsFar };
}

/** Lights one node after the other of those in view, 60 times so many a second. */
async function duringLights(window: BenchWindow, lightable: string, pane: string, times: number): Promise<Frames> {
  const { page } = window;
  const timer = await page.evaluate(
    ([selector, each]) => {
      const nodes = [...document.querySelectorAll<HTMLElement>(selector)];
      let next = 0;
      const light = (): void => {
        for (let count = 0; count < each; count += 1) {
          next = (next + 1) % nodes.length;
          globalThis.window.lightNode(nodes[next]?.dataset['id'] ?? '');
        }
      };
      return globalThis.window.setInterval(light, 1000 / 60);
    },
    [lightable, times] as const,
  );
  const frames = await framesDuring(window, { kind: 'watch', selector: pane });
  await page.evaluate((id) => globalThis.window.clearInterval(id), timer);
  return frames;
}
