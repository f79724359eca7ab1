import { assertNever } from '../base/assert-never.ts';
import type { ActionRecord } from '../model/action-record.ts';

/** Whether an action needs nobody beyond this machine: then it can be carried out while a talk runs on mocks. */
export function staysHere(action: ActionRecord): boolean {
  switch (action.kind) {
    case 'python':
    case 'holiday':
      return true;
    case 'llm':
      return action.provider === 'scripted';
    case 'database':
      return action.engine === 'sqlite';
    case 'email':
      return action.provider === 'outbox';
    case 'ticket':
    case 'handOff':
      return action.provider === 'desk';
    case 'spreadsheet':
      return action.provider === 'csv';
    case 'api':
    case 'setAttributes':
    case 'calculation':
    case 'validation':
    case 'workflow':
    case 'dateTime':
      return false;
    default:
      return assertNever(action);
  }
}
