// @vitest-environment jsdom
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import './mounted.tsx';
import { startStudio } from '../../../../renderer/app/start-studio.ts';
import { savedStateOf } from '../../../../renderer/state/saved-state.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { createTestHost, makeFolder } from '../../../builders/a-host.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

let folder: ReturnType<typeof makeFolder>;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const started = async (startFile?: string) => {
  const host = await createTestHost(folder.path);
  return startStudio(host.connect(startFile).host);
};

test('with nothing to open, the sample is shown, unsaved and untouched', async () => {
  const { editor, ui } = await started();
  expect(editor.getState().document.scenario.name).toBe('Order support');
  expect([savedStateOf(editor.getState()), ui.getState().dialog]).toEqual(['new', null]);
});

test('a file given at the start is shown; one that cannot be read leaves the sample and says why', async () => {
  const file = join(folder.path, 'mine.parley.json');
  writeFileSync(file, printScenario(aScenario('Mine').build()));
  const studio = await started(file);
  expect(studio.editor.getState()).toMatchObject({ openFile: { name: 'mine.parley.json' } });
  expect(studio.ui.getState().recentFiles).toHaveLength(1);

  const other = await started(join(folder.path, 'gone.parley.json'));
  expect(other.editor.getState().document.scenario.name).toBe('Order support');
  expect(other.ui.getState().notices[0]?.text).toContain('“gone.parley.json” is not there any more');
});

test('work that was in no file when the app died is offered at the next start', async () => {
  const first = await started();
  first.editor.execute({ kind: 'scenario.update', changes: { name: 'Half an idea' } });
  await first.journal.flush();
  const { ui, editor } = await started();
  expect(ui.getState().dialog).toMatchObject({ kind: 'recover', edits: 1 });
  expect(editor.getState().document.scenario.name).toBe('Order support');
});
