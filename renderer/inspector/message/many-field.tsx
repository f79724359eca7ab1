import { Copy, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { itemOf, type Edit, type ListBinding } from '../edit.ts';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import { TroubleLine } from '../fields/field-frame.tsx';
import { RowEnd } from '../fields/field-row.tsx';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { AddMenu } from './add-menu.tsx';
import type { AnyField, ManyLook } from './field-spec.ts';
import './many-field.css';

type AnyValue = Readonly<Record<string, unknown>>;
type ManyFieldProps = {
  readonly field: AnyField & ManyLook;
  readonly list: ListBinding<AnyValue>;
  readonly children: (item: Edit<AnyValue>) => ReactNode;
};

/** Several of a kind: to add, to move, to copy, to take away, each with a form of its own. */
export function ManyField({ field, list, children }: ManyFieldProps) {
  const { label, meaning, word, look, add } = field;
  const { items, write, troubles } = list;
  const [rows, expectOne] = useFocusAdded(items.length);
  /** The one just added, to be open at once. */
  const [fresh, setFresh] = useState<number | null>(null);
  const Items = look === 'cards' ? Cards : Rows;
  return (
    <div className="many" ref={rows}>
      {label !== '' && (
        <div className="field-head">
          <span className="field-label">{label}</span>
          <span className="field-meaning" title={meaning}>
            {meaning}
          </span>
        </div>
      )}
      <Items field={field} list={list} fresh={fresh}>
        {children}
      </Items>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
      <AddMenu
        label={`Add ${word}`}
        entries={add}
        onAdd={(blank) => {
          expectOne();
          setFresh(items.length);
          write([...items, blank as AnyValue]);
        }}
      />
    </div>
  );
}

type ItemsProps = ManyFieldProps & { readonly fresh: number | null };

function Cards({ field: { word }, list, children }: ItemsProps) {
  const { items, write } = list;
  return (
    <div className="many-cards" data-reorder-list>
      {items.map((_, index) => (
        // They have no identity but their place.
        <div
          key={index}
          className="many-card"
          role="group"
          aria-label={`${capital(word)} ${index + 1}`}
          data-entry
          data-reorder-row={index}
        >
          <ReorderHandle
            label={`${word} ${index + 1}`}
            index={index}
            count={items.length}
            onMove={(from, to) => write(moved(items, from, to))}
          />
          <div className="many-card-fields">{children(itemOf(list, index))}</div>
          <RowEnd label={`Remove ${word} ${index + 1}`} onPress={() => write(items.toSpliced(index, 1))} />
        </div>
      ))}
    </div>
  );
}

function Rows({ field, list, fresh, children }: ItemsProps) {
  const { items, write } = list;
  const { word, title, summary } = field;
  return (
    <Disclosures label={field.label}>
      {items.map((item, index) => {
        const name = `${word} ${index + 1}`;
        return (
          // They have no identity but their place.
          <Disclosure
            key={index}
            name={name}
            title={<span className="disclosure-name">{visibleText(title(item as never))}</span>}
            summary={summary(item as never)}
            startsOpen={index === fresh || items.length === 1}
            order={{ index, count: items.length, onMove: (from, to) => write(moved(items, from, to)) }}
            end={
              <>
                <IconButton
                  icon={Copy}
                  label={`Duplicate ${name}`}
                  onClick={() => write(items.toSpliced(index, 0, item))}
                />
                <IconButton icon={X} label={`Remove ${name}`} onClick={() => write(items.toSpliced(index, 1))} />
              </>
            }
          >
            {children(itemOf(list, index))}
          </Disclosure>
        );
      })}
    </Disclosures>
  );
}

const capital = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
