import { childIds, type Document } from '../../../../shared/model/document.ts';
import { pathOf } from '../../../../shared/model/selectors/path-of.ts';
import { transitionTarget } from '../../wires/transition-wires.ts';
import type { ConversationBox, SceneBox } from '../frame-box.ts';
import { layoutConversation } from '../layout-conversation.ts';
import type { Memory } from '../memory.ts';
import { metrics } from '../metrics.ts';
import type { AttributeTypes } from '../slot.ts';
import type { BoxJob, FrameJob } from './frame-job.ts';

/** For each frame, which of what is in it leads to which: pairs of ids, one after the other. */
export type Leads = ReadonlyMap<string, readonly string[]>;

/** The transitions that leave a conversation's intents, each told of the frame around both its ends. */
export function gatherLeads(document: Document, conversation: string): Leads {
  const leads = new Map<string, string[]>();
  for (const scene of childIds(document, conversation))
    for (const turn of childIds(document, scene))
      for (const id of childIds(document, turn)) {
        const transition = document.tables.intents.get(id)?.transition ?? null;
        const target = transition === null ? null : transitionTarget(transition);
        if (target === null) continue;
        const from = [document.scenario.id, conversation, scene, turn];
        const to = pathOf(document, target);
        const apart = from.findIndex((level, index) => level !== to[index]);
        const [frame, start, end] = [from[apart - 1], from[apart], to[apart]];
        // What leads to a frame it is in leads nowhere else.
        if (frame === undefined || start === undefined || end === undefined) continue;
        const pairs = leads.get(frame) ?? [];
        pairs.push(start, end);
        leads.set(frame, pairs);
      }
  return leads;
}

/** How large everything in a conversation is, and what leads where; null when there is no such conversation. */
export function gatherConversation(
  document: Document,
  { types, memory, leads }: { readonly types: AttributeTypes; readonly memory: Memory; readonly leads: Leads },
  id: string,
): FrameJob | null {
  memory.begin();
  const box = layoutConversation({ document, types, memory, collapsed: nothingClosed }, id);
  return box === null ? null : conversationJob(box, leads);
}

const nothingClosed: ReadonlySet<string> = new Set();

const conversationJob = (box: ConversationBox, leads: Leads): FrameJob =>
  frameJob(
    box.id,
    'conversation',
    box.items.map((scene) => sceneJob(scene.box, leads)),
    leads,
    widthOf(box, metrics.conversation.padding),
  );

const sceneJob = (box: SceneBox, leads: Leads): FrameJob =>
  frameJob(
    box.id,
    'scene',
    box.items.map(({ box: { id, width, height } }) => ({ id, width, height })),
    leads,
    widthOf(box, metrics.scene.padding),
  );

/** As wide as one turn, at the least. */
const widthOf = (box: ConversationBox | SceneBox, padding: number): number =>
  box.items.length === 0 ? box.width : Math.min(...box.items.map((item) => item.box.width)) + 2 * padding;

/** Room for arrows beside what they lead to; scenes read down, conversations a little wider. */
const shapes = { scene: { across: 72, aspect: 0.4 }, conversation: { across: 96, aspect: 0.7 } } as const;

function frameJob(
  id: string,
  kind: 'scene' | 'conversation',
  items: readonly (BoxJob | FrameJob)[],
  leads: Leads,
  width: number,
): FrameJob {
  const { padding, header, minHeight, gap } = metrics[kind];
  const { across, aspect } = shapes[kind];
  return {
    id,
    items,
    edges: edgesOf(items, leads.get(id) ?? []),
    room: { left: padding, top: header, right: padding, bottom: padding },
    least: { width, height: minHeight },
    gaps: { across, down: gap },
    aspect,
  };
}

/** The same by number, each pair once. */
export function edgesOf(items: readonly { readonly id: string }[], pairs: readonly string[]): readonly number[] {
  const numbers = new Map(items.map(({ id }, index) => [id, index]));
  const seen = new Set<number>();
  const edges: number[] = [];
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const [from, to] = [numbers.get(pairs[pair] ?? ''), numbers.get(pairs[pair + 1] ?? '')];
    if (from === undefined || to === undefined || seen.has(from * items.length + to)) continue;
    seen.add(from * items.length + to);
    edges.push(from, to);
  }
  return edges;
}

/** The scenes and conversations that are meant by what is chosen: themselves, or the scene around. */
export function meantFrames(document: Document, ids: readonly string[]): readonly string[] {
  const { scenes, conversations } = document.tables;
  const meant = new Set(
    ids.flatMap((id) => pathOf(document, id).findLast((above) => scenes.has(above) || conversations.has(above)) ?? []),
  );
  // What is laid out with the frame around it is not laid out twice.
  return [...meant].filter((id) => !pathOf(document, id).some((above) => above !== id && meant.has(above)));
}

/** What is in a turn reads as a script: where it was put by hand is forgotten. */
export const insideTurns = (document: Document, turns: readonly string[]): readonly string[] =>
  turns.flatMap((turn) =>
    childIds(document, turn).flatMap((id) => [
      id,
      ...(document.tables.intents.get(id)?.actions ?? []).map((use) => use.id),
    ]),
  );
