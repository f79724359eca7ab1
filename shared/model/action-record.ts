import { z } from 'zod';
import {
  apiShape,
  calculationShape,
  databaseShape,
  llmShape,
  pythonShape,
  setAttributesShape,
  validationShape,
  workflowShape,
} from './action-kinds.ts';
import {
  dateTimeShape,
  emailShape,
  handOffShape,
  holidayShape,
  spreadsheetShape,
  ticketShape,
} from './action-services.ts';
import type { Known } from './known.ts';

export const actionRecordSchema = z.discriminatedUnion('kind', [
  z.looseObject(apiShape),
  z.looseObject(setAttributesShape),
  z.looseObject(pythonShape),
  z.looseObject(llmShape),
  z.looseObject(databaseShape),
  z.looseObject(calculationShape),
  z.looseObject(validationShape),
  z.looseObject(workflowShape),
  z.looseObject(dateTimeShape),
  z.looseObject(emailShape),
  z.looseObject(ticketShape),
  z.looseObject(handOffShape),
  z.looseObject(spreadsheetShape),
  z.looseObject(holidayShape),
]);
export type ActionRecord = Known<z.infer<typeof actionRecordSchema>>;
export type ActionKind = ActionRecord['kind'];

/** An action of one of these kinds. */
export type ActionOf<Kind extends ActionKind> = Extract<ActionRecord, { kind: Kind }>;
export type ApiActionRecord = ActionOf<'api'>;
export type SetAttributesActionRecord = ActionOf<'setAttributes'>;

/** Done by the engine itself, at once and always the same way; the others are asked of the host. */
export const isDoneByEngine = (action: ActionRecord): boolean =>
  action.kind === 'setAttributes' ||
  action.kind === 'calculation' ||
  action.kind === 'validation' ||
  action.kind === 'dateTime';

/** The integration an action goes through; null for one that needs none. */
export function integrationOf(action: ActionRecord): NonNullable<ActionOf<'llm'>['integration']> | null {
  if (action.kind === 'api') return action.request.integration;
  if (action.kind === 'python') return action.classifier?.integration ?? null;
  return 'integration' in action ? action.integration : null;
}
