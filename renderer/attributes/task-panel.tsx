import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { AttributeForm } from '../inspector/lazy-forms.ts';
import type { ManagerTask } from '../state/manager-task.ts';
import { useEditor } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { DeletePanel } from './delete-panel.tsx';
import { useManagerStore } from './manager-state.ts';
import { MergePanel } from './merge-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { RenamePanel } from './rename-panel.tsx';
import './task-panel.css';

const titles: Readonly<Record<ManagerTask['kind'], string>> = {
  form: 'Attribute',
  places: 'Places',
  rename: 'Rename',
  delete: 'Delete',
  merge: 'Merge',
  context: 'Context',
  deleteContext: 'Delete context',
};

/** What is being done beside the table. What it was about may go, by undo or because it was done. */
export function TaskPanel({ task }: { readonly task: ManagerTask }) {
  const store = useManagerStore();
  const isThere = useEditor((state) => isAbout(task, (id) => state.document.homes.has(id)));
  useEffect(() => {
    if (!isThere) store.setState({ task: null });
  }, [isThere, store]);
  return isThere ? <TaskSection key={JSON.stringify(task)} task={task} /> : null;
}

/** Takes the focus, and gives it back to the table when it closes. */
function TaskSection({ task }: { readonly task: ManagerTask }) {
  const store = useManagerStore();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const field = panel.current?.querySelector<HTMLInputElement>('[data-autofocus]');
    // Who comes back to the window begins where it begins, beside what was left open.
    if (field == null && before?.matches('[data-autofocus]') === true) return undefined;
    (field ?? panel.current)?.focus();
    field?.select();
    return () => before?.focus();
  }, []);
  return (
    <section className="manager-task" aria-label={titles[task.kind]} ref={panel} tabIndex={-1}>
      <header className="manager-task-head">
        <h3>{titles[task.kind]}</h3>
        <IconButton icon={X} label="Close" onClick={() => store.setState({ task: null })} />
      </header>
      <div className="manager-task-body">
        <TaskBody task={task} />
      </div>
    </section>
  );
}

const isAbout = (task: ManagerTask, exists: (id: string) => boolean): boolean => {
  if (task.kind === 'form' || task.kind === 'rename') return exists(task.id);
  return task.kind === 'delete' || task.kind === 'merge' ? task.ids.some(exists) : true;
};

function TaskBody({ task }: { readonly task: ManagerTask }) {
  switch (task.kind) {
    case 'form':
      return (
        <div className="inspector">
          <AttributeForm id={task.id} inManager />
        </div>
      );
    case 'places':
      return <PlacesPanel name={task.name} side={task.side} />;
    case 'rename':
      return <RenamePanel id={task.id} />;
    case 'delete':
      return <DeletePanel ids={task.ids} />;
    case 'merge':
      return <MergePanel ids={task.ids} />;
    default:
      return null;
  }
}
