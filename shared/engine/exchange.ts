import { compiledIntent } from '../program/compile-intent.ts';
import type { ProgramIntent } from '../program/program.ts';
import { beginExchange, comprehend, hearVirtual } from './hear.ts';
import { moveAfter } from './move.ts';
import { startAction } from './run-actions.ts';
import { selectReply } from './select-reply.ts';
import { sendMessage } from './send-message.ts';
import { abandonConfirmation, isLeaving } from './settle-confirmation.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';
import { takeUp } from './take-up.ts';

/** Carries the exchange on until it waits for somebody or is over; then hears what was said meanwhile. */
export function carryOn(draft: StepDraft): void {
  for (;;) {
    const exchange = draft.current;
    if (exchange === null) {
      const [next, ...rest] = draft.queue;
      if (next === undefined) return;
      draft.queue = rest;
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
    case 'actions':
      return withIntent(draft, exchange, cursor.intent, (intent) => runNext(draft, exchange, intent, cursor.next));
    case 'reply':
      return reply(draft, exchange);
    case 'message':
      return withIntent(draft, exchange, cursor.intent, (intent) => say(draft, exchange, intent));
    case 'virtual':
      return withIntent(draft, exchange, cursor.intent, (intent) => hearVirtual(draft, exchange, intent));
    case 'end':
  }
}

/** An intent that was deleted while its exchange waited ends the exchange. */
function withIntent(
  draft: StepDraft,
  exchange: MutableExchange,
  id: string,
  work: (intent: ProgramIntent) => void,
): void {
  const intent = draft.program.intents.get(id);
  if (intent === undefined) {
    exchange.cursor = { at: 'end' };
    return;
  }
  draft.handling = intent;
  work(intent);
}

function runNext(draft: StepDraft, exchange: MutableExchange, intent: ProgramIntent, next: number): void {
  const use = compiledIntent(intent.record).uses[next];
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
  draft.emit({ kind: 'exchange.ended', matched, selected, position: draft.position }, null, root);
  draft.current = null;
  draft.handling = null;
}
