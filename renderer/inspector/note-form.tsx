import { useEditor } from '../state/studio.ts';
import { textOf, useRecordEdit } from './edit.ts';
import { TextField } from './fields/text-field.tsx';
import { InspectorHeader } from './inspector-header.tsx';
import type { NoteRecord } from '../../shared/model/design-records.ts';

/** A remark on the canvas. */
export function NoteForm({ id }: { readonly id: string }) {
  const note = useEditor((state) => state.document.tables.notes.get(id));
  return note === undefined ? null : <NoteFields note={note} />;
}

function NoteFields({ note }: { readonly note: NoteRecord }) {
  const edit = useRecordEdit('notes', note);
  return (
    <>
      <InspectorHeader id={note.id} remove={{ label: 'Delete note', ids: [note.id] }} />
      <div className="form-top">
        <TextField label="Text" meaning="For your team; it changes nothing" lines {...textOf(edit, 'text')} />
      </div>
    </>
  );
}
