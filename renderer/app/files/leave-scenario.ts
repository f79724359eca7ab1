import { hasUnsavedWork } from '../../state/saved-state.ts';
import type { Studio } from '../../state/studio.ts';
import type { UnsavedChoice } from '../../state/ui-store.ts';
import { saveScenario } from './save-scenario.ts';

/**
 * Before the scenario on screen gives way to another: asks what becomes of unsaved work. False means to stay. What is
 * given up is forgotten only once the other scenario is there, so that a dialog can still be cancelled.
 */
export async function leaveScenario(studio: Studio): Promise<boolean> {
  if (isOfferingRecovery(studio)) {
    studio.ui.notify('info', 'Decide first what becomes of the work that was not saved.');
    return false;
  }
  return (await settleUnsaved(studio)) !== 'stay';
}

/** Closes the window, unless there is work the person wants to keep first. */
export async function closeWindow(studio: Studio): Promise<void> {
  // What a crash left and nobody has decided about is offered again next time.
  const isUndecided = isOfferingRecovery(studio);
  const settled = isUndecided ? 'leave' : await settleUnsaved(studio);
  if (settled === 'leave' && !isUndecided) await forgetJournal(studio);
  await studio.host.call('app.close', { proceed: settled === 'leave' });
}

/** Nothing of the scenario on screen is needed any more that is not in its file. */
export async function forgetJournal({ editor, host }: Studio): Promise<void> {
  await host.call('scenario.discardJournal', { file: editor.getState().openFile?.file ?? null });
}

const isOfferingRecovery = ({ ui }: Studio): boolean => ui.getState().dialog?.kind === 'recover';

async function settleUnsaved(studio: Studio): Promise<'stay' | 'leave'> {
  await studio.journal.flush();
  if (!hasUnsavedWork(studio.editor.getState())) return 'leave';
  const choice = await askUnsaved(studio);
  if (choice === 'save') return (await saveScenario(studio)) ? 'leave' : 'stay';
  return choice === 'stay' ? 'stay' : 'leave';
}

function askUnsaved({ ui }: Studio): Promise<UnsavedChoice> {
  const open = ui.getState().dialog;
  // Asked again while asking, as by a second press of the window's close button: the first question is answered.
  if (open?.kind === 'unsaved') open.answer('stay');
  return new Promise((resolve) => {
    ui.openDialog({
      kind: 'unsaved',
      answer: (choice) => {
        ui.closeDialog();
        resolve(choice);
      },
    });
  });
}
