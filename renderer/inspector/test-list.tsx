import { memo } from 'react';
import { ListChecks, Trash2 } from 'lucide-react';
import { testsInOrder } from '../../shared/model/selectors/tests-in-order.ts';
import { useEditor } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useExecute } from './edit.ts';
import { Section } from './fields/section.tsx';
import { RecordRow, RecordRows } from './record-row.tsx';

/** The conversation tests of the scenario. */
export const TestList = memo(function TestList() {
  // Listed again only when a test changed.
  const tests = useEditor((state) => state.document.tables.tests);
  const execute = useExecute();
  const listed = testsInOrder(tests.values());
  const add = (): void => execute({ kind: 'test.add', name: 'New test', steps: [{ kind: 'say', text: '' }] });
  return (
    <Section title="Tests" name="scenario.tests" count={listed.length} add={{ label: 'Add test', onPress: add }}>
      {listed.length === 0 ? (
        <p className="section-note">Talks that must go as they went. The talk makes one of what was just said.</p>
      ) : (
        <RecordRows label="Tests">
          {listed.map(({ id, name, steps }) => (
            <RecordRow
              key={id}
              id={id}
              detail={`${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`}
              icon={<ListChecks className="record-icon" size={14} strokeWidth={1.75} aria-hidden />}
            >
              <IconButton
                icon={Trash2}
                label={`Delete ${name}`}
                onClick={() => execute({ kind: 'records.remove', ids: [id] })}
              />
            </RecordRow>
          ))}
        </RecordRows>
      )}
    </Section>
  );
});
