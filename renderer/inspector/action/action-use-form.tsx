import { visibleText } from '../../../shared/explain/visible-text.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { findActionUse } from '../../../shared/model/selectors/find-action-use.ts';
import { usesOfAction } from '../../../shared/model/selectors/uses-of-action.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import { FieldFrame, TroubleLine } from '../fields/field-frame.tsx';
import { SearchPicker } from '../fields/search-picker.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { goTo } from '../go-to.ts';
import { InspectorHeader } from '../inspector-header.tsx';
import { UseMapping } from '../intent/use-mapping.tsx';
import { actionPicks, iconOf } from '../picks.tsx';
import { SubjectContext, troublesAt, useProblemsByRef } from '../problems-by-ref.ts';
import { textOf, useRecordEdit, useWrite } from '../edit.ts';
import { ActionSections } from './action-form.tsx';
import { TrySection } from './try-section.tsx';

/**
 * An action on an intent: what it reads there, where its results go, and the way to the action itself. One that is
 * used nowhere else is edited right here.
 */
export function ActionUseForm({ id }: { readonly id: string }) {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const problems = useProblemsByRef();
  const write = useWrite();
  const found = findActionUse(document, id);
  if (found === undefined) return null;
  const { intent, use } = found;
  const action = document.tables.actions.get(use.action);
  const isOnlyHere = action !== undefined && usesOfAction(document, action.id).length === 1;
  const choose = (chosen: string): void => {
    const actions = intent.actions.map((other) =>
      other.id === id ? { ...use, action: chosen as typeof use.action } : other,
    );
    write({ kind: 'record.update', table: 'intents', id: intent.id, changes: { actions } });
  };
  return (
    <>
      <InspectorHeader id={id} remove={{ label: 'Remove from this intent', ids: [id] }} />
      <div className="form-top">
        <FieldFrame
          label="Action"
          meaning="What is done here"
          troubles={troublesAt(problems, id, 'action')}
          end={
            action !== undefined && (
              <button type="button" className="text-link" onClick={() => goTo(studio, action.id)}>
                Open action
              </button>
            )
          }
        >
          {(control) => (
            <SearchPicker
              control={control}
              picks={() => actionPicks(document)}
              chosen={
                action === undefined
                  ? null
                  : { value: action.id, label: visibleText(action.name), icon: iconOf(document, action.id) }
              }
              empty={use.action}
              onPick={choose}
            />
          )}
        </FieldFrame>
        {action !== undefined && !isOnlyHere && (
          <SwitchField
            label="Enabled"
            meaning="Off: it is skipped everywhere"
            value={action.enabled}
            onValue={(enabled) =>
              write({ kind: 'record.update', table: 'actions', id: action.id, changes: { enabled } })
            }
          />
        )}
      </div>
      {action === undefined ? (
        <div className="form-top">
          <TroubleLine
            trouble={{ severity: 'error', sentence: 'This action does not exist. Choose another, or remove it.' }}
          />
        </div>
      ) : (
        <Section title="Mapping" name="uses.mapping">
          <UseMapping intent={intent} use={use} action={action} />
        </Section>
      )}
      {action !== undefined && (isOnlyHere ? <OwnFields action={action} /> : <TrySection action={action} />)}
    </>
  );
}

/** The action itself, with what is wrong with it beside its fields. */
function OwnFields({ action }: { readonly action: ActionRecord }) {
  const edit = useRecordEdit('actions', action);
  return (
    <SubjectContext value={action.id}>
      <div className="form-top">
        <TextField label="Name of the action" meaning="Unique, like getOrder" mono {...textOf(edit, 'name')} />
      </div>
      <ActionSections edit={edit} isOnlyHere />
    </SubjectContext>
  );
}
