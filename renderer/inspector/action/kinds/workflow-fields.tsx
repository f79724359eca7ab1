import { useMemo } from 'react';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { listOf, type Edit } from '../../edit.ts';
import { TroubleLine } from '../../fields/field-frame.tsx';
import { Section } from '../../fields/section.tsx';
import { LocalNames, useKnownNames } from '../../references/known-names.ts';
import { WorkflowSteps } from './workflow-steps.tsx';
import { workflowNames } from './workflow-names.ts';
import './workflow-fields.css';

/** Other actions in order, with loops and branches. */
export function WorkflowFields({ edit }: { readonly edit: Edit<ActionOf<'workflow'>> }) {
  const names = useKnownNames();
  const { value } = edit;
  const inside = useMemo(() => workflowNames(names, value), [names, value]);
  return (
    <Section title="Steps" name="actions.workflow" fields="steps" count={value.steps.length}>
      <p className="section-note">
        Inside, <code>args.name</code> is an input, <code>steps.name.output</code> what a step before gave,{' '}
        <code>loop.item</code> the item of a loop.
      </p>
      <LocalNames value={inside}>
        <WorkflowSteps workflow={value} list={listOf(edit, 'steps')} label="Steps" />
      </LocalNames>
      {edit.troubles('steps').map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </Section>
  );
}
