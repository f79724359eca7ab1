import type { ClipboardEvent } from 'react';
import type { ListBinding } from '../edit.ts';
import { AddButton } from '../fields/add-button.tsx';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import type { Trouble } from '../problems-by-ref.ts';
import { readListedValues, splitSynonyms } from './read-listed-values.ts';
import './listed-values.css';

export type ListedValue = { readonly value: string; readonly synonyms: readonly string[] };

/** The values there are, each with other words for it: a row each. A paste of many lines makes a row of each. */
export function ListedValues({ list }: { readonly list: ListBinding<ListedValue> }) {
  const { items, write, place } = list;
  const [rows, expectOne] = useFocusAdded(items.length);
  const taken = takenTwice(items);
  const change = (index: number, changes: Partial<ListedValue>, key: string) =>
    write(items.with(index, { ...(items[index] as ListedValue), ...changes }), `${index}.${key}`);
  const paste = (index: number, event: ClipboardEvent): void => {
    const pasted = readListedValues(event.clipboardData.getData('text/plain'));
    if (pasted.length < 2) return;
    event.preventDefault();
    const isEmpty = items[index]?.value === '' && items[index]?.synonyms.length === 0;
    write(items.toSpliced(isEmpty ? index : index + 1, isEmpty ? 1 : 0, ...pasted));
  };
  return (
    <div className="listed-values" role="group" aria-label="Listed values">
      <div className="field-head">
        <span className="field-label">Listed values</span>
        <span className="field-meaning" title="The only values people may give it, each with other words for it">
          With other words for each
        </span>
      </div>
      <div className="field-rows" ref={rows} data-reorder-list>
        {items.map(({ value, synonyms }, index) => (
          // They have no identity but their place.
          <div
            key={index}
            className="listed-value"
            data-entry
            data-reorder-row={index}
            onPaste={(event) => paste(index, event)}
          >
            <ReorderHandle
              label={`value ${index + 1}`}
              index={index}
              count={items.length}
              onMove={(from, to) => write(moved(items, from, to))}
            />
            <FieldRow
              label={`Value ${index + 1}`}
              end={<RowEnd label={`Remove value ${index + 1}`} onPress={() => write(items.toSpliced(index, 1))} />}
            >
              <TextField
                label="Value"
                meaning="What the attribute becomes"
                isLabelHidden
                placeholder="value"
                text={value}
                place={place(index, 'value')}
                troubles={troubleOf([value], taken)}
                write={(typed) => change(index, { value: typed }, 'value')}
              />
              <TextField
                label="Synonyms"
                meaning="Other words for it, with commas between them"
                isLabelHidden
                placeholder="synonym, synonym"
                text={synonyms.join(', ')}
                place={place(index, 'synonyms')}
                troubles={troubleOf(synonyms, taken)}
                write={(typed) => change(index, { synonyms: splitSynonyms(typed) }, 'synonyms')}
              />
            </FieldRow>
          </div>
        ))}
      </div>
      <AddButton
        label="Add value"
        title="Or paste many, a line each: value: synonym, synonym"
        onPress={() => {
          expectOne();
          write([...items, { value: '', synonyms: [] }]);
        }}
      />
      {items.length === 1 && (
        <p className="section-note">A paste of many lines makes a value of each: “small: tiny, little”.</p>
      )}
    </div>
  );
}

const asCompared = (text: string): string => text.trim().toLowerCase();

/** Words that stand for more than one value. */
function takenTwice(items: readonly ListedValue[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { value, synonyms } of items)
    for (const text of new Set([value, ...synonyms].map(asCompared))) (seen.has(text) ? twice : seen).add(text);
  twice.delete('');
  return twice;
}

function troubleOf(texts: readonly string[], taken: ReadonlySet<string>): readonly Trouble[] {
  const found = texts.find((text) => taken.has(asCompared(text)));
  return found === undefined
    ? []
    : [{ severity: 'warning', sentence: `“${found}” stands for two values; the first is taken.` }];
}
