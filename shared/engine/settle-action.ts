import type { Json } from '../base/json.ts';
import { defaultContext } from '../model/built-in-contexts.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { compiledAction } from '../program/compile-action.ts';
import type { CompiledUse } from '../program/compile-intent.ts';
import type { ProgramIntent } from '../program/program.ts';
import type { ActionFailure, EffectResult, Origin } from './effect.ts';
import { maskNamed } from './mask.ts';
import { takeTransition } from './move.ts';
import { renderText } from './render-text.ts';
import { sendBlocks } from './send-message.ts';
import { setAttribute, type Written } from './set-attribute.ts';
import type { StepDraft } from './step-draft.ts';

/** Takes in how an action ended: outputs, success flags, and on failure what the action says is to happen. */
export function settleAction(
  draft: StepDraft,
  intent: ProgramIntent,
  action: ActionRecord,
  use: CompiledUse,
  settled: { readonly effect: string; readonly requested: number },
  result: EffectResult,
): void {
  const { sensitiveOutputs } = compiledAction(action);
  const isHidden = (name: string): boolean => sensitiveOutputs.has(name) || draft.program.sensitive.has(name);
  const { outcome, origin, failure, detail, status, duration, attempts, request, response } = result;
  const { id, name } = action;
  const outputs = maskNamed(result.outputs, isHidden);
  const { effect, requested } = settled;
  const cause = draft.emit(
    {
      kind: 'effect.settled',
      effect,
      action: id,
      name,
      outcome,
      origin,
      failure,
      detail,
      outputs,
      status,
      duration,
      attempts,
      request,
      response,
    },
    use.record.id,
    requested,
  );
  const succeeded = outcome === 'succeeded';
  if (succeeded) storeOutputs(draft, action, use, result, cause);
  storeFlags(draft, use, action.name, origin, cause, succeeded, status);
  if (!succeeded) afterFailure(draft, intent, action, use, cause);
}

/** An action that never ran counts as failed, with its reason. */
export function skipAction(
  draft: StepDraft,
  intent: ProgramIntent,
  use: CompiledUse,
  action: ActionRecord | null,
  failure: ActionFailure,
  detail: string,
  cause: number,
): void {
  const skipped = recordSkip(draft, use, action, failure, detail, cause);
  if (action !== null) afterFailure(draft, intent, action, use, skipped);
}

/** Only says that it did not run and leaves the flags behind. */
export function recordSkip(
  draft: StepDraft,
  use: CompiledUse,
  action: ActionRecord | null,
  failure: ActionFailure,
  detail: string,
  cause: number,
): number {
  const name = action?.name ?? use.record.action;
  const event = { kind: 'action.skipped', action: use.record.action, name, failure, detail } as const;
  const skipped = draft.emit(event, use.record.id, cause);
  storeFlags(draft, use, action?.name ?? null, 'default', skipped, false, null);
  return skipped;
}

function storeOutputs(
  draft: StepDraft,
  action: ActionRecord,
  use: CompiledUse,
  result: EffectResult,
  cause: number,
): void {
  const { sensitiveOutputs } = compiledAction(action);
  const types = new Map(action.outputs.map((output) => [output.name, output.type]));
  for (const [name, value] of Object.entries(result.outputs)) {
    const target = use.outputs.get(name) ?? { context: defaultContext, attribute: name };
    const type = types.get(name);
    setAttribute(draft, target, value, {
      origin: result.origin,
      source: action.id,
      ref: use.record.id,
      cause,
      sensitive: sensitiveOutputs.has(name),
      ...(type === undefined ? {} : { type }),
    });
  }
}

/** What every action leaves behind for conditions to look at. */
function storeFlags(
  draft: StepDraft,
  use: CompiledUse,
  name: string | null,
  origin: Origin,
  cause: number,
  succeeded: boolean,
  status: number | null,
): void {
  const written: Written = { origin, source: use.record.action, ref: use.record.id, cause };
  const flag = (attribute: string, value: Json): void =>
    setAttribute(draft, { context: defaultContext, attribute }, value, written);
  flag('action_success', succeeded);
  if (name === null) return;
  flag(`${name}_action_success`, succeeded);
  if (status !== null) flag(`${name}_status_code`, status);
}

/** A failed action may say something and may send the talk elsewhere; else the talk goes on. */
function afterFailure(
  draft: StepDraft,
  intent: ProgramIntent,
  action: ActionRecord,
  use: CompiledUse,
  cause: number,
): void {
  const exchange = draft.current;
  if (exchange === null || action.onFailure === null) return;
  exchange.cause = cause;
  const { failureMessage } = compiledAction(action);
  if (failureMessage !== null) {
    const { shown, traced } = renderText(draft, failureMessage);
    sendBlocks(draft, 'failure', intent, null, {
      shown: [{ kind: 'text', text: shown }],
      traced: [{ kind: 'text', text: traced }],
    });
  }
  const { transition } = action.onFailure;
  if (transition !== null && takeTransition(draft, transition, use.record.id)) exchange.cursor = { at: 'reply' };
}
