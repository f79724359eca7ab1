import type { Page } from '@playwright/test';
import type { LightFrame } from '../pages/by-hand/hand-picture.ts';

/** What changes on our canvas during a talk, frame by frame, so that the page written by hand shows the very same. */
export const recordLights = (page: Page, frames = 120): Promise<readonly LightFrame[]> => page.evaluate(record, frames);

/** Runs in the page; what it needs is all in here. */
function record(frames: number): Promise<LightFrame[]> {
  const keyOf = (element: Element): string | null => {
    if (element.matches('.wire')) return element.closest('[data-wire]')?.getAttribute('data-wire') ?? null;
    const node = element.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
    const list = element.matches('.pin-row') ? element.closest('ul')?.children : undefined;
    if (node === null || list === undefined) return node;
    return `${node} row ${list.length - [...list].indexOf(element)}`;
  };
  return new Promise((resolve) => {
    const recorded: LightFrame[] = [];
    let changed = new Set<Element>();
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) if (target instanceof Element) changed.add(target);
    });
    observer.observe(document.querySelector('.canvas') ?? document.body, {
      subtree: true,
      attributeFilter: ['data-light'],
    });
    const onFrame = (): void => {
      const frame = [...changed].flatMap((element) => {
        const of = keyOf(element);
        const seen = [...element.querySelectorAll<HTMLElement>('.light-note')].find(({ offsetParent }) => offsetParent);
        const note = element.matches('.pin-row') ? null : (seen?.textContent ?? null);
        return of === null ? [] : [{ of, light: element.getAttribute('data-light'), note }];
      });
      recorded.push(frame);
      changed = new Set();
      if (recorded.length < frames) return void requestAnimationFrame(onFrame);
      observer.disconnect();
      resolve(recorded);
    };
    requestAnimationFrame(onFrame);
  });
}
