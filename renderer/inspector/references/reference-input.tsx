import type { LucideIcon } from 'lucide-react';
import { useId, useLayoutEffect, useMemo, useRef, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import { DropDown } from '../fields/drop-down.tsx';
import type { ControlIds } from '../fields/field-frame.tsx';
import type { useTypedText } from '../fields/use-typed-text.ts';
import { MarkedText } from './marked-text.tsx';
import { OfferList, offerId } from './offer-list.tsx';
import type { KnownText } from './offers.ts';
import type { MarkedText as Marked, ReferenceForm } from './text-marks.ts';
import { useOffers } from './use-offers.ts';
import './reference-input.css';

type ReferenceInputProps = {
  readonly typed: ReturnType<typeof useTypedText>;
  readonly form: ReferenceForm;
  readonly marked: Marked;
  readonly control: Partial<ControlIds> & { readonly 'aria-label'?: string };
  readonly placeholder?: string | undefined;
  /** Enter begins a new line. */
  readonly lines?: boolean;
  readonly mono?: boolean;
  /** A small picture in front of the text, where there is no room for a label. */
  readonly icon?: LucideIcon | undefined;
  /** What the field may hold as a whole, to be offered. */
  readonly known?: readonly KnownText[] | undefined;
  /** Keys the list of offers did not want. */
  readonly onKey?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly onPaste?: ((event: ClipboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly onLeave?: (() => void) | undefined;
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
};

/** A text field that knows references: it offers them, tints them, and grows with what is written. */
export function ReferenceInput(props: ReferenceInputProps) {
  const {
    typed,
    form,
    marked,
    control,
    placeholder,
    lines = false,
    mono = false,
    icon: Icon,
    known = noneKnown,
    onKey,
    onPaste,
    onLeave,
    ref,
  } = props;
  const { value } = typed;
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | null>(null);
  const id = useId();
  const {
    offers,
    active,
    open,
    close,
    take,
    onKey: onOfferKey,
  } = useOffers(field, { text: value, form, known }, (taken) => {
    caretAfter.current = taken.caret;
    typed.type(taken.text);
  });
  useLayoutEffect(() => {
    const caret = caretAfter.current;
    caretAfter.current = null;
    if (caret !== null) field.current?.setSelectionRange(caret, caret);
  });
  const refs = useMemo(() => joinRefs(field, ref), [ref]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (onOfferKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    onKey?.(event);
    if (!event.defaultPrevented && event.key === 'Enter' && !lines) event.preventDefault();
    typed.onKeyDown(event);
  };
  return (
    <div
      ref={frame}
      className="control reference-input"
      data-mono={mono || undefined}
      data-invalid={control['aria-invalid'] || undefined}
      data-icon={Icon !== undefined || undefined}
    >
      {Icon !== undefined && <Icon size={12} strokeWidth={2} aria-hidden />}
      <MarkedText text={value} marks={marked.marks} />
      <textarea
        {...control}
        ref={refs}
        rows={1}
        spellCheck={form === 'template'}
        placeholder={placeholder}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={offers === null ? undefined : id}
        aria-activedescendant={offers === null || active < 0 ? undefined : offerId(id, active)}
        onChange={(event) => {
          typed.type(lines ? event.currentTarget.value : onOneLine(event.currentTarget.value));
          open();
        }}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
        onFocus={() => {
          typed.onFocus();
          if (form === 'reference' && value === '') open();
        }}
        onBlur={() => {
          close();
          // Tidying up belongs to the same step as the typing.
          onLeave?.();
          typed.onBlur();
        }}
      />
      {offers !== null && (
        <DropDown anchor={frame} onAway={close}>
          <OfferList id={id} items={offers.items} active={active} onTake={take} />
        </DropDown>
      )}
    </div>
  );
}

const noneKnown: readonly KnownText[] = [];

const onOneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

function joinRefs(own: { current: HTMLTextAreaElement | null }, other: Ref<HTMLTextAreaElement> | undefined) {
  return (element: HTMLTextAreaElement | null): void => {
    own.current = element;
    if (typeof other === 'function') other(element);
    else if (other != null) other.current = element;
  };
}
