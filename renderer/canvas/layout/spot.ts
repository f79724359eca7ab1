import type { NoteRecord } from '../../../shared/model/design-records.ts';
import type { ConversationBox, FrameBox, Placed } from './frame-box.ts';
import type { ActionBox } from './measure-action.ts';
import type { ContextBox } from './measure-context.ts';
import type { IntentBox } from './measure-intent.ts';
import type { Rect } from './rect.ts';

export type NoteBox = {
  readonly kind: 'note';
  readonly id: string;
  readonly record: NoteRecord;
  readonly width: number;
  readonly height: number;
};

/** Everything that can be drawn. */
export type Box = FrameBox | IntentBox | ActionBox | ContextBox | NoteBox;

/** A box with its place on the canvas. */
export type Spot = {
  readonly box: Box;
  readonly id: string;
  /** The frame it moves with. */
  readonly parent: string | null;
  /** From the corner of the frame, or of the canvas. */
  readonly x: number;
  readonly y: number;
  /** On the canvas. */
  readonly rect: Rect;
};

export function spotOf(box: Box, x: number, y: number, parent: Spot | null): Spot {
  const rect = { x: x + (parent?.rect.x ?? 0), y: y + (parent?.rect.y ?? 0), width: box.width, height: box.height };
  return { box, id: box.id, parent: parent?.id ?? null, x, y, rect };
}

/** A conversation and everything in it, in reading order, frames ahead of what they hold. */
export function conversationSpots({ box, x, y }: Placed<ConversationBox>): readonly Spot[] {
  const conversation = spotOf(box, x, y, null);
  const spots = [conversation];
  for (const scene of box.items) {
    const sceneSpot = spotOf(scene.box, scene.x, scene.y, conversation);
    spots.push(sceneSpot);
    for (const turn of scene.box.items) {
      const turnSpot = spotOf(turn.box, turn.x, turn.y, sceneSpot);
      spots.push(turnSpot);
      for (const item of turn.box.items) spots.push(spotOf(item.box, item.x, item.y, turnSpot));
    }
  }
  return spots;
}
