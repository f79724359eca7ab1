import type { ProgramIntent } from '../program/program.ts';
import { beginExchange, comprehend, hearVirtual } from './hear.ts';
import { moveAfter } from './move.ts';
import { startAction } from './run-actions.ts';
import { selectReply } from './select-reply.ts';
import { sendMessage } from './send-message.ts';
import { abandonConfirmation, isLeaving } from './settle-confirmation.ts';
import type { Cursor } from './session-state.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';
import { takeUp } from './take-up.ts';

/** Carries the exchange on until it waits for somebody or is over; then hears what was said meanwhile. */
export function carryOn(draft: StepDraft): void {
  for (;;) {
    const exchange = draft.current;
    if (exchange === null) {
      const next = draft.queue[0];
      if (next === undefined) return;
      draft.queue = draft.queue.slice(1);
      beginExchange(draft, next);
    } else if (exchange.exhausted || exchange.cursor.at === 'end') {
      endExchange(draft, exchange);
    } else if (exchange.awaited === null) {
      advance(draft, exchange);
    } else if (exchange.awaited.kind === 'confirmation' && draft.queue.some(isLeaving)) {
      abandonConfirmation(draft, exchange);
    } else {
      return;
    }
  }
}

/** One stage: an action, the choice of a reply, its message, or what the app says to itself. */
function advance(draft: StepDraft, exchange: MutableExchange): void {
  const { cursor } = exchange;
  switch (cursor.at) {
    case 'understand':
      return comprehend(draft, exchange, false);
    case 'reply':
      return reply(draft, exchange);
    case 'actions':
    case 'message':
    case 'virtual':
      return goOn(draft, exchange, cursor);
    case 'end':
  }
}

/** Goes on with an intent. One that was deleted while its exchange waited ends the exchange. */
function goOn(draft: StepDraft, exchange: MutableExchange, cursor: Extract<Cursor, { intent: string }>): void {
  const intent = draft.program.intents.get(cursor.intent);
  if (intent === undefined) {
    exchange.cursor = { at: 'end' };
    return;
  }
  draft.handling = intent;
  if (cursor.at === 'actions') runNext(draft, exchange, intent, cursor.next);
  else if (cursor.at === 'message') say(draft, exchange, intent);
  else hearVirtual(draft, exchange, intent);
}

function runNext(draft: StepDraft, exchange: MutableExchange, intent: ProgramIntent, next: number): void {
  const use = intent.compiled.uses[next];
  if (use !== undefined) {
    // Set ahead of the action: on failure it may point the talk elsewhere.
    exchange.cursor = { at: 'actions', intent: intent.id, next: next + 1 };
    startAction(draft, exchange, intent, use);
  } else if (intent.record.speaker === 'APP') {
    exchange.cursor = { at: 'message', intent: intent.id };
  } else {
    moveAfter(draft, intent);
    exchange.cursor = { at: 'reply' };
  }
}

function reply(draft: StepDraft, exchange: MutableExchange): void {
  const chosen = selectReply(draft);
  if (chosen === null) exchange.cursor = { at: 'end' };
  else takeUp(draft, exchange, chosen.intent, chosen.seq);
}

function say(draft: StepDraft, exchange: MutableExchange, intent: ProgramIntent): void {
  sendMessage(draft, intent);
  moveAfter(draft, intent);
  exchange.cursor = intent.record.virtualIntent === null ? { at: 'end' } : { at: 'virtual', intent: intent.id };
}

/** Says how the exchange ended; the session waits for the person. */
export function endExchange(draft: StepDraft, exchange: MutableExchange): void {
  const { matched, selected, root } = exchange;
  draft.emit({ ...draft.event(null, root), kind: 'exchange.ended', matched, selected, position: draft.position });
  draft.current = null;
  draft.handling = null;
}
