import type { Json } from '../../../shared/base/json.ts';
import type { Refusal } from '../edit.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { AlignLeft } from 'lucide-react';
import { FieldFrame } from './field-frame.tsx';
import { readJson } from './read-json.ts';
import { useTypedText } from './use-typed-text.ts';
import './json-field.css';

type JsonFieldProps = {
  readonly label: string;
  readonly meaning: string;
  readonly value: Json;
  readonly onValue: (value: Json) => Refusal;
  readonly place: string;
};

const print = (value: Json): string => (value === null ? '' : JSON.stringify(value, null, 2));

/** Data, written as JSON. While it is none, it is kept in the field with the line where it goes wrong. */
export function JsonField({ label, meaning, value, onValue, place }: JsonFieldProps) {
  const write = (typed: string): Refusal => {
    if (typed.trim() === '') return onValue(null);
    const read = readJson(typed);
    return read.ok ? onValue(read.value) : read.failure;
  };
  const { value: typed, refusal, type, ...handlers } = useTypedText({ text: print(value), write, place });
  return (
    <FieldFrame
      label={label}
      meaning={meaning}
      refusal={refusal}
      end={
        <IconButton
          className="json-tidy"
          icon={AlignLeft}
          label="Tidy up the JSON"
          disabled={refusal !== null || typed === print(value)}
          onClick={() => type(print(value))}
        />
      }
    >
      {(control) => (
        <textarea
          {...control}
          {...handlers}
          className="control json-control"
          data-mono
          rows={3}
          spellCheck={false}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
