import type { LucideIcon } from 'lucide-react';
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
  /** A small picture in front of the text, where there is no room for a label. */
  readonly icon?: LucideIcon;
  /** The name of the record, as large as a heading. */
  readonly isTitle?: boolean;
  readonly end?: ReactNode;
  readonly isLabelHidden?: boolean;
  readonly inputMode?: 'numeric' | 'decimal' | 'url';
  /** The id of a datalist with what is usual here. */
  readonly list?: string;
  /** Given for a text that is written only when the field is left. */
  readonly check?: TypedText['check'];
};

export function TextField({ label, meaning, troubles, end, isLabelHidden = false, ...rest }: TextFieldProps) {
  const { text, write, place, check = null, lines = false, mono = false, isTitle = false, icon: Icon } = rest;
  const { value, refusal, type, ...handlers } = useTypedText({ text, write, place, check });
  const shared = {
    ...handlers,
    className: isTitle ? 'control title-control' : 'control',
    placeholder: rest.placeholder,
    spellCheck: lines,
    'data-mono': mono || undefined,
    // Without a label in sight, the field says what it is when it is pointed at.
    title: isLabelHidden && !isTitle ? `${label}${meaning === '' ? '' : `: ${meaning}`}` : undefined,
    value,
  };
  return (
    <FieldFrame
      label={label}
      meaning={meaning}
      troubles={troubles}
      refusal={refusal}
      end={end}
      isLabelHidden={isLabelHidden}
    >
      {(control) =>
        lines ? (
          <textarea {...control} {...shared} rows={2} onChange={(event) => type(event.currentTarget.value)} />
        ) : (
          <span className="adorned" data-icon={Icon !== undefined || undefined}>
            {Icon !== undefined && <Icon size={12} strokeWidth={2} aria-hidden />}
            <input
              {...control}
              {...shared}
              type="text"
              inputMode={rest.inputMode}
              list={rest.list}
              onChange={(event) => type(event.currentTarget.value)}
            />
          </span>
        )
      }
    </FieldFrame>
  );
}
