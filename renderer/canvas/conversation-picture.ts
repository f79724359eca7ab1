import type { Document } from '../../shared/model/document.ts';
import { flowNode } from './flow-node.ts';
import type { ConversationBox } from './layout/frame-box.ts';
import { layoutConversation } from './layout/layout-conversation.ts';
import { createMemory } from './layout/memory.ts';
import type { AttributeTypes } from './layout/slot.ts';
import { conversationSpots, type Spot } from './layout/spot.ts';
import { watchConversation } from './layout/watch-conversation.ts';
import { nodesPart, type PicturePart } from './picture-part.ts';
import { collectLinks, type Links } from './wires/collect-links.ts';
import { sequenceWires } from './wires/sequence-wires.ts';

/** One conversation where it stands, with everything in it; contexts and transitions are drawn around it. */
export type ConversationPicture = Pick<Links, 'links'> & {
  readonly id: string;
  readonly box: ConversationBox;
  readonly spots: readonly Spot[];
  readonly part: PicturePart;
  /** The intents that lead elsewhere. */
  readonly leaving: readonly Spot[];
};

export type ConversationPainter = ReturnType<typeof createConversationPainter>;

/** Draws one conversation, again only when something in it changed. */
export function createConversationPainter(id: string) {
  const hasChanged = watchConversation(id);
  const boxes = createMemory();
  const parts = createMemory();
  type Measured = { types: AttributeTypes; collapsed: ReadonlySet<string>; box: ConversationBox | null };
  let measured: Readonly<Measured> | null = null;
  let drawn: (ConversationPicture & { readonly x: number; readonly y: number }) | null = null;

  return {
    /** Null when there is no such conversation. */
    measure(document: Document, types: AttributeTypes, collapsed: ReadonlySet<string>): ConversationBox | null {
      const changed = hasChanged(document);
      const isSame = measured?.types === types && measured.collapsed === collapsed;
      if (measured !== null && !changed && isSame) return measured.box;
      boxes.begin();
      measured = { types, collapsed, box: layoutConversation({ document, types, collapsed, memory: boxes }, id) };
      return measured.box;
    },

    draw(box: ConversationBox, x: number, y: number): ConversationPicture {
      if (drawn?.box === box && drawn.x === x && drawn.y === y) return drawn;
      parts.begin();
      const spots = conversationSpots({ box, x, y });
      const { links, wires } = collectLinks(spots);
      const nodes = spots.map((spot) =>
        parts.recall(`node ${spot.id}`, [spot.box, spot.x, spot.y, spot.rect.x, spot.rect.y, spot.parent], () =>
          flowNode(spot),
        ),
      );
      const threads = spots.flatMap(({ box: turn }) => (turn.kind === 'turn' ? sequenceWires(turn) : []));
      drawn = {
        id,
        box,
        x,
        y,
        spots,
        part: nodesPart(nodes, spots, [...threads, ...wires]),
        links,
        leaving: spots.filter((spot) => spot.box.kind === 'intent' && spot.box.intent.transition !== null),
      };
      return drawn;
    },
  };
}
