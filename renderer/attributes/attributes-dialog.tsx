import { useEffect, useMemo } from 'react';
import { problemsByRef, ProblemsContext } from '../inspector/problems-by-ref.ts';
import { useProblems } from '../app/use-problems.ts';
import type { ManagerTask } from '../state/manager-task.ts';
import { useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { TabStrip } from '../ui/tab-strip.tsx';
import { AttributesPage } from './attributes-page.tsx';
import { ContextsPage } from './contexts-page.tsx';
import { managerState, showTask, useManager, type ManagerPage } from './manager-state.ts';
import '../inspector/inspector.css';
import './attributes-dialog.css';

const tabs = [
  { name: 'attributes', label: 'Attributes' },
  { name: 'contexts', label: 'Contexts' },
] as const satisfies readonly { name: ManagerPage; label: string }[];

const textFields = 'input[type=text], input[type=search], textarea';

/** Every attribute and every context of the scenario, and all that can be done with several of them at once. */
export function AttributesDialog({ page, task }: { readonly page?: ManagerPage; readonly task?: ManagerTask }) {
  const { editor, ui } = useStudio();
  const shown = useManager((state) => state.page);
  const problems = useProblems();
  const byRef = useMemo(() => problemsByRef(problems), [problems]);
  useEffect(() => {
    const store = managerState(editor);
    if (page !== undefined) store.setState({ page });
    if (task !== undefined) showTask(store, task);
  }, [editor, page, task]);
  useEffect(() => {
    // The window hears keys wherever the focus is: what it was on may just have gone.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const isText = event.target instanceof Element && event.target.matches(textFields);
      const store = managerState(editor);
      if (event.key === 'Escape') {
        const { task: open, page: where } = store.getState();
        if (open === null || where === 'contexts') ui.closeDialog();
        else store.setState({ task: null });
      } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !isText) {
        event.preventDefault();
        if (event.shiftKey) editor.redo();
        else editor.undo();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [editor, ui]);
  return (
    <DialogFrame title="Attributes and contexts" size={1480} closesOnEscape={false} onClose={ui.closeDialog}>
      <ProblemsContext value={byRef}>
        <div className="manager">
          <TabStrip
            label="Attributes and contexts"
            tabs={tabs}
            chosen={shown}
            onChoose={(chosen) => managerState(editor).setState({ page: chosen })}
          />
          <div className="manager-page" role="tabpanel" id={`panel-${shown}`} aria-labelledby={`tab-${shown}`}>
            {shown === 'attributes' ? <AttributesPage /> : <ContextsPage />}
          </div>
        </div>
      </ProblemsContext>
    </DialogFrame>
  );
}
