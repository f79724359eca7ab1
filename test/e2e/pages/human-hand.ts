import { setTimeout as pass } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';

type Spot = { readonly x: number; readonly y: number };

/** How long a hand rests before it presses, and between one thing and the next. */
const rest = 90;
/** Between two letters: somebody who writes for a living. */
const keyPause = 75;

/** A mouse and keys in the hand of a person: nothing jumps, and nothing is faster than somebody who knows the way. */
export function humanHand(page: Page) {
  let at: Spot = { x: 640, y: 400 };
  let spent = 0;

  /** A gesture takes a person as long as it takes, however busy the machine is that plays it. */
  const wait = async (milliseconds: number): Promise<void> => {
    spent += milliseconds;
    await pass(milliseconds);
  };
  /** What the app needs is measured. */
  const waitFor = async (work: () => Promise<void>): Promise<void> => {
    const began = performance.now();
    await work();
    spent += performance.now() - began;
  };

  const spotIn = async (place: Locator, within?: Spot): Promise<Spot> => {
    await waitFor(() => place.waitFor());
    await scrollTo(place);
    const box = await place.boundingBox();
    if (box === null) throw new Error(`Nothing to point at: ${String(place)}`);
    return within === undefined
      ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      : { x: box.x + within.x, y: box.y + within.y };
  };
  /** The farther the longer, slow at both ends. */
  const glide = async (to: Spot): Promise<void> => {
    const from = at;
    const took = 180 + Math.hypot(to.x - from.x, to.y - from.y) * 0.7;
    const began = performance.now();
    for (let part = 0; part < 1;) {
      part = Math.min(1, (performance.now() - began) / took);
      const eased = part * part * (3 - 2 * part);
      await page.mouse.move(from.x + (to.x - from.x) * eased, from.y + (to.y - from.y) * eased);
      await pass(8);
    }
    spent += took;
    at = to;
    await wait(rest);
  };
  /** What lies further down is brought up with the wheel. */
  const scrollTo = async (place: Locator): Promise<void> => {
    for (let turns = 0; turns < 60; turns += 1) {
      const hidden = await place.evaluate(hiddenBy);
      if (hidden === null) return;
      if (turns === 0) await glide(hidden.over);
      await page.mouse.wheel(0, Math.sign(hidden.by) * Math.min(90, Math.abs(hidden.by)));
      await wait(30);
    }
  };
  const click = async (place: Locator, within?: Spot): Promise<void> => {
    await glide(await spotIn(place, within));
    await page.mouse.down();
    await wait(60);
    await page.mouse.up();
    await wait(rest);
  };
  return {
    /** What it all took so far, in seconds. */
    seconds: (): number => spent / 1000,
    waitFor,
    click,
    drag: async (from: Locator, to: Locator, within?: Spot): Promise<void> => {
      await glide(await spotIn(from));
      await page.mouse.down();
      await wait(rest);
      await glide(await spotIn(to, within));
      await page.mouse.up();
      await wait(rest);
    },
    type: async (text: string): Promise<void> => {
      await page.keyboard.type(text, { delay: keyPause });
      spent += text.length * keyPause;
      await wait(rest);
    },
    press: async (key: string): Promise<void> => {
      await page.keyboard.press(key);
      await wait(rest);
    },
  };
}

/** How far an element lies outside of what scrolls around it, and where the wheel would help; null when it is seen. */
function hiddenBy(element: Element): { readonly by: number; readonly over: Spot } | null {
  let around = element.parentElement;
  while (around !== null && !/auto|scroll/.test(getComputedStyle(around).overflowY)) around = around.parentElement;
  if (around === null) return null;
  const [inner, outer] = [element.getBoundingClientRect(), around.getBoundingClientRect()];
  const over = { x: outer.x + outer.width / 2, y: outer.y + outer.height / 2 };
  const margin = Math.min(48, outer.height / 6);
  if (inner.bottom > outer.bottom) return { by: inner.bottom - outer.bottom + margin, over };
  return inner.top < outer.top ? { by: inner.top - outer.top - margin, over } : null;
}

export type HumanHand = ReturnType<typeof humanHand>;
