import type { Page } from '@playwright/test';

export const countElements = (page: Page, selector: string): Promise<number> =>
  page.evaluate((within) => document.querySelector(within)?.querySelectorAll('*').length ?? 0, selector);

export type Size = { readonly width: number; readonly height: number };

export const sizeOf = (page: Page, selector: string): Promise<Size> =>
  page.evaluate((within) => {
    const box = document.querySelector(within)?.getBoundingClientRect();
    return { width: box?.width ?? 0, height: box?.height ?? 0 };
  }, selector);

/** Zooms as fingers on a touch pad do; stops where the canvas goes no further. */
export const zoomTo = (page: Page, zoom: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    const pane = document.querySelector('.react-flow__pane, .pane');
    const view = document.querySelector<HTMLElement>('.react-flow__viewport, .view');
    if (pane === null || view === null) throw new Error('There is no canvas.');
    const box = pane.getBoundingClientRect();
    // React Flow doubles the zoom with each 500 of the wheel.
    const deltaY = -500 * Math.log2(wanted / new DOMMatrix(view.style.transform).a);
    const turned = { deltaY, ctrlKey: true, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    pane.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, view: window, ...turned }));
    // What was not drawn before is mounted now.
    for (let frame = 0; frame < 10; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, zoom);
