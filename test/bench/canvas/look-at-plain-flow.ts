import type { PlainNode } from '../pages/plain-flow/plain-flow.tsx';
import type { BenchWindow } from '../window/bench-window.ts';
import { countElements, type Size } from './canvas-page.ts';
import { lookAtSurface, type Surface } from './look-at-surface.ts';

/** A page with nothing but React Flow: the same nodes at the same places, in a view of the same size. */
export async function lookAtPlainFlow(window: BenchWindow, nodes: readonly PlainNode[], size: Size): Promise<Surface> {
  const { page } = window;
  const empty = await window.heap();
  const first = await page.evaluate(
    async ([wanted, view]) => {
      const begun = performance.now();
      globalThis.window.showNodes(wanted, view);
      while (document.querySelectorAll('.react-flow__node').length < 2)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - begun;
    },
    [nodes, size] as const,
  );
  return lookAtSurface(window, {
    first,
    heap: (await window.heap()) - empty,
    pane: '.react-flow__pane',
    node: '.react-flow__node .plain',
    lightable: '.react-flow__node',
    elements: () => countElements(page, '.react-flow'),
  });
}
