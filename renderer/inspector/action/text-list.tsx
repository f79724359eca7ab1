import type { ClipboardEvent } from 'react';
import type { Refusal } from '../edit.ts';
import { AddButton } from '../fields/add-button.tsx';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';

type TextListProps = {
  readonly label: string;
  readonly meaning: string;
  /** What one of them is called. */
  readonly word: string;
  readonly items: readonly string[];
  readonly write: (items: readonly string[], burst: string | null) => Refusal;
  readonly place: string;
  readonly placeholder?: string;
};

/** Texts, a row each; a paste of many lines makes many. */
export function TextList({ label, meaning, word, items, write, place, placeholder = '' }: TextListProps) {
  const [rows, expectOne] = useFocusAdded(items.length);
  const paste = (index: number, event: ClipboardEvent<HTMLElement>): void => {
    const lines = event.clipboardData.getData('text/plain').split(/\r\n|\r|\n/);
    const pasted = lines.map((line) => line.trim()).filter((line) => line !== '');
    if (pasted.length < 2) return;
    event.preventDefault();
    write(items.toSpliced(index, items[index] === '' ? 1 : 0, ...pasted), null);
  };
  return (
    <div className="named-values" role="group" aria-label={label}>
      <div className="field-head">
        <span className="field-label">{label}</span>
        <span className="field-meaning" title={meaning}>
          {meaning}
        </span>
      </div>
      <div className="field-rows" ref={rows}>
        {items.map((text, index) => (
          // They have no identity but their place.
          <div key={index} onPaste={(event) => paste(index, event)}>
            <FieldRow
              label={`${word} ${index + 1}`}
              end={
                <RowEnd label={`Remove ${word} ${index + 1}`} onPress={() => write(items.toSpliced(index, 1), null)} />
              }
            >
              <TextField
                label={`${word} ${index + 1}`}
                meaning="One of the list"
                isLabelHidden
                placeholder={placeholder}
                text={text}
                place={`${place}.${index}`}
                troubles={[]}
                write={(typed) => write(items.with(index, typed), `${index}`)}
              />
            </FieldRow>
          </div>
        ))}
      </div>
      <AddButton
        label={`Add ${word}`}
        onPress={() => {
          expectOne();
          write([...items, ''], null);
        }}
      />
    </div>
  );
}
