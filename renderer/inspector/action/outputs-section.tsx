import { X } from 'lucide-react';
import { pathProblem } from '../../../shared/actions/query-json.ts';
import type { ActionOutput, ApiActionRecord } from '../../../shared/model/action-record.ts';
import { freeNumbered } from '../../../shared/model/ids.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { itemOf, listOf, textOf, type Edit } from '../edit.ts';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { ToggleChip } from '../fields/toggle-chip.tsx';
import { TypeChoice } from '../fields/type-choice.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import './value-card.css';

/** What comes back, and where in the answer it is found. */
export function OutputsSection({ edit }: { readonly edit: Edit<ApiActionRecord> }) {
  const outputs = listOf(edit, 'outputs');
  const { items, write } = outputs;
  const added = useFocusAdded(items.length);
  const add = (): void => {
    const name = freeNumbered('result', '', (wanted) => items.some((output) => output.name === wanted));
    added.expectOne();
    write([...items, { name, type: 'string', description: '', from: '', sensitive: false }]);
  };
  return (
    <Section title="Outputs" name="actions.outputs" count={items.length} add={{ label: 'Add output', onPress: add }}>
      <p className="section-note">
        Taken from the answer and stored as attributes of user, unless an intent says otherwise.
      </p>
      <div className="value-cards" ref={added.list}>
        {items.map((output, index) => (
          // Outputs have no identity but their place.
          <OutputCard
            key={index}
            edit={itemOf(outputs, index)}
            isTaken={(name) => items.some((other) => other !== output && other.name === name)}
            onRemove={() => write(items.toSpliced(index, 1))}
          />
        ))}
      </div>
    </Section>
  );
}

type OutputCardProps = {
  readonly edit: Edit<ActionOutput>;
  readonly isTaken: (name: string) => boolean;
  readonly onRemove: () => void;
};

function OutputCard({ edit, isTaken, onRemove }: OutputCardProps) {
  const { name, type, from, sensitive } = edit.value;
  const wrong = from.trim() === '' ? null : pathProblem(from.trim());
  return (
    <div className="value-card" role="group" aria-label={`Output ${name}`} data-entry>
      <div className="value-card-line">
        <TextField
          label="Name"
          meaning=""
          isLabelHidden
          mono
          placeholder="name"
          {...textOf(edit, 'name')}
          troubles={isTaken(name) ? [{ severity: 'error', sentence: 'Two outputs have this name.' }] : []}
        />
        <TypeChoice label={`Type of ${name}`} value={type} onChoose={(chosen) => edit.set({ type: chosen })} />
        <IconButton icon={X} label={`Remove output ${name}`} onClick={onRemove} />
      </div>
      <TextField
        label="From"
        meaning="JMESPath into the answer"
        isLabelHidden
        mono
        placeholder={`from: ${name || 'name'} (JMESPath)`}
        {...textOf(edit, 'from')}
        troubles={wrong === null ? [] : [{ severity: 'error', sentence: wrong }]}
      />
      <TextField
        label="Description"
        meaning=""
        isLabelHidden
        placeholder="What it is"
        {...textOf(edit, 'description')}
      />
      <div className="value-card-chips">
        <ToggleChip
          label="Sensitive"
          meaning="Covered in traces and logs"
          on={sensitive}
          onToggle={(on) => edit.set({ sensitive: on })}
        />
      </div>
    </div>
  );
}
