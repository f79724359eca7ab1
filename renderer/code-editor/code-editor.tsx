import { forceLinting } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ControlIds } from '../inspector/fields/field-frame.tsx';
import { useStudio } from '../state/studio.ts';
import type { Refusal } from '../inspector/edit.ts';
import type { CodeLanguage, CodeMark, CodeNames } from './code-offer.ts';
import { editorExtensions } from './editor-extensions.ts';
import { marksChanged } from './mark-lines.ts';

export type CodeEditorProps = {
  readonly label: string;
  readonly control: ControlIds;
  readonly language: CodeLanguage;
  readonly names: CodeNames;
  readonly text: string;
  /** Called with every change; what is typed between two pauses is one step of the history. */
  readonly write: (text: string) => Refusal;
  readonly placeholder?: string;
  /** What went wrong when it ran, line by line. */
  readonly marks: readonly CodeMark[];
};

/** Quiet for so long, the next key begins a new step of the history. */
const pause = 1000;

/**
 * The editor itself. What is typed is written at once; while the field is not left, its own undo works letter by
 * letter, and where that ends, the undo of the scenario goes on.
 */
export function CodeEditor(props: CodeEditorProps) {
  const { editor } = useStudio();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const extensions = useRef<Extension>([]);
  const { marks } = props;
  const newest = useRef(marks);
  // The editor outlives what it was made with: it always asks for the newest.
  const now = useRef(props);
  useLayoutEffect(() => {
    now.current = props;
  });

  useEffect(() => {
    if (place.current === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      editor.seal();
    };
    extensions.current = editorExtensions({
      language: now.current.language,
      placeholder: now.current.placeholder ?? '',
      names: () => now.current.names,
      marks: () => newest.current,
      attributes: () => attributesOf(now.current),
      undo: () => editor.undo(),
      redo: () => editor.redo(),
      onText: (text) => {
        clearTimeout(timer);
        now.current.write(text);
        timer = setTimeout(settle, pause);
      },
      onLeave: settle,
    });
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({ doc: now.current.text, extensions: extensions.current }),
    });
    view.current = made;
    return () => {
      settle();
      made.destroy();
      view.current = null;
    };
  }, [editor]);

  // Somebody else changed the text, an undo perhaps: what could be undone in here is about a text that is gone.
  useEffect(() => {
    const shown = view.current;
    if (shown === null || shown.state.doc.toString() === props.text) return;
    const head = Math.min(shown.state.selection.main.head, props.text.length);
    shown.setState(
      EditorState.create({ doc: props.text, selection: { anchor: head }, extensions: extensions.current }),
    );
  }, [props.text]);

  useEffect(() => {
    newest.current = marks;
    view.current?.dispatch({ effects: marksChanged.of(null) });
    if (view.current !== null) forceLinting(view.current);
  }, [marks]);
  return <div ref={place} className="code-editor" />;
}

const attributesOf = ({ label, control }: CodeEditorProps): Record<string, string> => ({
  id: control.id,
  'aria-label': label,
  'aria-describedby': control['aria-describedby'],
  'aria-invalid': `${control['aria-invalid']}`,
});
