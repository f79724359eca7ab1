import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { AddCondition } from '../conditions/add-condition.tsx';
import { ConditionList } from '../conditions/condition-list.tsx';
import { listOf, textOf, within, type Edit } from '../edit.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { ReferenceField } from '../references/reference-field.tsx';
import { FoldedSection } from './folded-section.tsx';

const whens = [
  { value: 'never', label: 'Never' },
  { value: 'always', label: 'Always' },
  { value: 'condition', label: 'When conditions hold' },
] as const;

const whenWords = { never: 'never', always: 'always', condition: 'sometimes' } as const;

/** Whether the person is asked before the action runs. */
export function ConfirmationSection({ edit }: { readonly edit: Edit<ActionRecord> }) {
  const confirmation = within(edit, 'confirmation');
  const { when } = confirmation.value;
  const conditions = listOf(confirmation, 'conditions');
  return (
    <FoldedSection title="Confirmation" name="actions.confirmation" fields="confirmation" summary={whenWords[when]}>
      <ChoiceField
        label="Ask first"
        meaning="Before it runs"
        value={when}
        choices={whens}
        onChoose={(chosen) => confirmation.set({ when: chosen })}
      />
      {when === 'condition' && (
        <div className="message-when">
          <div className="message-when-head">
            <span>Ask when</span>
            <AddCondition
              label="Add condition for asking"
              onAdd={(added) => conditions.write([...conditions.items, added])}
            />
          </div>
          <ConditionList conditions={conditions.items} onChange={conditions.write} place={conditions.base} />
        </div>
      )}
      {when !== 'never' && (
        <ReferenceField
          label="Question"
          meaning="Answered with yes or no"
          form="template"
          lines
          placeholder="Shall I refund {user.order_total}?"
          {...textOf(confirmation, 'question')}
          troubles={edit.troubles('confirmation')}
        />
      )}
    </FoldedSection>
  );
}
