import { percentile } from '../measure.ts';
import type { BenchWindow } from './bench-window.ts';

/** What is done with each frame. `drag` holds the element nearest to the middle; `pan` and `zoom` turn the wheel over it. */
export type Gesture = { readonly kind: 'pan' | 'zoom' | 'drag' | 'watch'; readonly selector: string };

/** Frames of a stretch of time, and how many milliseconds of work the page's main thread had with each. */
export type Frames = { readonly count: number; readonly median: number; readonly p95: number; readonly work: number };

const limits = { frames: 120, milliseconds: 3000 };
const frame = 1000 / 60;

/** Looks at frames while a gesture is made. The page makes it itself, one movement a frame, so that no frame is idle. */
export async function framesDuring({ page, worked }: BenchWindow, gesture: Gesture): Promise<Frames> {
  const before = await worked();
  const times = await page.evaluate(playGesture, { ...gesture, ...limits });
  const work = (await worked()) - before;
  // What comes by the clock comes just as often when frames are dropped.
  const elapsed = times.reduce((sum, time) => sum + time, 0);
  const count = gesture.kind === 'watch' ? Math.round(elapsed / frame) : times.length;
  return { count, median: percentile(times, 0.5), p95: percentile(times, 0.95), work: work / Math.max(1, count) };
}

/** Runs in the page; what it needs is all in here. */
function playGesture({ kind, selector, frames, milliseconds }: Gesture & typeof limits): Promise<number[]> {
  const pane = document.querySelector('.react-flow__pane, .pane')?.getBoundingClientRect();
  if (pane === undefined) throw new Error('There is no canvas.');
  const [middleX, middleY] = [pane.left + pane.width / 2, pane.top + pane.height / 2];
  const distance = (element: Element): number => {
    const box = element.getBoundingClientRect();
    return Math.hypot(box.left - middleX, box.top - middleY);
  };
  const [target] = [...document.querySelectorAll(selector)].sort((one, other) => distance(one) - distance(other));
  if (target === undefined) throw new Error(`There is no ${selector}.`);
  const box = target.getBoundingClientRect();
  const [x, y] = kind === 'drag' ? [box.left + 24, box.top + 14] : [middleX, middleY];
  const mouse = (type: string, on: EventTarget, offset: number): void => {
    const at = { clientX: x + offset, clientY: y + offset / 2 };
    on.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, buttons: 1, ...at }));
  };
  const act = (frame: number): void => {
    // Away for a second, and back again.
    const away = Math.floor(frame / 60) % 2 === 0;
    if (kind === 'drag') mouse('mousemove', window, 2 * (away ? frame % 60 : 60 - (frame % 60)));
    if (kind !== 'pan' && kind !== 'zoom') return;
    // From full size to twenty times as far, and back; or a screen and a half aside.
    const by = kind === 'zoom' ? { deltaX: 0, deltaY: 36, ctrlKey: true } : { deltaX: 20, deltaY: 60, ctrlKey: false };
    const [deltaX, deltaY] = away ? [by.deltaX, by.deltaY] : [-by.deltaX, -by.deltaY];
    const turned = { deltaX, deltaY, ctrlKey: by.ctrlKey, clientX: x, clientY: y };
    target.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, view: window, ...turned }));
  };
  if (kind === 'drag') mouse('mousedown', target, 0);
  return new Promise((resolve) => {
    const times: number[] = [];
    const begun = performance.now();
    let last = begun;
    const onFrame = (now: number): void => {
      if (now > begun) times.push(now - last);
      last = now;
      if (times.length < frames && now - begun < milliseconds) {
        act(times.length);
        requestAnimationFrame(onFrame);
        return;
      }
      if (kind === 'drag') mouse('mouseup', window, 0);
      resolve(times);
    };
    requestAnimationFrame(onFrame);
  });
}
