import type { Document } from '../../shared/model/document.ts';
import { flowNode, type FlowNode } from './flow-node.ts';
import type { ConversationBox } from './layout/frame-box.ts';
import { layoutConversation } from './layout/layout-conversation.ts';
import { createMemory } from './layout/memory.ts';
import type { AttributeTypes } from './layout/slot.ts';
import { conversationSpots, type Spot } from './layout/spot.ts';
import { watchConversation } from './layout/watch-conversation.ts';
import { collectLinks, type Links } from './wires/collect-links.ts';
import { sequenceWires } from './wires/sequence-wires.ts';
import type { Wire } from './wires/wire.ts';

/** One conversation where it stands, with everything in it; contexts and transitions are drawn around it. */
export type ConversationPicture = Pick<Links, 'links'> & {
  readonly id: string;
  readonly box: ConversationBox;
  readonly spots: readonly Spot[];
  readonly nodes: readonly FlowNode[];
  readonly wires: readonly Wire[];
  /** The intents that lead elsewhere. */
  readonly leaving: readonly Spot[];
};

export type ConversationPainter = ReturnType<typeof createConversationPainter>;

/** Draws one conversation, again only when something in it changed. */
export function createConversationPainter(id: string) {
  const hasChanged = watchConversation(id);
  const boxes = createMemory();
  const parts = createMemory();
  let measured: { readonly types: AttributeTypes; readonly box: ConversationBox | null } | null = null;
  let drawn: (ConversationPicture & { readonly x: number; readonly y: number }) | null = null;

  return {
    /** Null when there is no such conversation. */
    measure(document: Document, types: AttributeTypes): ConversationBox | null {
      const changed = hasChanged(document);
      if (measured !== null && !changed && measured.types === types) return measured.box;
      boxes.begin();
      measured = { types, box: layoutConversation({ document, types, memory: boxes }, id) };
      return measured.box;
    },

    draw(box: ConversationBox, x: number, y: number): ConversationPicture {
      if (drawn?.box === box && drawn.x === x && drawn.y === y) return drawn;
      parts.begin();
      const spots = conversationSpots({ box, x, y });
      const { links, wires } = collectLinks(spots);
      drawn = {
        id,
        box,
        x,
        y,
        spots,
        nodes: spots.map((spot) =>
          parts.recall(`node ${spot.id}`, [spot.box, spot.x, spot.y, spot.parent], () => flowNode(spot)),
        ),
        links,
        wires: [...spots.flatMap(({ box: turn }) => (turn.kind === 'turn' ? sequenceWires(turn) : [])), ...wires],
        leaving: spots.filter((spot) => spot.box.kind === 'intent' && spot.box.intent.transition !== null),
      };
      return drawn;
    },
  };
}
