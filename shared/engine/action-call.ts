import type { ActionRecord } from '../model/action-record.ts';
import type { CompiledUse } from '../program/compile-intent.ts';
import type { ProgramIntent } from '../program/program.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';

/** One use of an action by an intent. */
export type ActionCall = { readonly intent: ProgramIntent; readonly use: CompiledUse; readonly action: ActionRecord };

/** The call an exchange waits for; null when the design has lost a part of it meanwhile. */
export function callAwaited(draft: StepDraft, exchange: MutableExchange): ActionCall | null {
  const { awaited, cursor } = exchange;
  if (awaited === null || awaited.kind === 'interpretation' || cursor.at !== 'actions') return null;
  const intent = draft.program.intents.get(cursor.intent);
  const use = intent && intent.compiled.uses.find(({ record }) => record.id === awaited.use);
  const action = use && draft.program.actions.get(use.record.action);
  return intent === undefined || use === undefined || action === undefined ? null : { intent, use, action };
}
