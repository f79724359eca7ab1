import { writeFileSync } from 'node:fs';
import { createProjector } from '../../../renderer/canvas/project-to-flow.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import type { BenchRow, BenchSection } from '../bench-row.ts';
import { buildPage } from '../pages/build-page.ts';
import type { PlainNode } from '../pages/plain-flow/plain-flow.tsx';
import { bare, openDesk, studio, type BenchDesk } from '../window/bench-desk.ts';
import { inWindow } from '../window/bench-window.ts';
import { studioScenario } from '../window/studio-scenario.ts';
import { editRows } from './edit-rows.ts';
import { handPicture } from './hand-picture-of.ts';
import { lookAtByHand } from './look-at-by-hand.ts';
import { lookAtCanvas } from './look-at-canvas.ts';
import { lookAtPlainFlow } from './look-at-plain-flow.ts';
import { surfaceRows } from './surface-rows.ts';

/**
 * Our canvas beside two pages in the same browser: nothing but React Flow at its best with plain nodes at the same
 * places, and the same picture drawn by hand, which is the limit.
 */
export async function canvasBench(): Promise<BenchSection> {
  const desk = await openDesk();
  try {
    const pages = { flow: await buildPage('plain-flow'), hand: await buildPage('by-hand') };
    const rows: BenchRow[] = [];
    for (const intents of [5000, 10_000]) rows.push(...(await compare(desk, pages, intents)));
    rows.push(...(await editRows()));
    return {
      title: 'Canvas: work of the main thread a frame, beside React Flow with plain nodes, and beside the limit',
      rows,
      notes: ['In brackets: the time from frame to frame, its median and what one in twenty exceeds.'],
    };
  } finally {
    desk.close();
  }
}

type Pages = { readonly flow: string; readonly hand: string };

async function compare(desk: BenchDesk, pages: Pages, intents: number): Promise<readonly BenchRow[]> {
  const document = studioScenario(`Talk of ${intents}`, intents);
  const file = desk.file(`talk-of-${intents}.json`);
  writeFileSync(file, printScenario(document));
  const picture = createProjector()(document, new Set());
  const nodes = [...picture.spots.values()].flatMap(({ id, box, rect }): PlainNode[] =>
    box.kind === 'intent' ? [{ id, x: rect.x, y: rect.y, width: rect.width, height: rect.height }] : [],
  );
  const drawn = handPicture(picture);
  const ours = await inWindow(desk, studio(), (window) => lookAtCanvas(window, file, `Talk of ${intents}`));
  const flow = await inWindow(desk, bare(`${pages.flow}?nodes=1`), (window) =>
    lookAtPlainFlow(window, nodes, ours.size),
  );
  const hand = await inWindow(desk, bare(pages.hand), (window) => lookAtByHand(window, drawn, ours));
  return surfaceRows(intents, ours, flow, hand);
}
