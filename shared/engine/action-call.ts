import type { ActionRecord } from '../model/action-record.ts';
import type { CompiledUse } from '../program/compile-intent.ts';
import type { CompiledOperand } from '../program/compile-operand.ts';
import type { ProgramIntent } from '../program/program.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';

/** One use of an action by an intent, or of another action by the workflow that an intent uses. */
export type ActionCall = {
  readonly intent: ProgramIntent;
  readonly use: CompiledUse;
  readonly action: ActionRecord;
  /** Where its arguments come from, by name. */
  readonly inputs: ReadonlyMap<string, CompiledOperand>;
  /** How the trace names the step of a workflow; null for an action of the intent itself. */
  readonly step: string | null;
};

/** The action of an intent; null when there is no such action. */
export function callOf(draft: StepDraft, intent: ProgramIntent, use: CompiledUse): ActionCall | null {
  const action = draft.program.actions.get(use.record.action);
  return action === undefined ? null : { intent, use, action, inputs: use.inputs, step: null };
}

/** The call an exchange waits for; null when the design has lost a part of it meanwhile. */
export function callAwaited(draft: StepDraft, exchange: MutableExchange): ActionCall | null {
  const { awaited, cursor } = exchange;
  if (awaited === null || awaited.kind === 'interpretation' || cursor.at !== 'actions') return null;
  const intent = draft.program.intents.get(cursor.intent);
  const use = intent && intent.compiled.uses.find(({ record }) => record.id === awaited.use);
  const call = intent === undefined || use === undefined ? null : callOf(draft, intent, use);
  const step = awaited.kind === 'confirmation' ? awaited.step : undefined;
  if (call === null || step === undefined) return call;
  const action = draft.program.actions.get(step.action);
  return action === undefined ? null : { ...call, action, inputs: new Map(), step: step.label };
}
