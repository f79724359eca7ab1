import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { findReferences } from '../../../shared/reference/parse-template.ts';
import { useStudio } from '../../state/studio.ts';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import { planTextEdit } from '../gestures/plan-text-edit.ts';
import './editable-text.css';

type EditableTextProps = {
  readonly id: string;
  readonly text: string;
  readonly placeholder: string;
  readonly className: string;
  /** Shift+Enter begins a new line; Enter alone is done. */
  readonly lines?: number;
  /** What is shown in place of the plain text while it is not edited. */
  readonly shown?: ReactNode;
};

/** A text of a node, and the field it turns into while it is edited in place. */
export function EditableText({ id, text, placeholder, className, lines, shown }: EditableTextProps) {
  const editing = useCanvas((state) => state.editing === id);
  const style = lines === undefined ? undefined : { WebkitLineClamp: lines };
  return (
    <span className="editable">
      <span className={className} data-empty={text === '' || undefined} style={style} title={text}>
        {shown ?? (text === '' ? placeholder : <ReferenceText text={text} />)}
      </span>
      {editing && <TextField id={id} text={text} placeholder={placeholder} className={className} />}
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

/** Marks of emphasis are for the chat; here they would only stand between the words. */
const withoutMarks = (text: string): string => text.replace(/\*\*|__|~~|`/g, '');

function TextField({ id, text, placeholder, className }: Omit<EditableTextProps, 'lines' | 'shown'>) {
  const { editor, ui } = useStudio();
  const store = useCanvasStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);

  const finish = (typed: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    const command = typed === null ? null : planTextEdit(editor.getState().document, id, typed);
    if (store.getState().editing === id) store.setState({ editing: null });
    const done = command === null ? null : editor.execute(command);
    if (done?.ok === false) ui.notify('bad', done.failure.sentence);
  };
  // What was typed is kept also when the node leaves the view while it is written in.
  const leave = useEffectEvent((typed: string) => finish(typed));
  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.select();
    return () => leave(element?.value ?? text);
  }, [text]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    if (event.key === 'Escape') finish(null);
    else if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    else finish(event.currentTarget.value);
    event.preventDefault();
    focusNode(id);
  };
  return (
    <textarea
      ref={field}
      className={`${className} text-field nodrag nopan nowheel`}
      defaultValue={text}
      placeholder={placeholder}
      aria-label={placeholder}
      rows={1}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The keyboard goes back to where it was. */
function focusNode(id: string): void {
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
      ?.focus({ preventScroll: true });
  });
}
