import { Plus } from 'lucide-react';
import type { NamedValue } from '../../../shared/model/action-parts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { ListBinding } from '../edit.ts';
import type { Trouble } from '../problems-by-ref.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import { TroubleLine } from './field-frame.tsx';
import { FieldRow, RowEnd } from './field-row.tsx';
import { TextField } from './text-field.tsx';
import { useFocusAdded } from './use-focus-added.ts';
import './named-values.css';

type NamedValuesProps = {
  readonly title: string;
  readonly meaning: string;
  /** What one of them is called. */
  readonly word: string;
  readonly list: ListBinding<NamedValue>;
  readonly troubles?: readonly Trouble[];
};

/** Names with values, like headers: a row each. */
export function NamedValues({ title, meaning, word, list, troubles = [] }: NamedValuesProps) {
  const { items, write, place } = list;
  const [rows, expectOne] = useFocusAdded(items.length);
  const change = (index: number, changes: Partial<NamedValue>, key: string) =>
    write(items.with(index, { ...(items[index] as NamedValue), ...changes }), `${index}.${key}`);
  return (
    <div className="named-values" role="group" aria-label={title}>
      <div className="field-head">
        <span className="field-label">{title}</span>
        <span className="field-meaning" title={meaning}>
          {meaning}
        </span>
        <IconButton
          icon={Plus}
          label={`Add ${word}`}
          onClick={() => {
            expectOne();
            write([...items, { name: '', value: '' }]);
          }}
        />
      </div>
      <div className="field-rows" ref={rows}>
        {items.map(({ name, value }, index) => (
          // They have no identity but their place.
          <FieldRow
            key={index}
            label={`${word} ${index + 1}`}
            end={<RowEnd label={`Remove ${word} ${index + 1}`} onPress={() => write(items.toSpliced(index, 1))} />}
          >
            <TextField
              label="Name"
              meaning={`What the ${word} is called`}
              isLabelHidden
              mono
              placeholder="name"
              text={name}
              place={place(index, 'name')}
              troubles={[]}
              write={(typed) => change(index, { name: typed }, 'name')}
            />
            <ReferenceField
              label="Value"
              meaning="$argument and {reference} are filled in"
              isLabelHidden
              mono
              form="request"
              placeholder="value"
              text={value}
              place={place(index, 'value')}
              troubles={[]}
              write={(typed) => change(index, { value: typed }, 'value')}
            />
          </FieldRow>
        ))}
      </div>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </div>
  );
}
