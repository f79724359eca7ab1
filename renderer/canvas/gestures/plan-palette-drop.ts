import type { Command, Point } from '../../../shared/commands/command.ts';
import { childIds, type Document } from '../../../shared/model/document.ts';
import { insertCommand } from '../../palette/insert-command.ts';
import type { PaletteItem } from '../../palette/palette-item.ts';
import { spotOfKindAt, spotsAt } from '../find-at.ts';
import { isFrame } from '../layout/frame-box.ts';
import { metrics } from '../layout/metrics.ts';
import type { Spot } from '../layout/spot.ts';
import { intentAt } from './plan-node-drop.ts';

type Spots = ReadonlyMap<string, Spot>;

/** The intent or frame that would take in what is dropped here; null for the empty canvas. */
export function paletteReceiver(document: Document, spots: Spots, item: PaletteItem, point: Point): string | null {
  switch (item.item) {
    case 'intent':
      return spotsAt(spots, point).find(({ box }) => isFrame(box))?.id ?? null;
    case 'action':
    case 'use':
      return intentAt(spots, point)?.id ?? null;
    case 'turn': {
      const scene = spotOfKindAt(spots, point, 'scene')?.id;
      const conversation = spotOfKindAt(spots, point, 'conversation')?.id;
      return scene ?? (conversation === undefined ? null : (childIds(document, conversation).at(-1) ?? null));
    }
    case 'scene':
      return spotOfKindAt(spots, point, 'conversation')?.id ?? null;
    default:
      return null;
  }
}

/** What dropping something from the palette creates, and where. */
export function planPaletteDrop(document: Document, spots: Spots, item: PaletteItem, point: Point): Command {
  const receiver = paletteReceiver(document, spots, item, point);
  return insertCommand(document, receiver ?? undefined, item, cornerFor(item, point));
}

/** Puts what was dropped, not the frames made for it, under the pointer. */
function cornerFor(item: PaletteItem, point: Point): Point {
  const { conversation, scene, turn, intent, action, context } = metrics;
  const inside = {
    x: conversation.padding + scene.padding + turn.padding,
    y: conversation.header + scene.header + turn.header,
  };
  const handle = { x: intent.width / 2, y: 24 };
  switch (item.item) {
    case 'intent': {
      const x = item.speaker === 'USER' ? inside.x : inside.x + turn.narrow - intent.width - 2 * turn.padding;
      return shifted(point, x + handle.x, inside.y + handle.y);
    }
    case 'action':
    case 'use':
      return shifted(point, action.width / 2, action.header / 2);
    case 'context':
      return shifted(point, context.width / 2, context.header / 2);
    default:
      return shifted(point, handle.x, handle.y);
  }
}

const shifted = ({ x, y }: Point, left: number, up: number): Point => ({
  x: Math.round(x - left),
  y: Math.round(y - up),
});
