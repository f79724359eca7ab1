import { framesDuring, type Frames } from '../window/frames-during.ts';
import type { LightFrame } from '../pages/by-hand/hand-picture.ts';
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
  /** Lights as they come in a talk. */
  readonly trace: Frames;
  readonly elements: number;
  readonly elementsFar: number;
  /** By how many bytes the heap grew with the picture. */
  readonly heap: number;
};

/** The zoom at which thousands of nodes are in view. */
export const farOut = 0.05;

type Page = {
  readonly first: number;
  readonly heap: number;
  readonly pane: string;
  readonly node: string;
  readonly lightable: string;
  readonly elements: () => Promise<number>;
  /** What a talk of ours changed, to be shown here too. Without it, one node after the other is lit. */
  readonly lights?: readonly LightFrame[];
};

/** One page after the other, with the same movements. */
export async function lookAtSurface(window: BenchWindow, { first, heap, pane, node, ...at }: Page): Promise<Surface> {
  const { page } = window;
  await zoomTo(page, 1);
  const elements = await at.elements();
  const pan = await framesDuring(window, { kind: 'pan', selector: pane });
  const drag = await framesDuring(window, { kind: 'drag', selector: node });
  const trace =
    at.lights === undefined
      ? await duringLights(window, at.lightable, pane)
      : await duringTalkOf(window, at.lights, pane);
  const zoom = await framesDuring(window, { kind: 'zoom', selector: pane });
  await zoomTo(page, farOut);
  const elementsFar = await at.elements();
  const far = await framesDuring(window, { kind: 'pan', selector: pane });
  return { first, pan, far, zoom, drag, trace, elements, elementsFar, heap };
}

/** Lights one node after the other of those in view, 60 a second. */
async function duringLights(window: BenchWindow, lightable: string, pane: string): Promise<Frames> {
  const { page } = window;
  const timer = await page.evaluate((selector) => {
    const nodes = [...document.querySelectorAll<HTMLElement>(selector)];
    let next = 0;
    const light = (): void => {
      next = (next + 1) % nodes.length;
      globalThis.window.lightNode(nodes[next]?.dataset['id'] ?? '');
    };
    return globalThis.window.setInterval(light, 1000 / 60);
  }, lightable);
  const frames = await framesDuring(window, { kind: 'watch', selector: pane });
  await page.evaluate((id) => globalThis.window.clearInterval(id), timer);
  return frames;
}

async function duringTalkOf(window: BenchWindow, lights: readonly LightFrame[], pane: string): Promise<Frames> {
  await window.page.evaluate((frames) => globalThis.window.playLights(frames), lights);
  const frames = await framesDuring(window, { kind: 'watch', selector: pane });
  await window.page.evaluate(() => globalThis.window.playLights([]));
  return frames;
}
