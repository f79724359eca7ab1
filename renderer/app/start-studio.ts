import { invariant } from '../../shared/base/invariant.ts';
import type { HostClient } from '../../shared/bridge/client.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { createOrderSupport } from '../../shared/samples/order-support.ts';
import { startJournal } from '../state/autosave.ts';
import { connectRun } from '../state/connect-run.ts';
import { createEditorStore } from '../state/editor-store.ts';
import { createRunStore } from '../state/create-run-store.ts';
import type { Studio } from '../state/studio.ts';
import { createUiStore } from '../state/ui-store.ts';
import { refreshRecent } from './files/recent-files.ts';
import { showFailure } from './files/show-failure.ts';
import { showOpened } from './files/show-scenario.ts';

/** Makes everything a window needs, and decides what it shows first: what the host says, else the sample. */
export async function startStudio(host: HostClient): Promise<Studio> {
  const answers = Promise.all([host.call('app.hello', {}), host.call('scenario.startup', {})]);
  // Made while the host looks for what is to be shown; whatever that is, the readers are warm then.
  const first = createOrderSupport();
  const [hello, startup] = await answers;
  invariant(hello.ok, 'the host answers a greeting');
  const { preferences, platform, version, notices = [] } = hello.value;

  const ui = createUiStore(preferences);
  const editor = createEditorStore(first);
  const journal = startJournal(editor, host, printScenario, () => ui.notify('bad', journalFailed));
  const run = createRunStore(host);
  connectRun({ editor, ui, run }, { print: printScenario });
  const studio: Studio = { host, editor, ui, run, journal, platform, version };

  for (const notice of notices) ui.notify('info', noticeWords[notice]);
  if (!startup.ok) showFailure(studio, startup.failure);
  else if (startup.value.opened !== null) await showOpened(studio, startup.value.opened);
  else if (startup.value.unsaved !== null) ui.openDialog({ kind: 'recover', ...startup.value.unsaved });
  void refreshRecent(studio);
  return studio;
}

const journalFailed =
  'Parley cannot remember your edits for a crash just now: the disk may be full. Save the scenario to be safe.';

const noticeWords = {
  'settings.repaired':
    'Some settings could not be read and are as they were at first. Your scenarios are not affected.',
  'start.safe':
    'Parley closed unexpectedly several times, so it started without giving unsaved work back. That work is kept, and offered again at the next start.',
} as const;
