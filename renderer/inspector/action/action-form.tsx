import { isDoneByEngine, type ActionRecord } from '../../../shared/model/action-record.ts';
import { useEditor } from '../../state/studio.ts';
import { textOf, useRecordEdit, type Edit } from '../edit.ts';
import { InspectorHeader } from '../inspector-header.tsx';
import { AboutSection } from './about-section.tsx';
import { ArgumentsSection } from './arguments-section.tsx';
import { ConfirmationSection } from './confirmation-section.tsx';
import { FailureSection } from './failure-section.tsx';
import { KindFields } from './kinds/kind-fields.tsx';
import { LimitsSection } from './limits-section.tsx';
import { MissingAction } from './missing-action.tsx';
import { MocksSection } from './mocks-section.tsx';
import { OutputsSection } from './outputs-section.tsx';
import { TriggerSection } from './trigger-section.tsx';
import { TrySection } from './try-section.tsx';
import { UsedBySection } from './used-by-section.tsx';
import './action-form.css';

/** An action. `view` is where the canvas shows it while no intent uses it. */
export function ActionForm({ id, view }: { readonly id: string; readonly view: string | null }) {
  const action = useEditor((state) => state.document.tables.actions.get(id));
  return action === undefined ? <MissingAction view={view} /> : <ActionFields action={action} />;
}

function ActionFields({ action }: { readonly action: ActionRecord }) {
  const edit = useRecordEdit('actions', action);
  return (
    <>
      <InspectorHeader
        id={action.id}
        name={{ ...textOf(edit, 'name'), meaning: 'Unique, like getOrder', mono: true }}
        remove={{ label: 'Delete action', ids: [action.id] }}
      />
      <ActionSections edit={edit} />
    </>
  );
}

type ActionSectionsProps = {
  readonly edit: Edit<ActionRecord>;
  /** Whether the form is about its only use anyway. */
  readonly isOnlyHere?: boolean;
};

/** Everything about an action below its name. */
export function ActionSections({ edit, isOnlyHere = false }: ActionSectionsProps) {
  const action = edit.value;
  return (
    <>
      <AboutSection edit={edit} />
      <KindFields edit={edit} />
      {action.kind !== 'setAttributes' && (
        <>
          <ArgumentsSection edit={edit} />
          <OutputsSection edit={edit} />
        </>
      )}
      {!isDoneByEngine(action) && <MocksSection action={action} troubles={edit.troubles('mocks')} />}
      <TrySection action={action} />
      {!isOnlyHere && <UsedBySection action={action.id} />}
      <TriggerSection edit={edit} />
      <ConfirmationSection edit={edit} />
      <FailureSection edit={edit} />
      <LimitsSection edit={edit} />
    </>
  );
}
