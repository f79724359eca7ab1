import { RowEnd } from '../fields/field-row.tsx';
import { Braces, CornerDownRight, Plus } from 'lucide-react';
import type { MessageBlock } from '../../../shared/model/intent-record.ts';
import { useMemo } from 'react';
import type { Refusal } from '../edit.ts';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { intentIdPicks } from '../picks.tsx';
import { useSettledDocument } from '../references/known-names.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import './buttons-editor.css';

type Buttons = Extract<MessageBlock, { kind: 'button' }>['buttons'];

type ButtonsEditorProps = {
  readonly buttons: Buttons;
  readonly place: string;
  readonly onButtons: (buttons: Buttons, burst: string | null) => Refusal;
};

/** Buttons under a message: what they say, and what pressing one tells the app. */
export function ButtonsEditor({ buttons, place, onButtons }: ButtonsEditorProps) {
  const document = useSettledDocument();
  const [rows, expectOne] = useFocusAdded(buttons.length, 'textarea');
  const ids = useMemo(() => intentIdPicks(document, 'USER'), [document]);
  const listId = `${place}-callbacks`;
  return (
    <div className="buttons" ref={rows} data-reorder-list>
      <datalist id={listId}>
        {ids.map(({ value, detail }) => (
          <option key={value} value={value} label={detail ?? value} />
        ))}
      </datalist>
      {buttons.map((button, index) => {
        const field = (key: 'text' | 'callback' | 'value') => ({
          text: button[key],
          place: `${place}.${index}.${key}`,
          troubles: [],
          write: (typed: string) =>
            onButtons(buttons.with(index, { ...button, [key]: typed }), `buttons.${index}.${key}`),
        });
        return (
          // Buttons have no identity but their place.
          <div
            key={index}
            className="button-card"
            role="group"
            aria-label={`Button ${index + 1}`}
            data-entry
            data-reorder-row={index}
          >
            <div className="button-line">
              <ReorderHandle
                label={`button ${index + 1}`}
                index={index}
                count={buttons.length}
                onMove={(from, to) => onButtons(moved(buttons, from, to), null)}
              />
              <ReferenceField
                label="Label"
                meaning="What stands on the button"
                isLabelHidden
                form="template"
                placeholder="Label"
                {...field('text')}
              />
              <RowEnd
                label={`Remove button ${index + 1}`}
                onPress={() => onButtons(buttons.toSpliced(index, 1), null)}
              />
            </div>
            <div className="button-more">
              <TextField
                label="Callback"
                meaning="The intent id that pressing it says"
                isLabelHidden
                icon={CornerDownRight}
                mono
                placeholder="intent id"
                list={listId}
                {...field('callback')}
              />
              <TextField
                label="Value"
                meaning="What goes along, as attribute.value"
                isLabelHidden
                icon={Braces}
                mono
                placeholder="attribute.value"
                {...field('value')}
              />
            </div>
          </div>
        );
      })}
      <button
        type="button"
        className="quiet-button"
        onClick={() => {
          expectOne();
          onButtons([...buttons, { text: '', callback: '', value: '' }], null);
        }}
      >
        <Plus size={12} strokeWidth={2} aria-hidden />
        Add button
      </button>
    </div>
  );
}
