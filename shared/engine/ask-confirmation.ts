import type { JsonObject } from '../base/json.ts';
import { compiledAction } from '../program/compile-action.ts';
import type { ActionCall } from './action-call.ts';
import type { BlockOutput } from './output.ts';
import { renderText } from './render-text.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';
import type { Utterance } from './utterance.ts';

/** What the two buttons of a confirmation send back. */
export const confirmCallback = 'parley.confirm';
export const declineCallback = 'parley.decline';

/** Pauses the exchange with a question. What runs on a yes is what was known when it was asked. */
export function askConfirmation(
  draft: StepDraft,
  exchange: MutableExchange,
  call: ActionCall,
  given: JsonObject,
): void {
  const asked = putQuestion(draft, call, exchange.cause);
  exchange.awaited = { kind: 'confirmation', use: call.use.record.id, arguments: given, asked };
}

/** Puts the question once more, after an answer that was neither yes nor no. */
export function askAgain(draft: StepDraft, exchange: MutableExchange, call: ActionCall, cause: number): void {
  if (exchange.awaited?.kind !== 'confirmation') return;
  exchange.awaited = { ...exchange.awaited, asked: putQuestion(draft, call, cause) };
}

/** Asks, and says so; the `seq` of the event is what the answer follows from. */
export function putQuestion(draft: StepDraft, { action, use }: ActionCall, cause: number): number {
  const rendered = renderText(draft, compiledAction(action).question);
  const standard = `Shall I go ahead with ${action.name}?`;
  const question = rendered.traced === '' ? standard : rendered.traced;
  const asked = draft.emit({
    ...draft.event(use.record.id, cause),
    kind: 'confirmation.asked',
    action: action.id,
    name: action.name,
    question,
  });
  const block: BlockOutput = {
    kind: 'button',
    text: rendered.shown === '' ? standard : rendered.shown,
    buttons: [
      { text: 'Yes', callback: confirmCallback, value: '' },
      { text: 'No', callback: declineCallback, value: '' },
    ],
  };
  const { exchange } = draft;
  draft.outputs.push({
    kind: 'message',
    role: 'confirmation',
    exchange,
    seq: asked,
    intent: null,
    message: null,
    blocks: [block],
  });
  draft.remember('app', null, question);
  draft.emit({ ...draft.event(use.record.id, asked), kind: 'run.paused', why: 'confirmation' });
  return asked;
}

/** Yes, no, or null for anything else. */
export function readAnswer(utterance: Utterance): boolean | null {
  switch (utterance.kind) {
    case 'callback':
      if (utterance.callback === confirmCallback) return true;
      return utterance.callback === declineCallback ? false : null;
    case 'text': {
      const word = utterance.text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      return yesWords.has(word) ? true : noWords.has(word) ? false : null;
    }
    default:
      return null;
  }
}

const yesWords: ReadonlySet<string> = new Set(
  'yes|y|yeah|yep|yup|yes please|ok|okay|sure|of course|confirm|confirmed|correct|right|go ahead|do it|please do|ja|oui|si|sí|sim|tak'.split(
    '|',
  ),
);
const noWords: ReadonlySet<string> = new Set(
  'no|n|nope|nah|no thanks|no thank you|cancel|stop|don t|do not|never mind|nevermind|decline|nein|non|não|nao|nie'.split(
    '|',
  ),
);
