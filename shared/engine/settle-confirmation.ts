import { callAwaited } from './action-call.ts';
import { askAgain, readAnswer } from './ask-confirmation.ts';
import { maskUtterance } from './mask-utterance.ts';
import { utteranceText } from './read-context.ts';
import { launchAction } from './run-actions.ts';
import { emitSkipped, recordSkip, skipCall } from './settle-action.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';
import type { Utterance } from './utterance.ts';
import { abandonWorkflow, answerStep } from './workflow/run-workflow.ts';

/** Something was said while a question stands: a yes, a no, or else the question is put again. */
export function hearAnswer(draft: StepDraft, exchange: MutableExchange, utterance: Utterance): void {
  const { awaited } = exchange;
  if (awaited?.kind !== 'confirmation') return;
  const shown = maskUtterance(draft.program, utterance);
  const heard = draft.emit({ ...draft.event(null, awaited.asked), kind: 'utterance.received', utterance: shown });
  const text = utteranceText(utterance);
  if (text !== '') draft.remember('user', null, text);
  const approved = readAnswer(utterance);
  const call = callAwaited(draft, exchange);
  if (approved !== null) settleConfirmation(draft, exchange, approved, heard);
  else if (call === null) exchange.awaited = null;
  else askAgain(draft, exchange, call, heard);
}

/** Yes runs the action with the arguments the question was about; no counts as a failure of the action. */
export function settleConfirmation(
  draft: StepDraft,
  exchange: MutableExchange,
  approved: boolean,
  cause: number | null,
): void {
  const { awaited } = exchange;
  if (awaited?.kind !== 'confirmation') return;
  const answered = cause ?? awaited.asked;
  if (awaited.step !== undefined) {
    answerStep(draft, exchange, awaited.step.place, approved, answered);
    return;
  }
  const call = callAwaited(draft, exchange);
  exchange.awaited = null;
  if (call === null) return;
  draft.handling = call.intent;
  if (approved) {
    launchAction(draft, exchange, call, awaited.arguments, answered);
  } else {
    const detail = `"${call.action.name}" was declined.`;
    skipCall(draft, call, { failure: 'declined', detail }, answered);
  }
}

/** Whoever leaves while a question stands has not agreed, and wants no more of this exchange. */
export function abandonConfirmation(draft: StepDraft, exchange: MutableExchange): void {
  const { awaited } = exchange;
  if (awaited?.kind !== 'confirmation') return;
  const call = callAwaited(draft, exchange);
  if (call !== null) {
    const refusal = { failure: 'declined', detail: `"${call.action.name}" was left unanswered.` } as const;
    if (call.step === null) recordSkip(draft, call, refusal, awaited.asked);
    else emitSkipped(draft, call, refusal, awaited.asked);
    abandonWorkflow(draft, exchange, refusal);
  }
  delete exchange.workflow;
  exchange.awaited = null;
  exchange.cursor = { at: 'end' };
}

export const isLeaving = (utterance: Utterance): boolean =>
  utterance.kind === 'restart' || utterance.kind === 'endChat';
