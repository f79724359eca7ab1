import type { HandPicture, LightFrame } from '../pages/by-hand/hand-picture.ts';
import type { BenchWindow } from '../window/bench-window.ts';
import { countElements, type Size } from './canvas-page.ts';
import { lookAtSurface, type Surface } from './look-at-surface.ts';

type Shown = { readonly size: Size; readonly lights: readonly LightFrame[] };

/** The same picture with nothing between it and the page: the limit. */
export async function lookAtByHand(
  window: BenchWindow,
  picture: HandPicture,
  { size, lights }: Shown,
): Promise<Surface> {
  const { page } = window;
  const empty = await window.heap();
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
    heap: (await window.heap()) - empty,
    pane: '.pane',
    node: '.node[data-kind="said"]',
    lightable: '.node[data-kind="said"]',
    lights,
    elements: () => countElements(page, '.pane'),
  });
}
