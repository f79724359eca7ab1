import { checkInputs } from '../actions/check-inputs.ts';
import type { Json, JsonObject } from '../base/json.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { compiledAction } from '../program/compile-action.ts';
import type { ActionCall } from './action-call.ts';
import { checkConditions, isHidden, readOperand } from './check-conditions.ts';
import { maskNamed } from './mask.ts';
import type { Refusal } from './settle-action.ts';
import type { StepDraft } from './step-draft.ts';

/** Whether an action may run, with which arguments, and whether somebody has to agree first. */
export type Prepared =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'ready'; readonly given: JsonObject; readonly asks: boolean };

export function prepareAction(draft: StepDraft, call: ActionCall, cause: number): Prepared {
  const { action } = call;
  const barred = whyBarred(draft, action);
  if (barred !== null) return { kind: 'refused', refusal: barred };
  if (!checkConditions(draft, action.id, action.conditions ?? [], cause)) {
    const detail = `The conditions of "${action.name}" do not hold.`;
    return { kind: 'refused', refusal: { failure: 'conditionNotMet', detail } };
  }
  const { arguments: wanted } = compiledAction(action);
  const raw = readArguments(draft, call);
  const missing = wanted.find(({ name, required }) => required && !Object.hasOwn(raw, name));
  if (missing !== undefined) {
    const detail = `The input "${missing.name}" has no value.`;
    return { kind: 'refused', refusal: { failure: 'missingInput', detail } };
  }
  const hidden = hiddenArguments(draft, call);
  const checked = checkInputs(action, wanted, raw, (name) => hidden.has(name));
  if (!checked.ok) return { kind: 'refused', refusal: { failure: 'invalidInput', detail: checked.failure.sentence } };
  return { kind: 'ready', given: checked.value, asks: needsConfirmation(draft, action, cause) };
}

/** Arguments as the trace may show them. */
export function maskArguments(draft: StepDraft, call: ActionCall, given: JsonObject): JsonObject {
  const hidden = hiddenArguments(draft, call);
  return maskNamed(given, (name) => hidden.has(name));
}

/** Names of arguments nobody may read: sensitive themselves, or read from something that is. */
export function hiddenArguments(draft: StepDraft, { action, inputs }: ActionCall): ReadonlySet<string> {
  const hidden = new Set(compiledAction(action).arguments.flatMap(({ name, sensitive }) => (sensitive ? [name] : [])));
  for (const [name, operand] of inputs) if (isHidden(draft, operand)) hidden.add(name);
  return hidden;
}

/** Arguments by name, as they are. One that is missing is left out. */
function readArguments(draft: StepDraft, { action, inputs }: ActionCall): JsonObject {
  const given: [string, Json][] = [];
  for (const { name } of compiledAction(action).arguments) {
    const operand = inputs.get(name);
    const value = operand === undefined ? null : readOperand(draft, operand);
    if (value !== null) given.push([name, value]);
  }
  return Object.fromEntries(given);
}

function whyBarred(draft: StepDraft, action: ActionRecord): Refusal | null {
  if (!action.enabled) return { failure: 'switchedOff', detail: `"${action.name}" is switched off.` };
  const { permissionLevel } = draft.before;
  if (permissionLevel >= action.permissionLevel) return null;
  const detail = `It needs permission level ${action.permissionLevel}; this session has ${permissionLevel}.`;
  return { failure: 'permissionDenied', detail };
}

function needsConfirmation(draft: StepDraft, action: ActionRecord, cause: number): boolean {
  const { when, conditions } = action.confirmation;
  if (when !== 'condition') return when === 'always';
  return checkConditions(draft, action.id, conditions, cause);
}
