import { returnedCallback } from '../../shared/bridge/contract/desk-contract.ts';
import type { MessageOutput } from '../../shared/engine/output.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';

/** What the chat says between the bubbles. */
export type Note =
  | 'opened'
  | 'restarted'
  | 'ended'
  | 'expired'
  | 'missed'
  | 'silent'
  | 'circled'
  | 'faulted'
  | 'handed'
  | 'returned';

/**
 * One piece of the talk, in the order things happened. `seq` is the trace event that explains it. What was said without
 * a text is for nobody to see: it was heard, and that is all.
 */
export type Bubble = { readonly exchange: number; readonly seq: number } & (
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'replied'; readonly message: MessageOutput }
  | { readonly kind: 'noted'; readonly note: Note }
  /** Said at the hand-off desk: by the person there, or by the app when the talk goes there and comes back. */
  | { readonly kind: 'desk'; readonly speaker: 'APP' | 'AGENT'; readonly text: string }
);

/** How much of a talk stays in the chat; a page with more of it would crawl. */
export const bubbleLimit = 300;

/** Adds bubbles where their `seq` puts them: what explains them may be shown before or after they arrive. */
export function addBubbles(bubbles: readonly Bubble[], more: readonly Bubble[]): readonly Bubble[] {
  if (more.length === 0) return bubbles;
  const next = [...bubbles];
  for (const bubble of more) {
    let at = next.length;
    while (at > 0 && (next[at - 1]?.seq ?? 0) > bubble.seq) at -= 1;
    next.splice(at, 0, bubble);
  }
  return next.slice(-bubbleLimit);
}

/** What the end of an exchange is judged by. */
export type Story = { readonly opening: boolean; readonly answered: boolean };

/** What an event alone puts into the chat. */
export function bubbleOf(event: TraceEvent, { opening, answered }: Story): Bubble | null {
  const { exchange, seq } = event;
  const noted = (note: Note): Bubble => ({ kind: 'noted', exchange, seq, note });
  switch (event.kind) {
    case 'utterance.received': {
      const note = noteOf(event.utterance);
      if (note !== null) return noted(note);
      return { kind: 'said', exchange, seq, text: isReturn(event.utterance) ? '' : spokenText(event.utterance) };
    }
    case 'session.expired':
      return noted('expired');
    case 'budget.reached':
      return noted('circled');
    case 'engine.faulted':
      return noted('faulted');
    case 'exchange.ended':
      // Nobody has said anything yet, so nothing was missed.
      if (answered || opening) return null;
      return noted(event.matched === null ? 'missed' : 'silent');
    default:
      return null;
  }
}

/** What a bubble of the person shows. */
export function spokenText(utterance: Utterance): string {
  if (utterance.kind === 'text') return utterance.text;
  if (utterance.kind === 'callback') return utterance.text === '' ? utterance.callback : utterance.text;
  return utterance.kind === 'form' && utterance.text !== '' ? utterance.text : 'Form sent';
}

/** Nobody said it: a talk came back from the desk. */
export const isReturn = (utterance: Utterance): boolean =>
  utterance.kind === 'callback' && utterance.callback === returnedCallback;

const noteOf = ({ kind }: Utterance): Note | null => {
  if (kind === 'opened') return 'opened';
  if (kind === 'restart') return 'restarted';
  return kind === 'endChat' ? 'ended' : null;
};
