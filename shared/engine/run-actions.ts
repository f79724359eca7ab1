import type { Json, JsonObject } from '../base/json.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { compiledAction } from '../program/compile-action.ts';
import type { CompiledUse } from '../program/compile-intent.ts';
import type { ProgramIntent } from '../program/program.ts';
import { coerceValue } from '../values/coerce-value.ts';
import type { ActionCall } from './action-call.ts';
import { askConfirmation } from './ask-confirmation.ts';
import { assign } from './assign.ts';
import { checkConditions, isHidden, readOperand } from './check-conditions.ts';
import type { EffectResult } from './effect.ts';
import { budgets } from './limits.ts';
import { maskNamed } from './mask.ts';
import { settleCall, skipCall, skipUnknown, type Refusal } from './settle-action.ts';
import { reachBudget, spendStep } from './spend-budget.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';

/** Begins one action of an intent: it is skipped, asked about, done at once, or requested from the host. */
export function startAction(
  draft: StepDraft,
  exchange: MutableExchange,
  intent: ProgramIntent,
  use: CompiledUse,
): void {
  if (!spendStep(draft)) return;
  if (exchange.actions === budgets.actions) {
    exchange.visited.push(intent.id);
    reachBudget(draft, 'actions');
    return;
  }
  exchange.actions += 1;
  const action = draft.program.actions.get(use.record.action);
  if (action === undefined) {
    skipUnknown(draft, use, exchange.cause);
    return;
  }
  const call = { intent, use, action };
  const given = readArguments(draft, call);
  const refusal = refuse(draft, action, given);
  if (refusal !== null) skipCall(draft, call, refusal, exchange.cause);
  else if (needsConfirmation(draft, action, exchange.cause)) askConfirmation(draft, exchange, call, given);
  else launchAction(draft, exchange, call, given, exchange.cause);
}

/** Runs an action that nothing stands in the way of. */
export function launchAction(
  draft: StepDraft,
  exchange: MutableExchange,
  call: ActionCall,
  given: JsonObject,
  cause: number,
): void {
  const { action, use } = call;
  const { id, name, timeout } = action;
  const ref = use.record.id;
  const effect = `${draft.before.session}.${draft.seq + 1}`;
  const shown = maskArguments(draft, call, given);
  const requested = draft.emit({
    ...draft.event(ref, cause),
    kind: 'effect.requested',
    effect,
    action: id,
    name,
    arguments: shown,
  });
  if (action.kind === 'setAttributes') {
    assign(draft, compiledAction(action).assignments, { ref, source: id, cause: requested });
    settleCall(draft, call, { effect, requested }, doneHere);
    return;
  }
  exchange.awaited = { kind: 'effect', effect, use: ref, requested };
  draft.effects.push({ kind: 'action.run', id: effect, action: id, use: ref, arguments: given, timeout });
  draft.emit({ ...draft.event(ref, requested), kind: 'run.paused', why: 'effects' });
}

/** The result of an action that only writes attributes. */
const doneHere: EffectResult = {
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
};

/** Arguments by name, each cast to the type the action wants. One that is missing is left out. */
function readArguments(draft: StepDraft, { action, use }: ActionCall): JsonObject {
  const given: [string, Json][] = [];
  for (const { name, type } of compiledAction(action).arguments) {
    const operand = use.inputs.get(name);
    const value = operand === undefined ? null : coerceValue(readOperand(draft, operand), type);
    if (value !== null) given.push([name, value]);
  }
  return Object.fromEntries(given);
}

function maskArguments(draft: StepDraft, { action, use }: ActionCall, given: JsonObject): JsonObject {
  const hidden = new Set(compiledAction(action).arguments.flatMap(({ name, sensitive }) => (sensitive ? [name] : [])));
  for (const [name, operand] of use.inputs) if (isHidden(draft, operand)) hidden.add(name);
  return maskNamed(given, (name) => hidden.has(name));
}

function refuse(draft: StepDraft, action: ActionRecord, given: JsonObject): Refusal | null {
  if (!action.enabled) return { failure: 'switchedOff', detail: `"${action.name}" is switched off.` };
  const { permissionLevel } = draft.before;
  if (permissionLevel < action.permissionLevel) {
    const detail = `It needs permission level ${action.permissionLevel}; this session has ${permissionLevel}.`;
    return { failure: 'permissionDenied', detail };
  }
  const missing = compiledAction(action).arguments.find(
    ({ name, required }) => required && !Object.hasOwn(given, name),
  );
  return missing === undefined
    ? null
    : { failure: 'missingInput', detail: `The input "${missing.name}" has no value.` };
}

function needsConfirmation(draft: StepDraft, action: ActionRecord, cause: number): boolean {
  const { when, conditions } = action.confirmation;
  if (when !== 'condition') return when === 'always';
  return checkConditions(draft, action.id, conditions, cause);
}
