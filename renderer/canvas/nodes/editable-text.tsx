import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { withoutMarks } from '../../../shared/base/without-marks.ts';
import { findReferences } from '../../../shared/reference/parse-template.ts';
import { DropDown } from '../../inspector/fields/drop-down.tsx';
import { OfferList, offerId } from '../../inspector/references/offer-list.tsx';
import { useOffers } from '../../inspector/references/use-offers.ts';
import { useStudio } from '../../state/studio.ts';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import { focusNode } from '../focus-node.ts';
import { planTextEdit } from '../gestures/plan-text-edit.ts';
import './editable-text.css';

type EditableTextProps = {
  readonly id: string;
  readonly text: string;
  readonly placeholder: string;
  readonly className: string;
  /** Shift+Enter begins a new line; Enter alone is done. */
  readonly lines?: number;
  /** Whether what stands in braces is filled in: then it is offered while it is written. */
  readonly takesReferences?: boolean;
  /** What is shown in place of the plain text while it is not edited. */
  readonly shown?: ReactNode;
};

/** A text of a node, and the field it turns into while it is edited in place. */
export function EditableText({ lines, shown, ...field }: EditableTextProps) {
  const { id, text, placeholder, className } = field;
  const editing = useCanvas((state) => state.editing === id);
  const style = lines === undefined ? undefined : { WebkitLineClamp: lines };
  return (
    <span className="editable">
      <span className={className} data-empty={text === '' || undefined} style={style} title={text}>
        {shown ?? (text === '' ? placeholder : <ReferenceText text={text} />)}
      </span>
      {editing && <TextField {...field} />}
    </span>
  );
}

/** A text with its references told apart from what is said as it is. */
function ReferenceText({ text }: { readonly text: string }) {
  const found = findReferences(text);
  if (found.length === 0) return withoutMarks(text);
  let at = 0;
  const parts = found.flatMap(({ start, end }) => {
    const before = withoutMarks(text.slice(at, start));
    at = end;
    return [before, <b key={start}>{text.slice(start, end)}</b>];
  });
  return [...parts, withoutMarks(text.slice(at))];
}

type TextFieldProps = Omit<EditableTextProps, 'lines' | 'shown'>;

function TextField({ id, text, placeholder, className, takesReferences = false }: TextFieldProps) {
  const { editor, ui } = useStudio();
  const store = useCanvasStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const [typed, setTyped] = useState(text);
  const caretAfter = useRef<number | null>(null);
  const list = useId();
  const { offers, active, open, close, take, onKey } = useOffers(field, offered(typed), (taken) => {
    caretAfter.current = taken.caret;
    setTyped(taken.text);
  });
  useLayoutEffect(() => {
    const caret = caretAfter.current;
    caretAfter.current = null;
    if (caret !== null) field.current?.setSelectionRange(caret, caret);
  });

  const finish = (written: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    const command = written === null ? null : planTextEdit(editor.getState().document, id, written);
    if (store.getState().editing === id) store.setState({ editing: null });
    ui.editAnswered(id);
    const done = command === null ? null : editor.execute(command);
    if (done?.ok === false) ui.notify('bad', done.failure.sentence);
  };
  // What was typed is kept also when the node leaves the view while it is written in.
  const leave = useEffectEvent((written: string) => finish(written));
  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.select();
    return () => leave(element?.value ?? text);
  }, [text]);
  // That it says nothing yet is no news to whoever is writing it.
  useEffect(() => {
    if (text !== '') return undefined;
    ui.setWriting(id);
    return () => ui.setWriting(null);
  }, [id, text, ui]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    if (takesReferences && onKey(event)) return event.preventDefault();
    if (event.key === 'Escape') finish(null);
    else if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    else finish(event.currentTarget.value);
    event.preventDefault();
    focusNode(id);
  };
  return (
    <>
      <textarea
        ref={field}
        className={`${className} text-field nodrag nopan nowheel`}
        value={typed}
        placeholder={placeholder}
        aria-label={placeholder}
        aria-autocomplete={takesReferences ? 'list' : undefined}
        aria-controls={offers === null ? undefined : list}
        aria-activedescendant={offers === null || active < 0 ? undefined : offerId(list, active)}
        rows={1}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (takesReferences) open();
        }}
        onBlur={(event) => finish(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {offers !== null && (
        <DropDown anchor={field} onAway={close}>
          <OfferList id={list} items={offers.items} active={active} onTake={take} />
        </DropDown>
      )}
    </>
  );
}

const offered = (text: string) => ({ text, form: 'template', known: [] }) as const;
