import { writeFileSync } from 'node:fs';
import { createProjector } from '../../../renderer/canvas/project-to-flow.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import type { BenchRow, BenchSection } from '../bench-row.ts';
import { buildPlainFlow } from '../pages/build-plain-flow.ts';
import type { PlainNode } from '../pages/plain-flow/plain-flow.tsx';
import { bare, openDesk, studio, type BenchDesk } from '../window/bench-desk.ts';
import { inWindow } from '../window/bench-window.ts';
import { studioScenario } from '../window/studio-scenario.ts';
import { lookAtCanvas } from './look-at-canvas.ts';
import { lookAtPlainFlow } from './look-at-plain-flow.ts';
import { surfaceRows } from './surface-rows.ts';

/** Our canvas beside a page with nothing but React Flow at its best: the same nodes, at the same places. */
export async function canvasBench(): Promise<BenchSection> {
  const desk = await openDesk();
  try {
    const page = await buildPlainFlow();
    const rows: BenchRow[] = [];
    for (const intents of [1000, 5000]) rows.push(...(await compare(desk, page, intents)));
    return {
      title: 'Canvas: work of the main thread a frame, beside React Flow drawing plain nodes in the same browser',
      rows,
      notes: ['In brackets: the time from frame to frame, its median and what one in twenty exceeds.'],
    };
  } finally {
    desk.close();
  }
}

async function compare(desk: BenchDesk, page: string, intents: number): Promise<readonly BenchRow[]> {
  const document = studioScenario(`Talk of ${intents}`, intents);
  const file = desk.file(`talk-of-${intents}.json`);
  writeFileSync(file, printScenario(document));
  const { spots } = createProjector()(document, new Set());
  const nodes = [...spots.values()].flatMap(({ id, box, rect }): PlainNode[] =>
    box.kind === 'intent' ? [{ id, x: rect.x, y: rect.y, width: rect.width, height: rect.height }] : [],
  );
  const ours = await inWindow(desk, studio(file), lookAtCanvas);
  const theirs = await inWindow(desk, bare(`${page}?nodes=1`), (window) => lookAtPlainFlow(window, nodes, ours.size));
  return surfaceRows(intents, ours, theirs);
}
