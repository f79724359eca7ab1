import type { TurnRecord } from '../../../shared/model/design-records.ts';
import type { Placed, TurnBox } from './frame-box.ts';
import type { ActionBox } from './measure-action.ts';
import type { IntentBox } from './measure-intent.ts';
import { metrics } from './metrics.ts';
import { bottom, right, settle, type Rect } from './rect.ts';

/** An intent with its actions, in the order they run. */
export type Spoken = { readonly intent: IntentBox; readonly actions: readonly ActionBox[] };

export type PlacementOf = (id: string) => { readonly x: number; readonly y: number } | undefined;

const { turn, intent: intentSize } = metrics;

/**
 * A turn reads as a script: what users say on the left, what the app says on the right, each with its actions on the
 * inner side. Something placed by hand stays where it was put, and moves down only as far as needed to hide nothing.
 */
export function layoutTurn(
  record: TurnRecord,
  spoken: readonly Spoken[],
  placementOf: PlacementOf,
  leastWidth: number,
): TurnBox {
  const items: Placed<IntentBox | ActionBox>[] = [];
  const rects: Rect[] = [];
  let cursor: number = turn.header;

  const put = (box: IntentBox | ActionBox, wish: { x: number; y: number }): Rect => {
    const placed = placementOf(box.id);
    const x = Math.max(turn.padding, placed?.x ?? wish.x);
    const y = Math.max(turn.header, placed?.y ?? wish.y);
    const rect = settle({ x, y, width: box.width, height: box.height }, rects, intentSize.gap / 2);
    items.push({ box, x: rect.x, y: rect.y });
    rects.push(rect);
    return rect;
  };

  for (const { intent, actions } of spoken) {
    const onLeft = intent.intent.speaker === 'USER';
    const x = onLeft ? turn.padding : leastWidth - turn.padding - intent.width;
    const rect = put(intent, { x, y: cursor });
    let actionY = rect.y;
    let low = bottom(rect) + (intent.intent.transition === null ? 0 : intentSize.transition);
    for (const action of actions) {
      const actionX = onLeft ? right(rect) + metrics.wireGap : rect.x - metrics.wireGap - action.width;
      const actionRect = put(action, { x: actionX, y: actionY });
      actionY = bottom(actionRect) + intentSize.gap;
      low = Math.max(low, bottom(actionRect));
    }
    cursor = Math.max(cursor, low + intentSize.gap);
  }
  const width = Math.max(leastWidth, ...rects.map((rect) => right(rect) + turn.padding));
  const height = Math.max(turn.minHeight, ...rects.map((rect) => bottom(rect) + turn.padding));
  return { kind: 'turn', id: record.id, record, items, width, height, hidden: null };
}
