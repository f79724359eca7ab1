import type { Transition } from '../../../shared/model/intent-record.ts';
import { metrics } from '../layout/metrics.ts';
import { right, type Rect } from '../layout/rect.ts';
import { isFrame } from '../layout/frame-box.ts';
import type { Spot } from '../layout/spot.ts';
import { conditionText } from './condition-text.ts';
import type { Anchor, TransitionWire } from './wire.ts';

/** The level a transition leads to: the deepest one it names. */
export const transitionTarget = (transition: Transition): string | null =>
  transition.turn ?? transition.scene ?? transition.conversation;

/** A thick arrow from an intent to the frame its transition leads to; null when one of them is not drawn. */
export function transitionWire(from: Spot, to: Spot | undefined): TransitionWire | null {
  if (from.box.kind !== 'intent' || to === undefined || !isFrame(to.box)) return null;
  const { intent } = from.box;
  const { name } = to.box.record;
  return {
    id: `transition:${from.id}`,
    kind: 'transition',
    from: { node: from.id, side: 'bottom', x: from.box.width / 2, y: from.box.height },
    to: entrance(to.id, to.rect, from.rect),
    intent: intent.id,
    target: to.id,
    label: name === '' ? to.id : name,
    condition: conditionText(intent.conditions),
    unwire: { kind: 'transition', intent: intent.id },
  };
}

/** An arrow comes in beside the title, from the side its intent is on. */
function entrance(target: string, rect: Rect, from: Rect): Anchor {
  const comesFromLeft = right(from) < rect.x;
  return {
    node: target,
    side: comesFromLeft ? 'left' : 'right',
    x: comesFromLeft ? 0 : rect.width,
    y: metrics.turn.header / 2,
  };
}
