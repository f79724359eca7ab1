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
 * How a conversation, its scenes, turns, intents and actions are laid out: by hand where somebody placed them, else as
 * a script that reads from top to bottom. Frames are as large as what they hold. What did not change is the same object
 * as last time. Null when there is no such conversation.
 */
export function layoutConversation(frames: Frames, id: string): ConversationBox | null {
  const record = frames.document.tables.conversations.get(id);
  if (record === undefined) return null;
  const turnWidth = hasActions(frames.document, id) ? metrics.turn.wide : metrics.turn.narrow;
  const scenes = childIds(frames.document, id).flatMap((scene) => sceneBox(frames, scene, turnWidth) ?? []);
  return frames.memory.recall(`box ${id}`, [record, turnWidth, ...scenes, ...placementsOf(frames, scenes)], () => ({
    kind: 'conversation',
    id,
    record,
    ...stack(
      frames,
      scenes,
      metrics.conversation,
      turnWidth + 2 * (metrics.scene.padding + metrics.conversation.padding),
    ),
  }));
}

/** All turns of a conversation are equally wide, so that answers stand below each other. */
const hasActions = (document: Document, conversation: string): boolean =>
  childIds(document, conversation).some((scene) =>
    childIds(document, scene).some((turn) =>
      childIds(document, turn).some((intent) => (document.tables.intents.get(intent)?.actions.length ?? 0) > 0),
    ),
  );

function sceneBox(frames: Frames, id: string, turnWidth: number): SceneBox | null {
  const record = frames.document.tables.scenes.get(id);
  if (record === undefined) return null;
  const turns = childIds(frames.document, id).flatMap((turn) => turnBox(frames, turn, turnWidth) ?? []);
  return frames.memory.recall(`box ${id}`, [record, turnWidth, ...turns, ...placementsOf(frames, turns)], () => ({
    kind: 'scene',
    id,
    record,
    ...stack(frames, turns, metrics.scene, turnWidth + 2 * metrics.scene.padding),
  }));
}

function turnBox(frames: Frames, id: string, width: number): TurnBox | null {
  const record = frames.document.tables.turns.get(id);
  if (record === undefined) return null;
  const spoken = childIds(frames.document, id).flatMap((intent) => spokenIn(frames, intent) ?? []);
  const inside = spoken.flatMap(({ intent, actions }) => [intent, ...actions]);
  return frames.memory.recall(`box ${id}`, [record, width, ...spoken, ...placementsOf(frames, inside)], () =>
    layoutTurn(record, spoken, (item) => frames.document.tables.placements.get(item), width),
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
function stack<Box extends SceneBox | TurnBox>(
  { document }: Frames,
  boxes: readonly Box[],
  frame: Frame,
  width: number,
) {
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
