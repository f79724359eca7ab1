import type { ClipboardEvent } from 'react';
import type { ListBinding } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import { AddButton } from '../fields/add-button.tsx';
import type { Pair } from './field-spec.ts';
import './pairs-field.css';

type Row = { readonly [key: string]: string };
type PairsFieldProps = {
  readonly label: string;
  readonly meaning: string;
  /** What a row is called. */
  readonly word: string;
  readonly parts: Pair;
  readonly list: ListBinding<Row>;
};

/** Two texts a row, like the options of a question. A paste of many lines makes a row of each: `key: shown as`. */
export function PairsField({ label, meaning, word, parts, list }: PairsFieldProps) {
  const { items, write, place, troubles } = list;
  const [rows, expectOne] = useFocusAdded(items.length, 'textarea');
  const [first, second] = parts;
  const paste = (index: number, event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = pairsOf(event.clipboardData.getData('text/plain'), first.key, second.key);
    if (pasted.length < 2) return;
    event.preventDefault();
    const isEmpty = items[index]?.[first.key] === '' && items[index]?.[second.key] === '';
    write(items.toSpliced(isEmpty ? index : index + 1, isEmpty ? 1 : 0, ...pasted));
  };
  return (
    <div className="pairs" role="group" aria-label={label}>
      <div className="field-head">
        <span className="field-label">{label}</span>
        <span className="field-meaning" title={meaning}>
          {meaning}
        </span>
      </div>
      <div className="field-rows" ref={rows} data-reorder-list>
        {items.map((item, index) => (
          // They have no identity but their place.
          <div key={index} className="pair" data-entry data-reorder-row={index}>
            <ReorderHandle
              label={`${word} ${index + 1}`}
              index={index}
              count={items.length}
              onMove={(from, to) => write(moved(items, from, to))}
            />
            <FieldRow
              label={`${word} ${index + 1}`}
              end={<RowEnd label={`Remove ${word} ${index + 1}`} onPress={() => write(items.toSpliced(index, 1))} />}
            >
              {parts.map((part) => (
                <ReferenceField
                  key={part.key}
                  label={part.label}
                  meaning={part.meaning}
                  isLabelHidden
                  form="template"
                  placeholder={part.placeholder}
                  text={item[part.key] ?? ''}
                  place={place(index, part.key)}
                  troubles={[]}
                  write={(typed) => write(items.with(index, { ...item, [part.key]: typed }), `${index}.${part.key}`)}
                  onPaste={(event) => paste(index, event)}
                />
              ))}
            </FieldRow>
          </div>
        ))}
      </div>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
      <AddButton
        label={`Add ${word}`}
        onPress={() => {
          expectOne();
          write([...items, { [first.key]: '', [second.key]: '' }]);
        }}
      />
    </div>
  );
}

/** `key: shown as`, or one text for both, a line each. */
export const pairsOf = (text: string, first: string, second: string): readonly Row[] =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, key = line, shown = key] = /^([^:\t]*)[:\t](.*)$/.exec(line) ?? [];
      return { [first]: key.trim(), [second]: shown.trim() };
    });
