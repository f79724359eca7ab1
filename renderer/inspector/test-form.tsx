import { MessageCircle, Reply } from 'lucide-react';
import type { TestRecord } from '../../shared/model/design-records.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { useEditor } from '../state/studio.ts';
import { textOf, useRecordEdit } from './edit.ts';
import { Section } from './fields/section.tsx';
import { InspectorHeader } from './inspector-header.tsx';
import './test-form.css';

/** A conversation test that came with the file: its name, and what it says and expects. */
export function TestForm({ id }: { readonly id: string }) {
  const test = useEditor((state) => state.document.tables.tests.get(id));
  return test === undefined ? null : <TestFields test={test} />;
}

function TestFields({ test }: { readonly test: TestRecord }) {
  const edit = useRecordEdit('tests', test);
  return (
    <>
      <InspectorHeader id={test.id} name={textOf(edit, 'name')} remove={{ label: 'Delete test', ids: [test.id] }} />
      <Section title="Steps" name="tests.steps" count={test.steps.length}>
        <ol className="test-steps">
          {test.steps.map((step, index) => (
            // Steps have no identity but their place.
            <li key={index}>
              {step.kind === 'say' ? (
                <MessageCircle size={12} aria-label="Say" />
              ) : (
                <Reply size={12} aria-label="Expect" />
              )}
              <span data-selectable>{visibleText(step.kind === 'say' ? step.text : step.text || step.intentId)}</span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
