import type { HandPicture } from '../pages/by-hand/hand-picture.ts';
import type { BenchWindow } from '../window/bench-window.ts';
import { countElements, type Size } from './canvas-page.ts';
import { lookAtSurface, type Surface } from './look-at-surface.ts';

/** The same picture with nothing between it and the page: the limit. */
export async function lookAtByHand(window: BenchWindow, picture: HandPicture, size: Size): Promise<Surface> {
  const { page } = window;
  const first = await page.evaluate(
    async ([shown, view]) => {
      const begun = performance.now();
      globalThis.window.showPicture(shown, view);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - begun;
    },
    [picture, size] as const,
  );
  return lookAtSurface(window, {
    first,
    pane: '.pane',
    node: '.node[data-kind="said"]',
    lightable: '.node[data-kind="said"]',
    elements: () => countElements(page, '.pane'),
  });
}
