import { useEffect, useRef, type KeyboardEvent } from 'react';
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
};

/** A text of a node, and the field it turns into while it is edited in place. */
export function EditableText({ id, text, placeholder, className, lines }: EditableTextProps) {
  const editing = useCanvas((state) => state.editing === id);
  const style = lines === undefined ? undefined : { WebkitLineClamp: lines };
  return (
    <span className="editable">
      <span className={className} data-empty={text === '' || undefined} style={style} title={text}>
        {text === '' ? placeholder : <ReferenceText text={text} />}
      </span>
      {editing && <TextField id={id} text={text} placeholder={placeholder} className={className} />}
    </span>
  );
}

/** A text with its references told apart from what is said as it is. */
function ReferenceText({ text }: { readonly text: string }) {
  const found = findReferences(text);
  if (found.length === 0) return text;
  let at = 0;
  const parts = found.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, <b key={start}>{text.slice(start, end)}</b>];
  });
  return [...parts, text.slice(at)];
}

function TextField({ id, text, placeholder, className }: Omit<EditableTextProps, 'lines'>) {
  const { editor, ui } = useStudio();
  const store = useCanvasStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const given = useRef(false);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const finish = (keep: boolean): void => {
    if (given.current) return;
    given.current = true;
    const command = keep ? planTextEdit(editor.getState().document, id, field.current?.value ?? text) : null;
    store.setState({ editing: null });
    const done = command === null ? null : editor.execute(command);
    if (done?.ok === false) ui.notify('bad', done.failure.sentence);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') finish(false);
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    finish(true);
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
      onBlur={() => finish(true)}
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
