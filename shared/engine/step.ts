import { assertNever } from '../base/assert-never.ts';
import { compileTarget } from '../program/compile-operand.ts';
import type { Program } from '../program/program.ts';
import { callAwaited } from './action-call.ts';
import { carryOn, endExchange } from './exchange.ts';
import { idleTooLong } from './expire-session.ts';
import { beginExchange } from './hear.ts';
import type { Input } from './input.ts';
import { queueLimit } from './limits.ts';
import { setAttribute } from './set-attribute.ts';
import type { SessionState, StepResult } from './session-state.ts';
import { settleCall } from './settle-action.ts';
import { settleInterpretation } from './settle-interpretation.ts';
import { abandonConfirmation, hearAnswer, isLeaving, settleConfirmation } from './settle-confirmation.ts';
import { StepDraft } from './step-draft.ts';
import type { Utterance } from './utterance.ts';
import { settleStep } from './workflow/run-workflow.ts';

/**
 * Everything that can happen to a session, one input at a time: pure and synchronous. The same program, state and
 * input give the same result, byte for byte; the cost depends on what is in scope, not on the scenario or the talk.
 */
export function step(program: Program, state: SessionState, input: Input): StepResult {
  const draft = new StepDraft(program, state, input.at);
  switch (input.kind) {
    case 'user.said':
      hear(draft, input.utterance);
      break;
    case 'effect.settled':
      settleEffect(draft, input);
      break;
    case 'confirmation.answered':
      if (draft.current !== null) settleConfirmation(draft, draft.current, input.approved, null);
      break;
    case 'attribute.edited':
      edit(draft, input);
      break;
    default:
      assertNever(input);
  }
  carryOn(draft);
  return draft.finish();
}

/** Heard at once, as an answer to a question, or later: while an action runs, what is said waits its turn. */
function hear(draft: StepDraft, utterance: Utterance): void {
  const idle = idleTooLong(draft);
  draft.heardAt = draft.at;
  const exchange = draft.current;
  if (exchange === null) {
    beginExchange(draft, utterance, idle);
  } else if (exchange.awaited?.kind !== 'confirmation') {
    if (draft.queue.length < queueLimit) draft.queue = [...draft.queue, utterance];
  } else if (isLeaving(utterance)) {
    draft.queue = [...draft.queue, utterance];
  } else if (idle === null) {
    hearAnswer(draft, exchange, utterance);
  } else {
    // A yes after the session has expired answers a question that no longer stands.
    abandonConfirmation(draft, exchange);
    endExchange(draft, exchange);
    beginExchange(draft, utterance, idle);
  }
}

/** A result nobody waits for (a second one, or one from another life) changes nothing. */
function settleEffect(draft: StepDraft, input: Extract<Input, { kind: 'effect.settled' }>): void {
  const exchange = draft.current;
  const awaited = exchange?.awaited;
  if (exchange === null || settleStep(draft, exchange, input.effect, input.result)) return;
  if (awaited?.kind === 'interpretation') settleInterpretation(draft, exchange, input.effect, input.result);
  if (awaited?.kind !== 'effect' || awaited.effect !== input.effect) return;
  const call = callAwaited(draft, exchange);
  exchange.awaited = null;
  if (call === null) return;
  draft.handling = call.intent;
  settleCall(draft, call, awaited, input.result);
}

function edit(draft: StepDraft, input: Extract<Input, { kind: 'attribute.edited' }>): void {
  const target = compileTarget(input.reference);
  if (target === null) return;
  setAttribute(draft, target, input.value, { origin: 'edited', source: null, ref: null, cause: null });
}
