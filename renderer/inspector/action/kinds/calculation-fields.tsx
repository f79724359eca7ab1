import { useMemo, useState } from 'react';
import { freeNumbered } from '../../../../shared/model/ids.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { useGivenArguments } from '../../../actions/given-arguments.ts';
import { CodeField } from '../../../code-editor/code-field.tsx';
import type { CodeMark } from '../../../code-editor/code-offer.ts';
import { ValueText } from '../../../run/value-text.tsx';
import { itemOf, listOf, textOf, type Edit } from '../../edit.ts';
import { AddButton } from '../../fields/add-button.tsx';
import { RowEnd } from '../../fields/field-row.tsx';
import { moved, ReorderHandle } from '../../fields/reorder-handle.tsx';
import { Section } from '../../fields/section.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useFocusAdded } from '../../fields/use-focus-added.ts';
import { codeNames } from '../code-names.ts';
import { EntryTroubles } from '../entry-troubles.tsx';
import { previewCalculation, type StepPreview } from './preview-calculation.ts';
import './calculation-fields.css';

type Calculation = ActionOf<'calculation'>;
type Step = Calculation['steps'][number];

/** Named expressions, one below the other, each with what it gives for the values it was last tried with. */
export function CalculationFields({ edit }: { readonly edit: Edit<Calculation> }) {
  const steps = listOf(edit, 'steps');
  const { items, write } = steps;
  const [rows, expectOne] = useFocusAdded(items.length);
  const [args] = useGivenArguments(edit.value.id);
  const [now] = useState(() => Date.now());
  const previews = useMemo(() => previewCalculation(edit.value, args, now), [edit.value, args, now]);
  const add = (): void => {
    const name = freeNumbered('value', '', (wanted) => items.some((step) => step.name === wanted));
    expectOne();
    write([...items, { name, expression: '' }]);
  };
  return (
    <Section title="Calculation" name="actions.calculation" fields="steps" count={items.length}>
      <p className="section-note">Each sees the inputs and the ones above, as in price * quantity.</p>
      <div className="calculation" ref={rows} data-reorder-list>
        {items.map(({ name }, index) => (
          // They have no identity but their place.
          <div
            key={index}
            className="calculation-step"
            data-entry
            data-reorder-row={index}
            role="group"
            aria-label={`Step ${name}`}
          >
            <ReorderHandle
              label={`step ${name}`}
              index={index}
              count={items.length}
              onMove={(from, to) => write(moved(items, from, to))}
            />
            <div className="calculation-parts">
              <StepFields
                action={edit.value}
                step={itemOf(steps, index)}
                index={index}
                preview={previews[index] ?? null}
                onRemove={() => write(items.toSpliced(index, 1))}
              />
            </div>
          </div>
        ))}
      </div>
      <AddButton label="Add value" onPress={add} />
    </Section>
  );
}

type StepFieldsProps = {
  readonly action: Calculation;
  readonly step: Edit<Step>;
  readonly index: number;
  readonly preview: StepPreview | null;
  readonly onRemove: () => void;
};

function StepFields({ action, step, index, preview, onRemove }: StepFieldsProps) {
  const { name } = step.value;
  const { text, write } = textOf(step, 'expression');
  const before = action.steps.slice(0, index).map((other) => ({ name: other.name, detail: 'worked out above' }));
  const isTaken = action.steps.some((other, at) => at !== index && other.name === name);
  const problem = preview !== null && 'problem' in preview ? preview.problem : null;
  return (
    <>
      <div className="calculation-name">
        <TextField
          label="Name"
          meaning="What it is called"
          isLabelHidden
          mono
          {...textOf(step, 'name')}
          troubles={isTaken ? [{ severity: 'error', sentence: `Two steps are called “${name}”.` }] : []}
        />
        <RowEnd label={`Remove step ${name}`} onPress={onRemove} />
      </div>
      <CodeField
        label={`Expression of ${name}`}
        meaning="Inputs and earlier steps by name"
        isLabelHidden
        language="cel"
        size="line"
        names={codeNames(action, before)}
        text={text}
        write={write}
        placeholder="price * quantity"
        marks={problem === null ? noMarks : [problem]}
        troubles={problem === null || text === '' ? [] : [{ severity: 'error', sentence: problem.sentence }]}
      />
      {problem === null && !isTaken && <EntryTroubles action={action.id} place={step.place('')} />}
      {preview !== null && 'value' in preview && (
        <p className="calculation-gives" aria-live="polite">
          = <ValueText value={preview.value} />
        </p>
      )}
    </>
  );
}

const noMarks: readonly CodeMark[] = [];
