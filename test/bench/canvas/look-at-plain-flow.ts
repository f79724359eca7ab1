import type { PlainNode } from '../pages/plain-flow/plain-flow.tsx';
import type { BenchWindow } from '../window/bench-window.ts';
import { framesDuring } from '../window/frames-during.ts';
import { countElements, zoomTo, type Size } from './react-flow-page.ts';
import { farOut, type Surface } from './surface-rows.ts';

const pane = '.react-flow__pane';

/** A page with nothing but React Flow: the same nodes at the same places, in a view of the same size. */
export async function lookAtPlainFlow(window: BenchWindow, nodes: readonly PlainNode[], size: Size): Promise<Surface> {
  const { page } = window;
  await page.evaluate(([wanted, view]) => globalThis.window.showNodes(wanted, view), [nodes, size] as const);
  await page.locator('.react-flow__node').nth(1).waitFor();
  await zoomTo(page, 1);
  const elements = await countElements(page, '.react-flow');
  const pan = await framesDuring(window, { kind: 'pan', selector: pane });
  const drag = await framesDuring(window, { kind: 'drag', selector: '.react-flow__node .plain' });
  const stop = await startLights(window);
  const trace = await framesDuring(window, { kind: 'watch', selector: pane });
  await stop();
  await zoomTo(page, farOut);
  const elementsFar = await countElements(page, '.react-flow');
  const far = await framesDuring(window, { kind: 'pan', selector: pane });
  return { pan, far, drag, trace, traced: 60, elements, elementsFar };
}

/** Lights one node after the other of those in view, 60 a second. */
async function startLights({ page }: BenchWindow): Promise<() => Promise<void>> {
  const timer = await page.evaluate(() => {
    const nodes = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
    let next = 0;
    return window.setInterval(() => {
      next = (next + 1) % nodes.length;
      window.lightNode(nodes[next]?.dataset['id'] ?? '');
    }, 1000 / 60);
  });
  return () => page.evaluate((id) => window.clearInterval(id), timer);
}
