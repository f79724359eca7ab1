import type { Json, JsonObject } from '../base/json.ts';
import { defaultContext } from '../model/built-in-contexts.ts';
import { compiledAction } from '../program/compile-action.ts';
import type { CompiledUse } from '../program/compile-intent.ts';
import type { ActionCall } from './action-call.ts';
import type { ActionFailure, EffectResult } from './effect.ts';
import { maskNamed } from './mask.ts';
import { takeTransition } from './move.ts';
import { renderText } from './render-text.ts';
import { sendBlocks } from './send-message.ts';
import { setAttribute, type Written } from './set-attribute.ts';
import type { StepDraft } from './step-draft.ts';

/** Why an action did not run. */
export type Refusal = { readonly failure: ActionFailure; readonly detail: string };

/** Takes in how an action ended: outputs, success flags, and on failure what the action says is to happen. */
export function settleCall(
  draft: StepDraft,
  call: ActionCall,
  asked: { readonly effect: string; readonly requested: number },
  result: EffectResult,
): void {
  const { action, use } = call;
  const { origin, status } = result;
  const cause = emitSettled(draft, call, asked, result);
  const written: Written = { origin, source: action.id, ref: use.record.id, cause };
  const succeeded = result.outcome === 'succeeded';
  storeOutputs(draft, call, succeeded ? result.outputs : toldOfFailure(action, result.outputs), written);
  storeFlags(draft, action.name, { succeeded, status }, written);
  if (!succeeded) afterFailure(draft, call, cause);
}

/** Says how an action ended, and nothing more. */
export function emitSettled(
  draft: StepDraft,
  { action, use, step }: ActionCall,
  asked: { readonly effect: string; readonly requested: number },
  result: EffectResult,
): number {
  // Outputs of a step go nowhere but into its workflow.
  const target = (name: string): string => (step === null ? (use.outputs.get(name)?.attribute ?? name) : name);
  const isHidden = (name: string): boolean => draft.program.sensitive.has(target(name));
  const { outcome, origin, failure, detail, status, duration, attempts, request, response } = result;
  return draft.emit({
    ...draft.event(use.record.id, asked.requested),
    kind: 'effect.settled',
    effect: asked.effect,
    ...(step === null ? {} : { step }),
    action: action.id,
    name: action.name,
    outcome,
    origin,
    failure,
    detail,
    outputs: maskNamed(result.outputs, isHidden),
    status,
    duration,
    attempts,
    request,
    response,
  });
}

/** An action that does not run counts as failed. */
export function skipCall(draft: StepDraft, call: ActionCall, refusal: Refusal, cause: number): void {
  afterFailure(draft, call, recordSkip(draft, call, refusal, cause));
}

/** Only says that it did not run, and leaves the flags behind. */
export function recordSkip(draft: StepDraft, { action, use }: ActionCall, refusal: Refusal, cause: number): number {
  return emitSkip(draft, use, action.name, refusal, cause);
}

export function skipUnknown(draft: StepDraft, use: CompiledUse, cause: number): void {
  const detail = `There is no action "${use.record.action}".`;
  emitSkip(draft, use, null, { failure: 'unknownAction', detail }, cause);
}

/** Says that a step of a workflow did not run. */
export function emitSkipped(
  draft: StepDraft,
  { action, use, step }: ActionCall,
  refusal: Refusal,
  cause: number,
): number {
  return draft.emit({
    ...draft.event(use.record.id, cause),
    kind: 'action.skipped',
    ...(step === null ? {} : { step }),
    action: action.id,
    name: action.name,
    ...refusal,
  });
}

function emitSkip(draft: StepDraft, use: CompiledUse, name: string | null, refusal: Refusal, cause: number): number {
  const { id: ref, action } = use.record;
  const skipped = draft.emit({
    ...draft.event(ref, cause),
    kind: 'action.skipped',
    action,
    name: name ?? action,
    ...refusal,
  });
  storeFlags(
    draft,
    name,
    { succeeded: false, status: null },
    { origin: 'default', source: action, ref, cause: skipped },
  );
  return skipped;
}

function storeOutputs(draft: StepDraft, { action, use }: ActionCall, outputs: JsonObject, written: Written): void {
  const types = new Map(action.outputs.map((output) => [output.name, output.type]));
  for (const [name, value] of Object.entries(outputs)) {
    const target = use.outputs.get(name) ?? { context: defaultContext, attribute: name };
    const type = types.get(name);
    setAttribute(draft, target, value, type === undefined ? written : { ...written, type });
  }
}

/** A failed model has a text for it, and a word for why: the message that shows its replies shows that one too. */
export const toldOfFailure = ({ kind }: ActionCall['action'], outputs: JsonObject): JsonObject =>
  kind === 'llm' ? Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== null)) : {};

/** What every action leaves behind for conditions to look at. An unknown action has no name to leave its own under. */
export function storeFlags(
  draft: StepDraft,
  name: string | null,
  ended: { readonly succeeded: boolean; readonly status: number | null },
  written: Written,
): void {
  const flag = (attribute: string, value: Json): void =>
    setAttribute(draft, { context: defaultContext, attribute }, value, written);
  flag('action_success', ended.succeeded);
  if (name === null) return;
  flag(`${name}_action_success`, ended.succeeded);
  if (ended.status !== null) flag(`${name}_status_code`, ended.status);
}

/** A failed action may leave something, say something and send the talk elsewhere; else the talk goes on. */
function afterFailure(draft: StepDraft, call: ActionCall, cause: number): void {
  const { intent, action, use } = call;
  const exchange = draft.current;
  if (exchange === null || action.onFailure === null) return;
  exchange.cause = cause;
  const written: Written = { origin: 'default', source: action.id, ref: use.record.id, cause };
  storeOutputs(draft, call, action.onFailure.outputs ?? {}, written);
  const { failureMessage } = compiledAction(action);
  if (failureMessage !== null) {
    const { shown, traced } = renderText(draft, failureMessage);
    const blocks = { shown: [{ kind: 'text', text: shown }], traced: [{ kind: 'text', text: traced }] } as const;
    sendBlocks(draft, 'failure', intent, null, blocks);
  }
  const { transition } = action.onFailure;
  if (transition !== null && takeTransition(draft, transition, use.record.id)) exchange.cursor = { at: 'reply' };
}
