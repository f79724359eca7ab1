import type { ActionRecord, ApiActionRecord, SetAttributesActionRecord } from '../../../shared/model/action-record.ts';
import { useEditor } from '../../state/studio.ts';
import { listOf, textOf, useRecordEdit, type Edit } from '../edit.ts';
import { NumberField } from '../fields/number-field.tsx';
import { Section } from '../fields/section.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { InspectorHeader } from '../inspector-header.tsx';
import { AssignmentsSection } from '../intent/assignments-section.tsx';
import { ArgumentsSection } from './arguments-section.tsx';
import { ConfirmationSection } from './confirmation-section.tsx';
import { FailureSection } from './failure-section.tsx';
import { MissingAction } from './missing-action.tsx';
import { MocksSection } from './mocks-section.tsx';
import { OutputsSection } from './outputs-section.tsx';
import { RequestSection } from './request-section.tsx';
import { TrySection } from './try-section.tsx';
import { UsedBySection } from './used-by-section.tsx';

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
      <div className="form-top">
        <TextField label="Description" meaning="When to use it" lines {...textOf(edit, 'description')} />
        <SwitchField
          label="Enabled"
          meaning="Off: it is skipped everywhere"
          value={action.enabled}
          onValue={(enabled) => edit.set({ enabled })}
        />
      </div>
      {action.kind === 'api' ? (
        <ApiFields edit={edit as unknown as Edit<ApiActionRecord>} />
      ) : (
        <AssignmentsSection
          title="Sets"
          name="actions.assignments"
          purpose="Each attribute gets its value, one after the other."
          list={listOf(edit as unknown as Edit<SetAttributesActionRecord>, 'assignments')}
        />
      )}
      <UsedBySection action={action.id} />
      <ConfirmationSection edit={edit} />
      <FailureSection edit={edit} />
      <Section title="Limits" name="actions.limits" startsOpen={false}>
        <NumberField
          label="Timeout"
          meaning="Milliseconds until it counts as failed"
          value={action.timeout}
          min={1}
          max={600_000}
          whole
          onValue={(timeout) => (timeout === null ? null : edit.set({ timeout }, 'timeout'))}
          place={edit.place('timeout')}
          troubles={edit.troubles('timeout')}
        />
        <NumberField
          label="Permission level"
          meaning="The least a session needs; 0 for everyone"
          value={action.permissionLevel}
          min={0}
          max={100}
          whole
          onValue={(level) => (level === null ? null : edit.set({ permissionLevel: level }, 'permissionLevel'))}
          place={edit.place('permissionLevel')}
          troubles={edit.troubles('permissionLevel')}
        />
      </Section>
    </>
  );
}

const ApiFields = ({ edit }: { readonly edit: Edit<ApiActionRecord> }) => (
  <>
    <RequestSection edit={edit} />
    <ArgumentsSection edit={edit} />
    <OutputsSection edit={edit} />
    <MocksSection action={edit.value} troubles={edit.troubles('mocks')} />
    <TrySection action={edit.value} />
  </>
);
