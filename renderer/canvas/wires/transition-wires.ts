import type { Transition } from '../../../shared/model/intent-record.ts';
import { sameItems } from '../layout/memory.ts';
import { metrics } from '../layout/metrics.ts';
import { right, type Rect } from '../layout/rect.ts';
import { isFrame } from '../layout/frame-box.ts';
import type { Spot } from '../layout/spot.ts';
import { wiresPart, type PicturePart } from '../picture-part.ts';
import { conditionText } from './condition-text.ts';
import type { Anchor, TransitionWire } from './wire.ts';

/** The level a transition leads to: the deepest one it names. */
export const transitionTarget = (transition: Transition): string | null =>
  transition.turn ?? transition.scene ?? transition.conversation;

type Drawn = { readonly target: Spot | undefined; readonly lane: number; readonly wire: TransitionWire | null };
type Leaving = { readonly leaving: readonly Spot[] };

export type TransitionDrawer = (
  conversations: readonly Leaving[],
  spotOf: (id: string) => Spot | undefined,
) => readonly PicturePart[];

/**
 * Draws all transitions, those of each conversation as one part. A wire is the same object while its intent and its
 * target stay as they are, and so is a part while all its wires do.
 */
export function createTransitionDrawer(): TransitionDrawer {
  const drawn = new WeakMap<Spot, Drawn>();
  let last: readonly PicturePart[] = [];
  return (conversations, spotOf) => {
    const parts = conversations.map(({ leaving }, index) => {
      const lanes = new Map<string, number>();
      const wires = leaving.flatMap((from) => {
        const led = targetOf(from);
        const target = led === null ? undefined : spotOf(led);
        const lane = lanes.get(target?.id ?? '') ?? lanes.size;
        lanes.set(target?.id ?? '', lane);
        const known = drawn.get(from);
        if (known !== undefined && known.target === target && known.lane === lane) return known.wire ?? [];
        const wire = transitionWire(from, target, lane);
        drawn.set(from, { target, lane, wire });
        return wire ?? [];
      });
      const before = last[index];
      return before !== undefined && sameItems(before.wires, wires) ? before : wiresPart(wires);
    });
    last = parts;
    return parts;
  };
}

const targetOf = ({ box }: Spot): string | null =>
  box.kind === 'intent' && box.intent.transition !== null ? transitionTarget(box.intent.transition) : null;

/** A thick arrow from an intent to the frame its transition leads to; null when that is not drawn. */
function transitionWire(from: Spot, to: Spot | undefined, lane: number): TransitionWire | null {
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
    lane,
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
