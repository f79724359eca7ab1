import type { Json, JsonObject } from '../../base/json.ts';
import type { ActionRecord } from '../../model/action-record.ts';
import type { CompiledActionStep } from '../../program/compile-workflow.ts';
import type { ActionCall } from '../action-call.ts';
import type { EffectResult } from '../effect.ts';
import type { StepDone, WorkflowFrame, WorkflowRun } from '../session-state.ts';
import { emitSettled, emitSkipped, toldOfFailure, type Refusal } from '../settle-action.ts';
import type { StepDraft } from '../step-draft.ts';
import { defaultOutputs } from './default-outputs.ts';
import type { Spot } from './walked.ts';

/** A run while it is walked through. */
export type OpenRun = {
  readonly use: WorkflowRun['use'];
  readonly frames: { [place: string]: WorkflowFrame };
  readonly lists: { [place: string]: readonly Json[] };
  readonly done: { [place: string]: StepDone };
  pending: WorkflowRun['pending'];
};

/** An action step, and where it stands. */
export type StepPlace = {
  readonly step: CompiledActionStep;
  readonly place: string;
  readonly spot: Spot;
  readonly label: string;
};

/** Says how the action of a step ended, and remembers it. */
export function settleStepAt(
  draft: StepDraft,
  run: OpenRun,
  { place }: StepPlace,
  call: ActionCall,
  asked: { readonly effect: string; readonly requested: number },
  result: EffectResult,
): StepDone {
  emitSettled(draft, call, asked, result);
  const { outcome, failure, detail, origin } = result;
  const outputs = outcome === 'succeeded' ? result.outputs : failedOutputs(call.action, result.outputs);
  return (run.done[place] = { outcome, outputs, failure, detail, origin });
}

/** What can be read after a failure: what the action says of it itself, and what it leaves by default. */
function failedOutputs(action: ActionRecord, outputs: JsonObject): JsonObject | null {
  const told = { ...toldOfFailure(action, outputs), ...defaultOutputs(action) };
  return Object.keys(told).length === 0 ? null : told;
}

/** Says why the action of a step did not run, and remembers it. */
export function skipStepAt(
  draft: StepDraft,
  run: OpenRun,
  { place }: StepPlace,
  call: ActionCall,
  refusal: Refusal,
  cause: number,
  outcome: 'failed' | 'skipped' = 'failed',
): StepDone {
  emitSkipped(draft, call, refusal, cause);
  const outputs = outcome === 'failed' ? defaultOutputs(call.action) : null;
  return (run.done[place] = { outcome, outputs, ...refusal, origin: 'default' });
}

/** The same for an action that is not there. */
export function skipUnknownStep(
  draft: StepDraft,
  run: OpenRun,
  { step, place, label, spot }: StepPlace,
  { use }: ActionCall,
): StepDone {
  const refusal = { failure: 'unknownAction', detail: `There is no action "${step.action}".` } as const;
  draft.emit({
    ...draft.event(use.record.id, spot.frame.requested),
    kind: 'action.skipped',
    step: label,
    action: step.action,
    name: step.action,
    ...refusal,
  });
  return (run.done[place] = { outcome: 'failed', outputs: null, ...refusal, origin: 'default' });
}
