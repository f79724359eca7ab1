import { Button } from '@mantine/core';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { RecordRow, RecordRows } from '../inspector/record-row.tsx';
import { useEditor } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { cellWords } from './cell-words.ts';
import { mocksOfWorld, worldsOf } from './world-commands.ts';

const mostShown = 8;

type DeleteWorldProps = { readonly id: string; readonly onDelete: () => void; readonly onClose: () => void };

/** Asks before a world is deleted, and shows the examples that go with it. */
export function DeleteWorld({ id, onDelete, onClose }: DeleteWorldProps) {
  const document = useEditor((state) => state.document);
  const mocks = mocksOfWorld(document, id);
  const name = worldsOf(document).find((world) => world.id === id)?.name ?? id;
  return (
    <DialogFrame
      title={`Delete “${visibleText(name)}”?`}
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
              onDelete();
            }}
          >
            Delete
          </Button>
        </>
      }
    >
      <p>
        {mocks.length === 1 ? 'One example belongs' : `${mocks.length} examples belong`} to it alone and go with it;
        undo brings everything back.
      </p>
      <RecordRows label="Examples">
        {mocks.slice(0, mostShown).map((mock) => (
          <RecordRow
            key={mock.id}
            id={mock.action}
            title={document.tables.actions.get(mock.action)?.name ?? mock.action}
            detail={[cellWords([mock]).lead, mock.name].filter(Boolean).join(', ')}
          />
        ))}
      </RecordRows>
      {mocks.length > mostShown && <p className="section-note">{`and ${mocks.length - mostShown} more`}</p>}
    </DialogFrame>
  );
}
