import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import type { FromEngine } from '../../../../../shared/runtime/engine-messages.ts';
import { createEngineLoop } from '../../../../../electron/worker/engine-loop.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { run, temporaryFolder, type Folder } from '../../cli/terminal-stand-in.ts';
import { writeFile } from 'node:fs/promises';

const scenario = printScenario(
  aScenario('Desk')
    .withInterpreter('reader', {}, { kind: 'semantic' })
    .withConversation('A', { interpreter: 'reader' })
    .withScene('s')
    .withTurn('t')
    .user('order', { samples: ['where is my order'] })
    .app('told', { text: 'On its way.' })
    .build(),
);
const absent = 'The model of meaning is not on this machine, so the built-in interpreter read instead.';

// A machine without the model, whatever is installed here.
let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
  for (const name of ['XDG_CACHE_HOME', 'LOCALAPPDATA', 'HOME']) vi.stubEnv(name, folder.path('cache'));
});
afterAll(() => folder.remove());

test('the process of the engine reads by itself, and says in the trace who read', async () => {
  const said: FromEngine[] = [];
  const tell = createEngineLoop(
    (message) => said.push(structuredClone(message)),
    () => 1_000,
  );
  tell({ kind: 'start', request: 1, text: scenario, session: 'run-1', user: 'designer', seed: 1, attributes: {} });
  tell({ kind: 'say', utterance: { kind: 'text', text: 'where is my order' } });
  await expect.poll(() => said.some(({ kind }) => kind === 'replied')).toBe(true);
  expect(said.filter(({ kind }) => kind === 'interpret')).toEqual([]);
  const events = said.flatMap((message) => (message.kind === 'traced' ? message.events : []));
  const settled = events.find(({ kind }) => kind === 'effect.settled');
  expect(settled).toMatchObject({ name: 'reader', origin: 'default', outcome: 'succeeded' });
  expect(settled?.kind === 'effect.settled' && settled.detail.startsWith(absent)).toBe(true);
});

test('a check of the scenario tells it, and finds no fault in the scenario', async () => {
  const file = folder.path('checked.parley.json');
  await writeFile(file, scenario);
  const env = { XDG_CACHE_HOME: folder.path('cache'), LOCALAPPDATA: folder.path('cache') };
  const { exit, err, out } = await run(['check', file, '--json'], '', env);
  expect([exit, (JSON.parse(out) as { problems: unknown[] }).problems]).toEqual([0, []]);
  expect(err).toEqual([expect.stringMatching(/: \/interpreters\/reader\/kind: reader reads with a model that is not/)]);
});

test('a talk in a terminal tells it too', async () => {
  const file = folder.path('desk.parley.json');
  await writeFile(file, scenario);
  const env = { XDG_CACHE_HOME: folder.path('cache'), LOCALAPPDATA: folder.path('cache') };
  const { out, exit } = await run(['chat', file, '--say', 'where is my order'], '', env);
  expect([exit, out]).toEqual([0, expect.stringContaining(`· reader: ${absent}`)]);
  expect(out).toContain('On its way.');
});
