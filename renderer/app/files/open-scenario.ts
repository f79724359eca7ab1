import type { Result } from '../../../shared/base/result.ts';
import type { BridgeOutput } from '../../../shared/bridge/contract/bridge-contract.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { Studio } from '../../state/studio.ts';
import { leaveScenario } from './leave-scenario.ts';
import { showFailure } from './show-failure.ts';
import { showOpened } from './show-scenario.ts';

type Opening = Promise<Result<BridgeOutput<'scenario.choose'>, Failure>>;

/** Asks for a file and shows it. */
export const chooseScenario = (studio: Studio): Promise<void> =>
  openInstead(studio, () => studio.host.call('scenario.choose', {}));

/** A file from the list of recent ones, or one the system asked for. */
export const reopenScenario = (studio: Studio, file: string): Promise<void> =>
  openInstead(studio, () => studio.host.call('scenario.reopen', { file }));

export const openDropped = (studio: Studio, path: string): Promise<void> =>
  openInstead(studio, () => studio.host.call('scenario.openDropped', { path }));

/** What another program wrote takes the place of what is on the screen; the person has chosen to let that go. */
export async function reloadFromDisk(studio: Studio): Promise<void> {
  const file = studio.editor.getState().openFile?.file;
  if (file === undefined) return;
  await show(studio, studio.host.call('scenario.reopen', { file }));
  studio.ui.notify(
    'info',
    'The file was read again. What could be undone before belongs to the old version and is gone.',
  );
}

async function openInstead(studio: Studio, open: () => Opening): Promise<void> {
  if (await leaveScenario(studio)) await show(studio, open());
}

async function show(studio: Studio, opening: Opening): Promise<void> {
  const opened = await opening;
  if (!opened.ok) return showFailure(studio, opened.failure);
  if (opened.value.kind === 'opened') await showOpened(studio, opened.value.scenario);
}
