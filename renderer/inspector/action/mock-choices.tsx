import type { MockRecord } from '../../../shared/model/mock-record.ts';
import { useEditor } from '../../state/studio.ts';
import type { Edit } from '../edit.ts';
import { ChoiceField } from '../fields/choice-field.tsx';

const turns = [
  { value: '', label: 'Always' },
  { value: 'sequence', label: 'In turn with others' },
  { value: 'random', label: 'By chance' },
] as const;
const failures = [
  { value: '', label: 'Answers' },
  { value: 'connectionFailed', label: 'Cannot be reached' },
  { value: 'timedOut', label: 'Takes too long' },
  { value: 'malformedResponse', label: 'Answers nonsense' },
] as const;

/** Whether the example answers at all, when among several, and in which world. */
export function MockChoices({ edit }: { readonly edit: Edit<MockRecord> }) {
  const worlds = useEditor((state) => state.document.scenario.worlds) ?? [];
  const { pick, failure, world } = edit.value;
  const isLost = world !== undefined && !worlds.some(({ id }) => id === world);
  return (
    <>
      <div className="form-pair">
        <ChoiceField
          label="The service"
          meaning="Answers, or fails"
          value={failure ?? ''}
          choices={failures}
          onChoose={(chosen) => edit.set({ failure: chosen === '' ? undefined : chosen })}
        />
        <ChoiceField
          label="Given"
          meaning="Which of them"
          value={pick ?? ''}
          choices={turns}
          onChoose={(chosen) => edit.set({ pick: chosen === '' ? undefined : chosen })}
        />
      </div>
      {(worlds.length > 0 || isLost) && (
        <ChoiceField
          label="World"
          meaning="Where it stands in for the service"
          value={world ?? ''}
          choices={[
            { value: '', label: 'Every world' },
            ...worlds.map(({ id, name }) => ({ value: id, label: name || id })),
            ...(isLost ? [{ value: world, label: `${world} (not there)` }] : []),
          ]}
          onChoose={(chosen) => edit.set({ world: chosen === '' ? undefined : chosen })}
        />
      )}
    </>
  );
}
