import { compiledIntent, type CompiledUse } from '../program/compile-intent.ts';
import type { ProgramIntent } from '../program/program.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { askAgain, readAnswer } from './ask-confirmation.ts';
import { maskUtterance } from './mask-utterance.ts';
import { utteranceText } from './read-context.ts';
import { launchAction } from './run-actions.ts';
import type { Awaited } from './session-state.ts';
import { recordSkip, skipAction } from './settle-action.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';
import type { Utterance } from './utterance.ts';

/** Something was said while a question stands: a yes, a no, or else the question is put again. */
export function hearAnswer(draft: StepDraft, exchange: MutableExchange, utterance: Utterance): void {
  const { awaited } = exchange;
  if (awaited?.kind !== 'confirmation') return;
  const received = { kind: 'utterance.received', utterance: maskUtterance(draft.program, utterance) } as const;
  const heard = draft.emit(received, null, awaited.asked);
  const text = utteranceText(utterance);
  if (text !== '') draft.remember('user', null, text);
  const approved = readAnswer(utterance);
  if (approved !== null) {
    settleConfirmation(draft, exchange, approved, heard);
    return;
  }
  const asked = whatWasAsked(draft, exchange, awaited.use);
  if (asked === null) exchange.awaited = null;
  else askAgain(draft, asked.action, asked.use, heard);
}

/** Yes runs the action with the arguments the question was about; no counts as a failure of the action. */
export function settleConfirmation(draft: StepDraft, exchange: MutableExchange, approved: boolean, cause: number | null): void {
  const { awaited } = exchange;
  if (awaited?.kind !== 'confirmation') return;
  exchange.awaited = null;
  const asked = whatWasAsked(draft, exchange, awaited.use);
  if (asked === null) return;
  const { intent, action, use } = asked;
  draft.handling = intent;
  const answer = cause ?? awaited.asked;
  if (approved) launchAction(draft, intent, action, use, awaited.arguments, answer);
  else skipAction(draft, intent, use, action, 'declined', `"${action.name}" was declined.`, answer);
}

/** Whoever leaves while a question stands has not agreed, and wants no more of this exchange. */
export function abandonConfirmation(draft: StepDraft, exchange: MutableExchange): void {
  const { awaited } = exchange;
  if (awaited?.kind !== 'confirmation') return;
  const asked = whatWasAsked(draft, exchange, awaited.use);
  exchange.awaited = null;
  exchange.cursor = { at: 'end' };
  if (asked === null) return;
  recordSkip(draft, asked.use, asked.action, 'declined', `"${asked.action.name}" was left unanswered.`, awaited.asked);
}

export const isLeaving = (utterance: Utterance): boolean =>
  utterance.kind === 'restart' || utterance.kind === 'endChat';

export type Asked = { readonly intent: ProgramIntent; readonly use: CompiledUse; readonly action: ActionRecord };

/** The intent, use and action an exchange waits for; null when the design has lost one of them. */
export function whatWasAsked(draft: StepDraft, exchange: MutableExchange, useId: Awaited['use']): Asked | null {
  const { cursor } = exchange;
  if (cursor.at !== 'actions') return null;
  const intent = draft.program.intents.get(cursor.intent);
  const use = intent && compiledIntent(intent.record).uses.find(({ record }) => record.id === useId);
  const action = use && draft.program.actions.get(use.record.action);
  return intent === undefined || use === undefined || action === undefined ? null : { intent, use, action };
}
