import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { CodeField } from '../../../code-editor/code-field.tsx';
import { useLastTry } from '../../../actions/use-last-try.ts';
import { textOf, type Edit } from '../../edit.ts';
import { Section } from '../../fields/section.tsx';
import { codeNames } from '../code-names.ts';
import { pythonMarks } from './python-marks.ts';

/** The script of a Python action. */
export function PythonFields({ edit }: { readonly edit: Edit<ActionOf<'python'>> }) {
  const { text, write, troubles } = textOf(edit, 'code');
  const last = useLastTry(edit.value.id);
  return (
    <Section title="Code" name="actions.python" fields="code">
      <p className="section-note">
        <code>execute_action(context)</code> gets what it is asked with in <code>context["args"]</code>; what it returns
        is the result.
      </p>
      <CodeField
        label="Python"
        meaning="Escape, then Tab, leaves it"
        isLabelHidden
        language="python"
        size="page"
        names={codeNames(edit.value)}
        text={text}
        write={write}
        troubles={troubles}
        marks={pythonMarks(last, text)}
      />
    </Section>
  );
}
