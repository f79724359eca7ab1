import type { Document } from '../../../shared/model/document.ts';
import { childIds } from '../../../shared/model/document.ts';
import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import type { ConversationBox, Placed, SceneBox, TurnBox } from './frame-box.ts';
import { layoutTurn, type Spoken } from './layout-turn.ts';
import { measureUse } from './measure-action.ts';
import { measureIntent } from './measure-intent.ts';
import type { Memory } from './memory.ts';
import { metrics } from './metrics.ts';
import { placedAt } from './placed-at.ts';
import { bottom, right, settle, type Rect } from './rect.ts';
import type { AttributeTypes } from './slot.ts';

type Frames = {
  readonly document: Document;
  readonly types: AttributeTypes;
  readonly memory: Memory;
  /** Frames of which only the title is drawn. */
  readonly collapsed: ReadonlySet<string>;
};

/**
 * How a conversation, its scenes, turns, intents and actions are laid out: by hand where somebody placed them, else as
 * a script that reads from top to bottom. Frames are as large as what they hold. What did not change is the same object
 * as last time. Null when there is no such conversation.
 */
export function layoutConversation(frames: Frames, id: string): ConversationBox | null {
  const record = frames.document.tables.conversations.get(id);
  if (record === undefined) return null;
  const turnWidth = hasActions(frames.document, id) ? metrics.turn.wide : metrics.turn.narrow;
  const width = turnWidth + 2 * (metrics.scene.padding + metrics.conversation.padding);
  if (frames.collapsed.has(id)) return closed(frames, { kind: 'conversation', id, record, items: [], width });
  const scenes = childIds(frames.document, id).flatMap((scene) => sceneBox(frames, scene, turnWidth) ?? []);
  return frames.memory.recall(`box ${id}`, [record, turnWidth, ...scenes, ...placementsOf(frames, scenes)], () => ({
    kind: 'conversation',
    id,
    record,
    ...stack(frames, scenes, metrics.conversation, width),
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
  const width = turnWidth + 2 * metrics.scene.padding;
  if (frames.collapsed.has(id)) return closed(frames, { kind: 'scene', id, record, items: [], width });
  const turns = childIds(frames.document, id).flatMap((turn) => turnBox(frames, turn, turnWidth) ?? []);
  return frames.memory.recall(`box ${id}`, [record, turnWidth, ...turns, ...placementsOf(frames, turns)], () => ({
    kind: 'scene',
    id,
    record,
    ...stack(frames, turns, metrics.scene, width),
  }));
}

function turnBox(frames: Frames, id: string, width: number): TurnBox | null {
  const record = frames.document.tables.turns.get(id);
  if (record === undefined) return null;
  if (frames.collapsed.has(id)) return closed(frames, { kind: 'turn', id, record, items: [], width });
  const spoken = childIds(frames.document, id).flatMap((intent) => spokenIn(frames, intent) ?? []);
  const inside = spoken.flatMap(({ intent, actions }) => [intent, ...actions]);
  return frames.memory.recall(`box ${id}`, [record, width, ...spoken, ...placementsOf(frames, inside)], () =>
    layoutTurn(record, spoken, (item) => placedAt(frames.document, item), width),
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

/** A frame somebody closed: its title, and how much is in it. */
function closed<Box extends ConversationBox | SceneBox | TurnBox>(
  { document, memory }: Frames,
  frame: Omit<Box, 'height' | 'hidden'> & { readonly id: string; readonly kind: Box['kind']; readonly width: number },
): Box {
  const { id, kind, width } = frame;
  const hidden = intentsIn(document, id);
  const make = (): Box => ({ ...frame, hidden, height: metrics[kind].header + closedRoom }) as unknown as Box;
  return memory.recall(`closed ${id}`, [document.tables[`${kind}s`].get(id), width, hidden], make);
}

const closedRoom = 10;

const intentsIn = (document: Document, id: string): number =>
  document.tables.intents.has(id)
    ? 1
    : childIds(document, id).reduce((count, child) => count + intentsIn(document, child), 0);

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
    const placed = placedAt(document, box.id);
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
    hidden: null,
    width: Math.max(width, ...rects.map((rect) => right(rect) + frame.padding)),
    height: Math.max(frame.minHeight, ...rects.map((rect) => bottom(rect) + frame.padding)),
  };
}
