import { writeFileSync } from 'node:fs';
import type { BenchSection } from '../bench-row.ts';
import { buildPage } from '../pages/build-page.ts';
import { openDesk } from '../window/bench-desk.ts';
import { studioScenarioText } from '../window/studio-scenario.ts';
import { fileRows } from './file-rows.ts';
import { startRows } from './start-rows.ts';

const intents = 5000;

/** The real app, as it is used: from its start to its first picture, and how long files take. */
export async function appBench(): Promise<BenchSection> {
  const desk = await openDesk();
  try {
    const plainFlow = await buildPage('plain-flow');
    const large = desk.file('large.json');
    writeFileSync(large, studioScenarioText('Large', intents));
    return {
      title: 'App: start, open and save, by the clock on the wall',
      rows: [...(await startRows(desk, plainFlow, large)), ...(await fileRows(desk, large))],
    };
  } finally {
    desk.close();
  }
}
