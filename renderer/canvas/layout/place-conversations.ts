import type { Document } from '../../../shared/model/document.ts';
import type { ConversationBox, Placed } from './frame-box.ts';
import { metrics } from './metrics.ts';
import { placedAt } from './placed-at.ts';
import { bottom, settle, type Rect } from './rect.ts';

/** Conversations beside each other with room for their contexts, a few in a row. */
export function placeConversations(
  document: Document,
  boxes: readonly ConversationBox[],
): readonly Placed<ConversationBox>[] {
  const rects: Rect[] = [];
  let [column, x, top, low] = [0, 0, 0, 0];
  return boxes.map((box) => {
    const placed = placedAt(document, box.id);
    const wish = { x: placed?.x ?? x, y: placed?.y ?? top, width: box.width, height: box.height };
    const rect = settle(wish, rects, metrics.conversation.gap);
    rects.push(rect);
    if (placed === undefined) {
      column += 1;
      x += box.width + (usesContexts(box) ? contextRoom : 0) + metrics.columnGap;
      low = Math.max(low, bottom(rect));
      if (column === metrics.columns) [column, x, top] = [0, 0, low + metrics.conversation.gap];
    }
    return { box, x: rect.x, y: rect.y };
  });
}

const contextRoom = metrics.contextGap + metrics.context.width;

/** Whether anything in it is wired to a context, which is then drawn beside it. */
const usesContexts = (conversation: ConversationBox): boolean =>
  conversation.items.some((scene) =>
    scene.box.items.some((turn) =>
      turn.box.items.some(({ box }) =>
        box.kind === 'intent' ? box.rows.length > 0 : [...box.inputs, ...box.outputs].some(({ slot }) => slot !== null),
      ),
    ),
  );
