import type { BenchWindow } from '../window/bench-window.ts';
import { chooseAction } from '../window/choose-action.ts';

/** Milliseconds the main thread works for one key, all that comes of it included. */
export type Keys = { readonly inspector: number; readonly node: number; readonly search: number };

const [warmUp, measured] = [8, 24];
/** Quick typing, with time for what an edit sets off a moment later. */
const pause = 90;

/** Types where people do: in a form, in a node on the canvas, in the search of the outline. */
export async function timeKeys(window: BenchWindow): Promise<Keys> {
  const { page } = window;
  await chooseAction(window, 'view.inspector');
  const { x, y } = await page.evaluate(intentInView);
  await page.mouse.click(x + 30, y + 12);
  const field = page.locator('#panel-inspector :is(textarea, input[type="text"], input:not([type]))').first();
  await field.click();
  const inspector = await timeTyping(window);
  await page.mouse.dblclick(x + 60, y + 40);
  await page.locator('.canvas .intent textarea').waitFor();
  const node = await timeTyping(window);
  await page.keyboard.press('Escape');
  await page.locator('.outline-search input, .outline-top input').first().click();
  const search = await timeTyping(window);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  return { inspector, node, search };
}

async function timeTyping({ page, worked }: BenchWindow): Promise<number> {
  const type = async (count: number): Promise<void> => {
    for (let key = 0; key < count; key += 1) await page.keyboard.type('go on '.charAt(key % 6), { delay: pause });
  };
  await type(warmUp);
  const before = await worked();
  await type(measured);
  return ((await worked()) - before) / measured;
}

/** Runs in the page: the corner of an intent that is wholly in view. */
function intentInView(): { readonly x: number; readonly y: number } {
  const pane = document.querySelector('.canvas')?.getBoundingClientRect();
  const boxes = [...document.querySelectorAll('.canvas .intent')].map((intent) => intent.getBoundingClientRect());
  const box = boxes.find(
    ({ left, top, right, bottom }) =>
      pane !== undefined && left > pane.left && top > pane.top && right < pane.right && bottom < pane.bottom,
  );
  if (box === undefined) throw new Error('No intent is in view.');
  return { x: box.left, y: box.top };
}
