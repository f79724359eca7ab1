import type { ComponentType } from 'react';
import type { ActionKind, ActionOf, ActionRecord } from '../../../../shared/model/action-record.ts';
import { listOf, type Edit } from '../../edit.ts';
import { AssignmentsSection } from '../../intent/assignments-section.tsx';
import { RequestSection } from '../request-section.tsx';
import { SuccessSection } from '../success-section.tsx';
import { CalculationFields } from './calculation-fields.tsx';
import { DatabaseFields } from './database-fields.tsx';
import { LlmFields } from './llm-fields.tsx';
import { PythonFields } from './python-fields.tsx';
import { DateTimeFields } from './date-time-fields.tsx';
import { EmailFields, HandOffFields, HolidayFields, SpreadsheetFields, TicketFields } from './service-fields.tsx';
import { ValidationFields } from './validation-fields.tsx';
import { WorkflowFields } from './workflow-fields.tsx';

type FieldsOf<Kind extends ActionKind> = ComponentType<{ readonly edit: Edit<ActionOf<Kind>> }>;

const ApiFields: FieldsOf<'api'> = ({ edit }) => (
  <>
    <RequestSection edit={edit} />
    <SuccessSection edit={edit} />
  </>
);

const SetAttributesFields: FieldsOf<'setAttributes'> = ({ edit }) => (
  <AssignmentsSection
    title="Sets"
    name="actions.assignments"
    purpose="Each attribute gets its value, one after the other."
    list={listOf(edit, 'assignments')}
  />
);

/** What only actions of one kind have. */
const fields: { readonly [Kind in ActionKind]: FieldsOf<Kind> } = {
  api: ApiFields,
  python: PythonFields,
  llm: LlmFields,
  database: DatabaseFields,
  calculation: CalculationFields,
  validation: ValidationFields,
  workflow: WorkflowFields,
  setAttributes: SetAttributesFields,
  dateTime: DateTimeFields,
  email: EmailFields,
  ticket: TicketFields,
  handOff: HandOffFields,
  spreadsheet: SpreadsheetFields,
  holiday: HolidayFields,
};

/** The fields of the kind an action is of. */
export function KindFields({ edit }: { readonly edit: Edit<ActionRecord> }) {
  // The table has the fields of this very kind under its name.
  const Fields = fields[edit.value.kind] as ComponentType<{ readonly edit: Edit<ActionRecord> }>;
  return <Fields edit={edit} />;
}
