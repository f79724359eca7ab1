import { ContextForm } from '../inspector/lazy-forms.ts';
import { useEditor } from '../state/studio.ts';
import { ContextAttributes } from './context-attributes.tsx';
import { ContextList } from './context-list.tsx';
import { DeleteContext } from './delete-context.tsx';
import { useManager } from './manager-state.ts';
import './contexts-page.css';
import './task-panel.css';

/** The contexts there are; of the chosen one what it is, what it holds and what lives in it. */
export function ContextsPage() {
  const task = useManager((state) => state.task);
  const name = task?.kind === 'context' || task?.kind === 'deleteContext' ? task.name : 'user';
  const isThere = useEditor(({ document }) => document.tables.contexts.some((context) => context.name === name));
  return (
    <div className="contexts-page">
      <ContextList chosen={name} />
      <section className="contexts-form inspector" aria-label={`Context ${name}`}>
        <ContextForm key={name} name={name} view={null} inManager />
      </section>
      {task?.kind === 'deleteContext' && isThere ? (
        <DeleteContext name={name} />
      ) : (
        <ContextAttributes key={name} name={name} />
      )}
    </div>
  );
}
