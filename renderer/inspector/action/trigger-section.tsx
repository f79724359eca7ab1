import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { ConditionsSection } from '../conditions/conditions-section.tsx';
import type { Edit } from '../edit.ts';

/** When the action may run at all, whichever intent it is on. */
export const TriggerSection = ({ edit }: { readonly edit: Edit<ActionRecord> }) => (
  <ConditionsSection
    name="actions"
    purpose="It runs only while all of these hold; otherwise it is skipped and counts as failed."
    list={{
      items: edit.value.conditions ?? [],
      base: edit.place('conditions'),
      place: (index, field = '') => edit.place(`conditions.${index}.${field}`),
      troubles: edit.troubles('conditions'),
      write: (conditions, burst = null) =>
        edit.set(
          { conditions: conditions.length === 0 ? undefined : conditions },
          burst === null ? null : `conditions.${burst}`,
        ),
    }}
  />
);
