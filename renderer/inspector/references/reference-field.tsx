import type { LucideIcon } from 'lucide-react';
import { useMemo, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import type { TextBinding } from '../edit.ts';
import { FieldFrame } from '../fields/field-frame.tsx';
import { useTypedText } from '../fields/use-typed-text.ts';
import { useKnownNames } from './known-names.ts';
import type { KnownText } from './offers.ts';
import { ReferenceInput } from './reference-input.tsx';
import { markText, type ReferenceForm } from './text-marks.ts';

export type ReferenceFieldProps = TextBinding & {
  readonly label: string;
  readonly meaning: string;
  readonly form: ReferenceForm;
  /** Something is stored there, so it may be a name nobody used before. */
  readonly isWritten?: boolean;
  readonly placeholder?: string;
  readonly lines?: boolean;
  readonly mono?: boolean;
  readonly icon?: LucideIcon;
  readonly known?: readonly KnownText[];
  readonly isLabelHidden?: boolean;
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onLeave?: () => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
};

/** A text with references in it, or one reference alone, and what is wrong with either while it is typed. */
export function ReferenceField(props: ReferenceFieldProps) {
  const { label, meaning, form, isWritten = false, isLabelHidden = false, troubles, ...rest } = props;
  const { text, write, place, placeholder, lines, mono, icon, known, onKey, onPaste, onLeave, ref } = rest;
  const typed = useTypedText({ text, write, place });
  const names = useKnownNames();
  const marked = useMemo(() => markText(typed.value, form, names, isWritten), [typed.value, form, names, isWritten]);
  return (
    <FieldFrame
      label={label}
      meaning={meaning}
      troubles={[...troubles, ...marked.troubles]}
      refusal={typed.refusal}
      isLabelHidden={isLabelHidden}
    >
      {(control) => (
        <ReferenceInput
          typed={typed}
          form={form}
          marked={marked}
          control={control}
          placeholder={placeholder}
          lines={lines ?? false}
          mono={mono ?? false}
          icon={icon}
          known={known}
          onKey={onKey}
          onPaste={onPaste}
          onLeave={onLeave}
          ref={ref}
        />
      )}
    </FieldFrame>
  );
}
