import { writeFileSync } from 'node:fs';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { milliseconds, type BenchRow } from '../bench-row.ts';
import { openDesk, studio } from '../window/bench-desk.ts';
import { inWindow, type BenchWindow } from '../window/bench-window.ts';
import { chooseAction } from '../window/choose-action.ts';
import { studioScenario } from '../window/studio-scenario.ts';

/** How long the window has to wait for its turn while 5,000 intents are laid out, and then to take over the result. */
export async function layoutGapRows(): Promise<readonly BenchRow[]> {
  const desk = await openDesk();
  try {
    const file = desk.file('large.parley.json');
    writeFileSync(file, printScenario(studioScenario('Large', 5000)));
    const { working, taking } = await inWindow(desk, studio(file), gapsOfLayout);
    return [
      {
        what: 'longest wait of the window while 5,000 intents are laid out',
        ours: milliseconds(working),
        against: `${milliseconds(taking)} to take it over, one edit of 2,600 records`,
        ratio: working / taking,
        goal: '≤ 20 ms',
        met: working <= 20,
      },
    ];
  } finally {
    desk.close();
  }
}

type Gaps = { readonly working: number; readonly taking: number };

async function gapsOfLayout(window: BenchWindow): Promise<Gaps> {
  const { page } = window;
  await page.locator('.canvas .intent').first().waitFor();
  // What a window does after it has opened is not the layout's.
  await page.waitForTimeout(4000);
  // Once for the compilers, as everything here is measured; and taken back.
  for (let round = 0; round < 2; round += 1) {
    const watched = page.evaluate(watchGaps);
    await chooseAction(window, 'edit.layOutAll');
    const gaps = await watched;
    if (round === 1) return gaps;
    await chooseAction(window, 'edit.undo');
    await page.waitForTimeout(3000);
  }
  return { working: Number.NaN, taking: Number.NaN };
}

/** Runs in the page; what it needs is all in here. The edit is seen by the state in the title. */
function watchGaps(): Promise<Gaps> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    const gaps: { at: number; long: number }[] = [];
    let last = performance.now();
    let edited = Infinity;
    const observer = new MutationObserver(() => {
      edited = performance.now();
      observer.disconnect();
    });
    const title = document.querySelector('.scenario-title-state');
    if (title !== null) observer.observe(title, { attributes: true, attributeFilter: ['data-state'] });
    channel.port1.addEventListener('message', () => {
      const now = performance.now();
      gaps.push({ at: last, long: now - last });
      last = now;
      if (now < edited + 1500 && gaps.length < 2_000_000) return channel.port2.postMessage(0);
      // The edit lies in the gap that was under way when the title changed.
      const longest = (some: readonly { long: number }[]): number =>
        some.reduce((most, { long }) => Math.max(most, long), 0);
      resolve({
        working: longest(gaps.filter(({ at, long }) => at + long < edited)),
        taking: longest(gaps.filter(({ at, long }) => at + long >= edited)),
      });
    });
    channel.port1.start();
    channel.port2.postMessage(0);
  });
}
