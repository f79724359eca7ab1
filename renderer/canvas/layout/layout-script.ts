import type { Document } from '../../../shared/model/document.ts';
import { childIds } from '../../../shared/model/document.ts';
import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import type { ConversationBox, Placed, SceneBox, TurnBox } from './frame-box.ts';
import { layoutTurn, type Spoken } from './layout-turn.ts';
import { measureUse } from './measure-action.ts';
import { measureIntent } from './measure-intent.ts';
import type { Memory } from './memory.ts';
import { metrics } from './metrics.ts';
import { bottom, right, settle, type Rect } from './rect.ts';
import type { AttributeTypes } from './slot.ts';

type Frames = { readonly document: Document; readonly types: AttributeTypes; readonly memory: Memory };

/**
 * Where every conversation, scene, turn, intent and action is drawn: by hand where somebody placed it, else as a
 * script that reads from top to bottom. Frames are as large as what they hold. What did not change is the same object
 * as last time.
 */
export function layoutScript(frames: Frames): readonly Placed<ConversationBox>[] {
  const { document } = frames;
  const boxes = childIds(document, document.scenario.id).flatMap((id) => conversationBox(frames, id) ?? []);
  return frames.memory.recall('script', [...boxes, ...placementsOf(frames, boxes)], () =>
    placeConversations(frames, boxes),
  );
}

function conversationBox(frames: Frames, id: string): ConversationBox | null {
  const record = frames.document.tables.conversations.get(id);
  if (record === undefined) return null;
  const scenes = childIds(frames.document, id).flatMap((scene) => sceneBox(frames, scene) ?? []);
  return frames.memory.recall(`box ${id}`, [record, ...scenes, ...placementsOf(frames, scenes)], () => ({
    kind: 'conversation',
    id,
    record,
    ...stack(frames, scenes, metrics.conversation, sceneWidth + 2 * metrics.conversation.padding),
  }));
}

function sceneBox(frames: Frames, id: string): SceneBox | null {
  const record = frames.document.tables.scenes.get(id);
  if (record === undefined) return null;
  const turns = childIds(frames.document, id).flatMap((turn) => turnBox(frames, turn) ?? []);
  return frames.memory.recall(`box ${id}`, [record, ...turns, ...placementsOf(frames, turns)], () => ({
    kind: 'scene',
    id,
    record,
    ...stack(frames, turns, metrics.scene, sceneWidth),
  }));
}

const sceneWidth = metrics.turn.width + 2 * metrics.scene.padding;

function turnBox(frames: Frames, id: string): TurnBox | null {
  const record = frames.document.tables.turns.get(id);
  if (record === undefined) return null;
  const spoken = childIds(frames.document, id).flatMap((intent) => spokenIn(frames, intent) ?? []);
  const inside = spoken.flatMap(({ intent, actions }) => [intent, ...actions]);
  return frames.memory.recall(`box ${id}`, [record, ...spoken, ...placementsOf(frames, inside)], () =>
    layoutTurn(record, spoken, (item) => frames.document.tables.placements.get(item)),
  );
}

function spokenIn({ document, types, memory }: Frames, id: string): Spoken | null {
  const intent: IntentRecord | undefined = document.tables.intents.get(id);
  if (intent === undefined) return null;
  const actions = intent.actions.map((use) => document.tables.actions.get(use.action) ?? null);
  return memory.recall(`box ${id}`, [intent, types, ...actions], () => ({
    intent: measureIntent(intent, types),
    actions: intent.actions.map((use, index) => measureUse(use, intent, actions[index] ?? null, types)),
  }));
}

const placementsOf = ({ document }: Frames, boxes: readonly { id: string }[]): readonly unknown[] =>
  boxes.map(({ id }) => document.tables.placements.get(id));

type Frame = { readonly padding: number; readonly header: number; readonly gap: number; readonly minHeight: number };

/** Boxes below each other, in order; the frame grows around them. */
function stack<Box extends SceneBox | TurnBox>({ document }: Frames, boxes: readonly Box[], frame: Frame, width: number) {
  const rects: Rect[] = [];
  const items = boxes.map((box): Placed<Box> => {
    const placed = document.tables.placements.get(box.id);
    const below = Math.max(frame.header, ...rects.map((rect) => bottom(rect) + frame.gap));
    const wish = {
      x: Math.max(frame.padding, placed?.x ?? frame.padding),
      y: Math.max(frame.header, placed?.y ?? below),
      width: box.width,
      height: box.height,
    };
    const rect = settle(wish, rects, frame.gap);
    rects.push(rect);
    return { box, x: rect.x, y: rect.y };
  });
  return {
    items,
    width: Math.max(width, ...rects.map((rect) => right(rect) + frame.padding)),
    height: Math.max(frame.minHeight, ...rects.map((rect) => bottom(rect) + frame.padding)),
  };
}

/** Conversations beside each other with room for their contexts, a few in a row. */
function placeConversations({ document }: Frames, boxes: readonly ConversationBox[]): readonly Placed<ConversationBox>[] {
  const rects: Rect[] = [];
  const beside = metrics.contextGap + metrics.context.width + metrics.columnGap;
  let [column, x, top, low] = [0, 0, 0, 0];
  return boxes.map((box) => {
    const placed = document.tables.placements.get(box.id);
    const wish = { x: placed?.x ?? x, y: placed?.y ?? top, width: box.width, height: box.height };
    const rect = settle(wish, rects, metrics.conversation.gap);
    rects.push(rect);
    if (placed === undefined) {
      column += 1;
      x += box.width + beside;
      low = Math.max(low, bottom(rect));
      if (column === metrics.columns) [column, x, top] = [0, 0, low + metrics.conversation.gap];
    }
    return { box, x: rect.x, y: rect.y };
  });
}
