import type { JsonObject } from '../base/json.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { compiledAction } from '../program/compile-action.ts';
import type { CompiledUse } from '../program/compile-intent.ts';
import type { ProgramIntent } from '../program/program.ts';
import { coerceValue } from '../values/coerce-value.ts';
import { askConfirmation } from './ask-confirmation.ts';
import { assign } from './assign.ts';
import { checkConditions, isHidden, readOperand } from './check-conditions.ts';
import type { ActionFailure } from './effect.ts';
import { budgets } from './limits.ts';
import { maskNamed } from './mask.ts';
import { settleAction, skipAction } from './settle-action.ts';
import { reachBudget, spendStep } from './spend-budget.ts';
import type { StepDraft } from './step-draft.ts';

/** Begins one action of an intent: it is skipped, asked about, done at once, or requested from the host. */
export function startAction(draft: StepDraft, intent: ProgramIntent, use: CompiledUse): void {
  const exchange = draft.current;
  if (exchange === null || !spendStep(draft)) return;
  exchange.actions += 1;
  if (exchange.actions > budgets.actions) {
    exchange.visited.push(intent.id);
    reachBudget(draft, 'actions');
    return;
  }
  const action = draft.program.actions.get(use.record.action);
  if (action === undefined) {
    skipAction(draft, intent, use, null, 'unknownAction', `There is no action "${use.record.action}".`, exchange.cause);
    return;
  }
  const given = readArguments(draft, action, use);
  const refusal = refuse(draft, action, given);
  if (refusal !== null) {
    skipAction(draft, intent, use, action, ...refusal, exchange.cause);
    return;
  }
  if (needsConfirmation(draft, action)) askConfirmation(draft, action, use, given);
  else launchAction(draft, intent, action, use, given, exchange.cause);
}

/** Runs an action that nothing stands in the way of. */
export function launchAction(
  draft: StepDraft,
  intent: ProgramIntent,
  action: ActionRecord,
  use: CompiledUse,
  given: JsonObject,
  cause: number,
): void {
  const exchange = draft.current;
  if (exchange === null) return;
  const effect = `${draft.before.session}.${draft.seq + 1}`;
  const requested = draft.emit(
    {
      kind: 'effect.requested',
      effect,
      action: action.id,
      name: action.name,
      arguments: maskArguments(draft, action, use, given),
    },
    use.record.id,
    cause,
  );
  if (action.kind === 'setAttributes') {
    const assignments = compiledAction(action).assignments;
    assign(draft, assignments, { ref: use.record.id, source: action.id, cause: requested });
    settleAction(draft, intent, action, use, { effect, requested }, doneHere);
    return;
  }
  exchange.awaited = { kind: 'effect', effect, use: use.record.id, requested };
  const { id, timeout } = action;
  draft.effects.push({ kind: 'action.run', id: effect, action: id, use: use.record.id, arguments: given, timeout });
  draft.emit({ kind: 'run.paused', why: 'effects' }, use.record.id, requested);
}

/** The result of an action that only writes attributes. */
const doneHere = {
  outcome: 'succeeded',
  origin: 'default',
  outputs: {},
  failure: null,
  detail: '',
  status: null,
  duration: 0,
  attempts: 1,
  request: null,
  response: null,
} as const;

/** Arguments by name, each cast to the type the action wants. One that is missing is left out. */
function readArguments(draft: StepDraft, action: ActionRecord, use: CompiledUse): JsonObject {
  const given: [string, JsonObject[string]][] = [];
  for (const { name, type } of compiledAction(action).arguments) {
    const operand = use.inputs.get(name);
    const value = operand === undefined ? null : coerceValue(readOperand(draft, operand), type);
    if (value !== null) given.push([name, value]);
  }
  return Object.fromEntries(given);
}

function maskArguments(draft: StepDraft, action: ActionRecord, use: CompiledUse, given: JsonObject): JsonObject {
  const declared = compiledAction(action).arguments;
  return maskNamed(given, (name) => {
    const operand = use.inputs.get(name);
    return (
      declared.some((argument) => argument.name === name && argument.sensitive) ||
      (operand !== undefined && isHidden(draft, operand))
    );
  });
}

function refuse(draft: StepDraft, action: ActionRecord, given: JsonObject): readonly [ActionFailure, string] | null {
  if (!action.enabled) return ['switchedOff', `"${action.name}" is switched off.`];
  if (draft.before.permissionLevel < action.permissionLevel) {
    const { permissionLevel } = draft.before;
    return ['permissionDenied', `It needs permission level ${action.permissionLevel}; this session has ${permissionLevel}.`];
  }
  const missing = compiledAction(action).arguments.find(({ name, required }) => required && !Object.hasOwn(given, name));
  return missing === undefined ? null : ['missingInput', `The input "${missing.name}" has no value.`];
}

function needsConfirmation(draft: StepDraft, action: ActionRecord): boolean {
  const { when, conditions } = action.confirmation;
  if (when !== 'condition') return when === 'always';
  return checkConditions(draft, action.id, conditions, draft.current?.cause ?? 0);
}
