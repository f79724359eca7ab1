import type { JsonObject } from '../base/json.ts';
import { compiledAction } from '../program/compile-action.ts';
import type { CompiledUse } from '../program/compile-intent.ts';
import type { ProgramIntent } from '../program/program.ts';
import { callOf, type ActionCall } from './action-call.ts';
import { askConfirmation } from './ask-confirmation.ts';
import { assign } from './assign.ts';
import { chanceOf } from './chance.ts';
import { budgets } from './limits.ts';
import { hiddenArguments, maskArguments, prepareAction } from './prepare-action.ts';
import { settleCall, skipCall, skipUnknown } from './settle-action.ts';
import { reachBudget, spendStep } from './spend-budget.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';
import { doneHere, isWorkedOut, workOutAction } from './work-out-action.ts';
import { beginWorkflow } from './workflow/run-workflow.ts';

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
  const call = callOf(draft, intent, use);
  if (call === null) {
    skipUnknown(draft, use, exchange.cause);
    return;
  }
  const prepared = prepareAction(draft, call, exchange.cause);
  if (prepared.kind === 'refused') skipCall(draft, call, prepared.refusal, exchange.cause);
  else if (prepared.asks) askConfirmation(draft, exchange, call, prepared.given);
  else launchAction(draft, exchange, call, prepared.given, exchange.cause);
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
  const asked = { effect, requested };
  if (action.kind === 'setAttributes') {
    assign(draft, compiledAction(action).assignments, { ref, source: id, cause: requested });
    settleCall(draft, call, asked, doneHere);
  } else if (isWorkedOut(action)) {
    const covered = hiddenArguments(draft, call).size > 0;
    settleCall(draft, call, asked, workOutAction(draft, action, given, covered));
  } else if (action.kind === 'workflow') {
    beginWorkflow(draft, exchange, call, given, asked);
  } else {
    exchange.awaited = { kind: 'effect', effect, use: ref, requested };
    const chance = chanceOf(draft.before.seed, effect);
    draft.effects.push({ kind: 'action.run', id: effect, action: id, use: ref, arguments: given, timeout, chance });
    draft.emit({ ...draft.event(ref, requested), kind: 'run.paused', why: 'effects' });
  }
}
