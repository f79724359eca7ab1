import { Maximize2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { FieldFrame } from '../inspector/fields/field-frame.tsx';
import type { Trouble } from '../inspector/problems-by-ref.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { CodeEditorProps } from './code-editor.tsx';
import type { CodeMark } from './code-offer.ts';
import './code-field.css';

/** The editor is large and few forms have one, so it comes when it is first wanted. */
const CodeEditor = lazy(async () => ({ default: (await import('./code-editor.tsx')).CodeEditor }));

type CodeFieldProps = Omit<CodeEditorProps, 'control' | 'marks'> & {
  readonly meaning: string;
  readonly marks?: readonly CodeMark[];
  readonly troubles?: readonly Trouble[];
  /** One line for an expression, more for a script. */
  readonly size?: 'line' | 'lines' | 'page';
  readonly isLabelHidden?: boolean;
};

const noMarks: readonly CodeMark[] = [];

/** A field for code: coloured, completed, and with what is wrong at its line. A script can be written in a window. */
export function CodeField(props: CodeFieldProps) {
  const [isLarge, setIsLarge] = useState(false);
  const { label, size = 'lines' } = props;
  return (
    <div className="code-field">
      <FramedEditor {...props} size={size} />
      {size !== 'line' && (
        <IconButton
          className="code-enlarge"
          icon={Maximize2}
          label={`Write ${label} in a larger window`}
          onClick={() => setIsLarge(true)}
        />
      )}
      {isLarge && (
        // Escape closes the list of offers in it.
        <DialogFrame title={label} size={1040} closesOnEscape={false} onClose={() => setIsLarge(false)}>
          <FramedEditor {...props} size="window" isLabelHidden />
        </DialogFrame>
      )}
    </div>
  );
}

type FramedEditorProps = Omit<CodeFieldProps, 'size'> & { readonly size: 'line' | 'lines' | 'page' | 'window' };

const FramedEditor = ({
  label,
  meaning,
  troubles = [],
  isLabelHidden = false,
  marks = noMarks,
  size,
  ...editor
}: FramedEditorProps) => (
  <FieldFrame label={label} meaning={meaning} troubles={troubles} isLabelHidden={isLabelHidden}>
    {(control) => (
      <div className="control code-control" data-size={size}>
        <Suspense fallback={<pre className="code-waiting">{editor.text}</pre>}>
          <CodeEditor {...editor} label={label} control={control} marks={marks} />
        </Suspense>
      </div>
    )}
  </FieldFrame>
);
