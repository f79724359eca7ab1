import type { ReactNode } from 'react';
import type { TextBinding } from '../edit.ts';
import { FieldFrame } from './field-frame.tsx';
import { useTypedText, type TypedText } from './use-typed-text.ts';

type TextFieldProps = TextBinding & {
  readonly label: string;
  readonly meaning: string;
  readonly placeholder?: string;
  /** More than one line; Enter begins the next. */
  readonly lines?: boolean;
  readonly mono?: boolean;
  readonly end?: ReactNode;
  readonly isLabelHidden?: boolean;
  readonly inputMode?: 'numeric' | 'decimal' | 'url';
  /** The id of a datalist with what is usual here. */
  readonly list?: string;
  /** Given for a text that is written only when the field is left. */
  readonly check?: TypedText['check'];
};

export function TextField({ label, meaning, troubles, end, isLabelHidden, ...rest }: TextFieldProps) {
  const { text, write, place, placeholder, lines = false, mono = false, inputMode, list, check = null } = rest;
  const { value, refusal, type, ...handlers } = useTypedText({ text, write, place, check });
  const shared = { className: 'control', placeholder, spellCheck: lines, 'data-mono': mono || undefined };
  return (
    <FieldFrame
      label={label}
      meaning={meaning}
      troubles={troubles}
      refusal={refusal}
      end={end}
      isLabelHidden={isLabelHidden ?? false}
    >
      {(control) =>
        lines ? (
          <textarea
            {...control}
            {...shared}
            {...handlers}
            rows={2}
            value={value}
            onChange={(event) => type(event.currentTarget.value)}
          />
        ) : (
          <input
            {...control}
            {...shared}
            {...handlers}
            type="text"
            inputMode={inputMode}
            list={list}
            value={value}
            onChange={(event) => type(event.currentTarget.value)}
          />
        )
      }
    </FieldFrame>
  );
}
