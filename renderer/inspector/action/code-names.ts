import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import type { CodeNames, CodeOffer } from '../../code-editor/code-offer.ts';

/** What the code of an action can speak of: its inputs, and other names that stand beside them. */
export const codeNames = (action: ActionRecord, others: readonly CodeOffer[] = []): CodeNames => ({
  inputs: actionArguments(action).map(({ name, type }) => ({ name, detail: type })),
  others,
});
