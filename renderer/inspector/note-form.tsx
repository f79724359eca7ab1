import { noteColours, formOf, type NoteColour, type NoteRecord } from '../../shared/model/design-records.ts';
import { useChoosePicture } from '../canvas/notes/use-choose-picture.ts';
import { useEditor } from '../state/studio.ts';
import { textOf, useRecordEdit, useWrite } from './edit.ts';
import { AddButton } from './fields/add-button.tsx';
import { ChoiceField } from './fields/choice-field.tsx';
import { FieldFrame } from './fields/field-frame.tsx';
import { FieldRow } from './fields/field-row.tsx';
import { NumberField } from './fields/number-field.tsx';
import { TextField } from './fields/text-field.tsx';
import { InspectorHeader } from './inspector-header.tsx';
import './note-form.css';

/** A remark on the canvas, an area, a label or a picture. */
export function NoteForm({ id }: { readonly id: string }) {
  const note = useEditor((state) => state.document.tables.notes.get(id));
  return note === undefined ? null : <NoteFields note={note} />;
}

const textMeanings = {
  note: 'For your team; it changes nothing. Markdown is shown as it means',
  area: 'The name of what lies in it',
  label: 'Large words on the canvas',
  picture: 'What is to be seen, for those who cannot see it',
} as const;

const formChoices = [
  { value: 'note', label: 'Note' },
  { value: 'area', label: 'Area behind other things' },
  { value: 'label', label: 'Label without a box' },
  { value: 'picture', label: 'Picture' },
] as const;

function NoteFields({ note }: { readonly note: NoteRecord }) {
  const edit = useRecordEdit('notes', note);
  const write = useWrite();
  const choose = useChoosePicture();
  const form = formOf(note);
  const { id } = note;
  /** Left out is said by leaving the field away. */
  const setOptional = (field: 'form' | 'colour' | 'picture', value: string | null): void => {
    const changes = value === null ? {} : { [field]: value };
    const without = value === null ? [field] : [];
    write({ kind: 'record.update', table: 'notes', id, changes, without });
  };
  const side = (field: 'width' | 'height', meaning: string) => (
    <NumberField
      label={field === 'width' ? 'Width' : 'Height'}
      meaning={meaning}
      value={note[field]}
      onValue={(value) => edit.set(value === null ? {} : { [field]: value }, field)}
      min={28}
      max={20_000}
      place={edit.place(field)}
      troubles={edit.troubles(field)}
    />
  );
  return (
    <>
      <InspectorHeader id={id} remove={{ label: `Delete ${form}`, ids: [id] }} />
      <div className="form-top">
        <TextField label="Text" meaning={textMeanings[form]} lines={form === 'note'} {...textOf(edit, 'text')} />
        <ChoiceField
          label="Form"
          meaning="What it looks like"
          value={form}
          choices={formChoices}
          onChoose={(value) => setOptional('form', value === 'note' ? null : value)}
        />
        <ColourField value={note.colour} onChoose={(colour) => setOptional('colour', colour)} />
        {form === 'picture' && (
          <FieldFrame label="Picture" meaning="PNG, JPEG, WebP or GIF up to 512 KB, kept in the scenario">
            {({ id: control }) => (
              <span className="note-picture-buttons">
                <AddButton
                  id={control}
                  label={note.picture === undefined ? 'Choose a picture…' : 'Choose another…'}
                  onClick={() => choose(note)}
                />
                {note.picture !== undefined && (
                  <AddButton label="Remove picture" onClick={() => setOptional('picture', null)} />
                )}
              </span>
            )}
          </FieldFrame>
        )}
        <FieldRow end={null}>
          {side('width', 'In canvas pixels')}
          {side('height', 'In canvas pixels')}
        </FieldRow>
      </div>
    </>
  );
}

const colourNames: Readonly<Record<NoteColour | 'paper', string>> = {
  paper: 'Paper',
  neutral: 'Grey',
  accent: 'Accent',
  user: 'As users',
  app: 'As the app',
  action: 'As actions',
  data: 'As data',
  ok: 'Fine',
  problem: 'Problem',
};

type ColourProps = {
  readonly value: NoteColour | undefined;
  readonly onChoose: (colour: NoteColour | null) => void;
};

function ColourField({ value = 'paper' as never, onChoose }: ColourProps) {
  const chosen: NoteColour | 'paper' = value;
  return (
    <fieldset className="note-colours">
      <legend>Colour</legend>
      {(['paper', ...noteColours] as const).map((colour) => (
        <label key={colour} data-colour={colour} title={colourNames[colour]}>
          <input
            type="radio"
            name="note-colour"
            aria-label={colourNames[colour]}
            checked={chosen === colour}
            onChange={() => onChoose(colour === 'paper' ? null : colour)}
          />
        </label>
      ))}
    </fieldset>
  );
}
