import type { Bubble } from '../state/run-bubbles.ts';
import type { RunState } from '../state/run-store.ts';

/** Replies after this can still be answered. While something is on its way, none can. */
export const lastSaidSeq = (bubbles: readonly Bubble[], unheard: readonly string[]): number =>
  unheard.length > 0 ? Infinity : (bubbles.findLast(({ kind }) => kind === 'said')?.seq ?? 0);

/** Whether a message stands that takes no typed answer. */
export function isTypingOff({ bubbles, unheard, waiting }: Pick<RunState, 'bubbles' | 'unheard' | 'waiting'>): boolean {
  if (waiting !== 'user') return false;
  const lastSaid = lastSaidSeq(bubbles, unheard);
  return bubbles.some(
    (bubble) => bubble.kind === 'replied' && bubble.seq > lastSaid && bubble.message.disableText === true,
  );
}

/** Whether what was said last has not been answered yet, as far as anybody can see. */
export const isAnswering = ({ playing, unheard }: Pick<RunState, 'playing' | 'unheard'>): boolean =>
  playing || unheard.length > 0;
