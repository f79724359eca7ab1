import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { usesOfAction } from '../../shared/model/selectors/uses-of-action.ts';
import { workflowsWith } from '../../shared/model/selectors/workflows-with.ts';
import { useExecute } from '../inspector/edit.ts';
import { RecordRow, RecordRows } from '../inspector/record-row.tsx';
import { useEditor } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';

const mostShown = 8;

/** Deletes an action: at once when nothing uses it, else after showing what does. */
export function DeleteAction({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const document = useEditor((state) => state.document);
  const execute = useExecute();
  const uses = usesOfAction(document, id);
  const workflows = workflowsWith(document, id);
  const count = uses.length + workflows.length;
  const isFree = count === 0;
  useEffect(() => {
    if (!isFree) return;
    execute({ kind: 'records.remove', ids: [id] });
    onClose();
  }, [isFree, execute, id, onClose]);
  if (isFree) return null;
  const places = [
    ...uses.map(({ intent, use }) => ({
      key: use.id as string,
      place: use.id as string,
      name: nameOf(document, intent.id),
      what: 'intent',
    })),
    ...workflows.map((workflow) => ({
      key: workflow.id as string,
      place: workflow.id as string,
      name: workflow.name,
      what: 'workflow',
    })),
  ];
  return (
    <DialogFrame
      title={`Delete “${visibleText(nameOf(document, id))}”?`}
      onClose={onClose}
      buttons={
        <>
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button
            color="red"
            onClick={() => {
              onClose();
              execute({ kind: 'records.remove', ids: [id] });
            }}
          >
            Delete
          </Button>
        </>
      }
    >
      <p>
        {count === 1 ? 'One place uses it.' : `${count} places use it.`} Intents go on without it; undo brings
        everything back.
      </p>
      <RecordRows label="Used by">
        {places.slice(0, mostShown).map(({ key, place, name, what }) => (
          <RecordRow key={key} id={place} title={name} detail={what} />
        ))}
      </RecordRows>
      {places.length > mostShown && <p className="section-note">{`and ${places.length - mostShown} more`}</p>}
    </DialogFrame>
  );
}
