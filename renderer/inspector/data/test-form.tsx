import { ListChecks, MessagesSquare } from 'lucide-react';
import type { TestRecord } from '../../../shared/model/design-records.ts';
import { useEditor, useRun, useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { listOf, textOf, useRecordEdit } from '../edit.ts';
import { Section } from '../fields/section.tsx';
import { InspectorHeader } from '../inspector-header.tsx';
import { stepsOfTalk } from './steps-of-talk.ts';
import { TestSteps } from './test-steps.tsx';

/** A conversation test: what is said, and what must come back. */
export function TestForm({ id }: { readonly id: string }) {
  const test = useEditor((state) => state.document.tables.tests.get(id));
  return test === undefined ? null : <TestFields test={test} />;
}

function TestFields({ test }: { readonly test: TestRecord }) {
  const { run, editor } = useStudio();
  const edit = useRecordEdit('tests', test);
  const hasTalk = useRun((state) => state.exchanges.length > 0);
  const takeTalk = (): void => {
    const events = run.getState().exchanges.flatMap((exchange) => exchange.events);
    edit.set({ steps: stepsOfTalk(editor.getState().document, events) });
  };
  return (
    <>
      <InspectorHeader
        id={test.id}
        name={textOf(edit, 'name')}
        icon={<ListChecks className="record-icon" size={16} strokeWidth={1.75} aria-hidden />}
        remove={{ label: 'Delete test', ids: [test.id] }}
      />
      <Section
        title="Steps"
        name="tests.steps"
        count={test.steps.length}
        end={
          <IconButton
            icon={MessagesSquare}
            label={hasTalk ? 'Take the steps of the talk' : 'Take the steps of the talk, once there is one'}
            disabled={!hasTalk}
            onClick={takeTalk}
          />
        }
      >
        <p className="section-note">
          A talk that begins anew, and what must come back. An empty field is not looked at.
        </p>
        <TestSteps list={listOf(edit, 'steps')} />
      </Section>
    </>
  );
}
