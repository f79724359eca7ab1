import { Repeat, Split, X, Zap } from 'lucide-react';
import { useState } from 'react';
import { visibleText } from '../../../../shared/explain/visible-text.ts';
import type { WorkflowStep } from '../../../../shared/model/action-kinds.ts';
import type { Document } from '../../../../shared/model/document.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { asId, freeNumbered, type ActionId } from '../../../../shared/model/ids.ts';
import { RecordIcon } from '../../../app/record-icon.tsx';
import { useEditor } from '../../../state/studio.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { itemOf, type Edit, type ListBinding } from '../../edit.ts';
import { Disclosure, Disclosures } from '../../fields/disclosure.tsx';
import { moved } from '../../fields/reorder-handle.tsx';
import { SearchPicker } from '../../fields/search-picker.tsx';
import { AddMenu, type MenuEntry } from '../../message/add-menu.tsx';
import { actionPicks } from '../../picks.tsx';
import { EntryTroubles } from '../entry-troubles.tsx';
import { ActionStepFields } from './action-step-fields.tsx';
import { EachStepFields, TogetherStepFields } from './nested-step-fields.tsx';
import { stepNames } from './workflow-names.ts';

type StepOf<Kind extends WorkflowStep['kind']> = Extract<WorkflowStep, { kind: Kind }>;
type WorkflowStepsProps = {
  readonly workflow: ActionOf<'workflow'>;
  readonly list: ListBinding<WorkflowStep>;
  readonly label: string;
};

/** Steps one after the other; loops and branches hold steps of their own. */
export function WorkflowSteps({ workflow, list, label }: WorkflowStepsProps) {
  const { items, write } = list;
  const [fresh, setFresh] = useState<number | null>(null);
  const document = useEditor((state) => state.document);
  const isTaken = (name: string): boolean => stepNames(workflow.steps).includes(name);
  const add = (step: WorkflowStep): void => {
    setFresh(items.length);
    write([...items, step]);
  };
  return (
    <div className="workflow-steps">
      {items.length > 0 && (
        <Disclosures label={label}>
          {items.map((step, index) => (
            // They have no identity but their place.
            <Disclosure
              key={index}
              name={`Step ${step.name}`}
              title={
                <>
                  <StepIcon step={step} />
                  <span className="disclosure-name">{visibleText(step.name)}</span>
                </>
              }
              summary={<StepSummary step={step} />}
              startsOpen={fresh === index}
              below={<EntryTroubles action={workflow.id} place={list.place(index)} />}
              order={{ index, count: items.length, onMove: (from, to) => write(moved(items, from, to)) }}
              end={
                <IconButton
                  icon={X}
                  label={`Remove step ${step.name}`}
                  onClick={() => write(items.toSpliced(index, 1))}
                />
              }
            >
              <StepFields workflow={workflow} edit={itemOf(list, index)} />
            </Disclosure>
          ))}
        </Disclosures>
      )}
      <div className="workflow-add">
        <SearchPicker
          control={{ 'aria-label': 'Add an action as a step' }}
          picks={() => actionPicks(document).filter(({ value }) => value !== workflow.id)}
          chosen={null}
          empty="Add an action"
          onPick={(id) => add(actionStep(document, id, isTaken))}
        />
        <AddMenu
          label="Loop or branches"
          entries={nestedSteps(isTaken)}
          onAdd={(blank) => add(blank as WorkflowStep)}
        />
      </div>
    </div>
  );
}

type StepFieldsProps = { readonly workflow: ActionOf<'workflow'>; readonly edit: Edit<WorkflowStep> };

function StepFields({ workflow, edit }: StepFieldsProps) {
  switch (edit.value.kind) {
    case 'action':
      return <ActionStepFields workflow={workflow} edit={edit as unknown as Edit<StepOf<'action'>>} />;
    case 'each':
      return (
        <EachStepFields edit={edit as unknown as Edit<StepOf<'each'>>}>
          {(list) => <WorkflowSteps workflow={workflow} list={list} label="Steps for each item" />}
        </EachStepFields>
      );
    default:
      return (
        <TogetherStepFields edit={edit as unknown as Edit<StepOf<'together'>>}>
          {(list, name) => <WorkflowSteps workflow={workflow} list={list} label={name} />}
        </TogetherStepFields>
      );
  }
}

function StepIcon({ step }: { readonly step: WorkflowStep }) {
  const kind = useEditor((state) =>
    step.kind === 'action' ? state.document.tables.actions.get(step.action)?.kind : undefined,
  );
  if (kind !== undefined) return <RecordIcon of={{ kind: 'action', actionKind: kind }} />;
  const Icon = step.kind === 'each' ? Repeat : step.kind === 'together' ? Split : Zap;
  return <Icon className="record-icon" data-hue="action" size={14} strokeWidth={1.75} aria-hidden />;
}

function StepSummary({ step }: { readonly step: WorkflowStep }) {
  const name = useEditor((state) =>
    step.kind === 'action' ? state.document.tables.actions.get(step.action)?.name : undefined,
  );
  if (step.kind === 'each') return `${step.steps.length} for each item`;
  if (step.kind === 'together') return `${step.branches.length} branches`;
  if (name === undefined) return 'not there';
  const condition = step.conditions.length === 0 ? [] : ['on a condition'];
  return [...(name === step.name ? [] : [visibleText(name)]), ...condition].join(', ');
}

/** A step is called after its action. */
const actionStep = (document: Document, id: string, isTaken: (name: string) => boolean): WorkflowStep => ({
  kind: 'action',
  name: freeNumbered(document.tables.actions.get(id)?.name ?? 'step', '', isTaken),
  action: asId<ActionId>(id),
  inputs: {},
  conditions: [],
  stopOnFailure: true,
});

const nestedSteps = (isTaken: (name: string) => boolean): readonly MenuEntry[] => [
  {
    label: 'Loop',
    meaning: 'for each item of a list',
    icon: Repeat,
    blank: (): WorkflowStep => ({
      kind: 'each',
      name: freeNumbered('loop', '', isTaken),
      list: { kind: 'reference', reference: '' },
      limit: 50,
      steps: [],
    }),
  },
  {
    label: 'Branches',
    meaning: 'do not wait for each other',
    icon: Split,
    blank: (): WorkflowStep => ({ kind: 'together', name: freeNumbered('together', '', isTaken), branches: [[], []] }),
  },
];
