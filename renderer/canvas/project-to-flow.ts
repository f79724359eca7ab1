import { childIds, type Document } from '../../shared/model/document.ts';
import { pathOf } from '../../shared/model/selectors/path-of.ts';
import {
  createConversationPainter,
  type ConversationPainter,
  type ConversationPicture,
} from './conversation-picture.ts';
import { flowNode, type FlowNode } from './flow-node.ts';
import { knownAttributes } from './layout/known-attributes.ts';
import { measureActionView } from './layout/measure-action.ts';
import { createMemory, type Memory } from './layout/memory.ts';
import { placeContexts, viewsByConversation, type ContextSurroundings } from './layout/place-contexts.ts';
import { placeConversations } from './layout/place-conversations.ts';
import { drawable } from './layout/placed-at.ts';
import type { Rect } from './layout/rect.ts';
import { allShown, type ShownPart } from './layout/shown-part.ts';
import { attributeTypes, type AttributeTypes } from './layout/slot.ts';
import { spotOf, type Spot } from './layout/spot.ts';
import { nodesPart, type PicturePart } from './picture-part.ts';
import { createTransitionDrawer, type TransitionDrawer } from './wires/transition-wires.ts';
import type { Link } from './wires/collect-links.ts';
import type { Wire } from './wires/wire.ts';

/** The document as a picture: React Flow's nodes, the wires between them, and where everything is. */
export type Picture = {
  readonly nodes: readonly FlowNode[];
  readonly wires: readonly Wire[];
  readonly spots: ReadonlyMap<string, Spot>;
  /** The same nodes and wires, in pieces that are looked through only when they are in view. */
  readonly parts: readonly PicturePart[];
};

export const emptyPicture: Picture = { nodes: [], wires: [], spots: new Map(), parts: [] };

type Workshop = {
  readonly memory: Memory;
  readonly painters: Map<string, ConversationPainter>;
  readonly drawTransitions: TransitionDrawer;
};

export type Projector = (document: Document, expanded: ReadonlySet<string>, part?: ShownPart) => Picture;

/**
 * Turns documents into pictures. A node is the same object as in the last picture unless it looks different or moved,
 * so that React Flow and React have nothing to do for the rest.
 */
export function createProjector(): Projector {
  const workshop: Workshop = {
    memory: createMemory(),
    painters: new Map(),
    drawTransitions: createTransitionDrawer(),
  };
  return (document, expanded, part = allShown) => {
    workshop.memory.begin();
    return projectToFlow(document, { expanded, part }, workshop);
  };
}

type View = { readonly expanded: ReadonlySet<string>; readonly part: ShownPart };

function projectToFlow(document: Document, { expanded, part }: View, workshop: Workshop): Picture {
  const { memory } = workshop;
  const types = memory.recall('types', [document.tables.attributes], () => attributeTypes(document));
  const all = drawConversations(document, types, part.collapsed, workshop);
  const contexts = memory.recall('contexts', [document.tables.contexts], () => contextsByName(document));
  const known = knownAttributes(document, all, memory);
  const around = drawContexts(document, all, { types, contexts, known, expanded, memory });

  // What is looked at alone is drawn where it stands among the others.
  const isAlone = all.some(({ id }) => id === part.focused);
  const script = isAlone ? all.filter(({ id }) => id === part.focused) : all;
  const drawn = isAlone ? around.filter((_, index) => all[index]?.id === part.focused) : around;
  const alone = isAlone ? [] : standingSpots(document, memory, types);
  const spots = new Map<string, Spot>();
  for (const one of script) for (const spot of one.spots) spots.set(spot.id, spot);
  for (const one of drawn) for (const spot of one.spots) spots.set(spot.id, spot);
  for (const spot of alone) spots.set(spot.id, spot);
  const parts = [
    ...script.map(({ part }) => part),
    ...drawn.map((one) =>
      memory.recall(`part ${one.id}`, [one.spots], () => standingPart(one.spots, one.wires, memory)),
    ),
    memory.recall('part alone', alone, () => standingPart(alone, [], memory)),
    ...workshop.drawTransitions(script, (id) => drawnAround(document, spots, id)),
  ];
  return { nodes: parts.flatMap((part) => part.nodes), wires: parts.flatMap((part) => part.wires), spots, parts };
}

const standingPart = (spots: readonly Spot[], wires: readonly Wire[], memory: Memory): PicturePart =>
  nodesPart(
    spots.map((spot) => memory.recall(`node ${spot.id}`, [spot.box, spot.x, spot.y], () => flowNode(spot))),
    spots,
    wires,
  );

/** A frame, or the closed one around it that is drawn in its place. */
function drawnAround(document: Document, spots: ReadonlyMap<string, Spot>, id: string): Spot | undefined {
  return (
    spots.get(id) ??
    pathOf(document, id)
      .toReversed()
      .flatMap((above) => spots.get(above) ?? [])[0]
  );
}

function drawConversations(
  document: Document,
  types: AttributeTypes,
  collapsed: ReadonlySet<string>,
  { memory, painters }: Workshop,
) {
  const ids = childIds(document, document.scenario.id);
  for (const id of painters.keys()) if (!ids.includes(id)) painters.delete(id);
  const painterOf = (id: string): ConversationPainter => {
    const painter = painters.get(id) ?? createConversationPainter(id);
    painters.set(id, painter);
    return painter;
  };
  const boxes = ids.flatMap((id) => painterOf(id).measure(document, types, collapsed) ?? []);
  const placements = boxes.map(({ id }) => document.tables.placements.get(id));
  const placed = memory.recall('placed', [...boxes, ...placements], () => placeConversations(document, boxes));
  return placed.map(({ box, x, y }) => painterOf(box.id).draw(box, x, y));
}

const contextsByName = (document: Document): ContextSurroundings['contexts'] =>
  new Map([...document.tables.contexts.values()].map((record) => [record.name, record]));

/** Where the views of a canvas without conversations belong. */
const nowhere: Rect = { x: 0, y: 0, width: 0, height: 0 };
const noLinks: readonly Link[] = [];

function drawContexts({ tables }: Document, script: readonly ConversationPicture[], around: ContextSurroundings) {
  const { types, contexts, known, expanded, memory } = around;
  const views = [...tables.views.values()].flatMap((view) =>
    view.kind === 'context' ? [memory.recall(`place ${view.id}`, [view], () => drawable(view))] : [],
  );
  const frames = script.flatMap(({ id, spots: [first], links }) =>
    first === undefined ? [] : [{ id, rect: first.rect, links }],
  );
  const homes = memory.recall('homes', [...views, ...frames.map(({ rect }) => rect)], () =>
    viewsByConversation(views, frames),
  );
  const places = homes.has('') ? [...frames, { id: '', rect: nowhere, links: noLinks }] : frames;
  return places.map(({ id, rect, links }) => {
    const own = homes.get(id) ?? [];
    const from = [rect, links, types, contexts, known, expanded, ...own];
    return memory.recall(`contexts ${id}`, from, () => ({ id, ...placeContexts(rect, links, own, around) }));
  });
}

/** Actions nobody uses yet, and notes. */
function standingSpots({ tables }: Document, memory: Memory, types: AttributeTypes): Spot[] {
  const actions = [...tables.views.values()]
    .filter((view) => view.kind === 'action')
    .map((record) => {
      const view = memory.recall(`place ${record.id}`, [record], () => drawable(record));
      const action = tables.actions.get(view.shows) ?? null;
      return memory.recall(`spot ${view.id}`, [view, action, types], () =>
        spotOf(measureActionView(view.id, action, types), view.x, view.y, null),
      );
    });
  const notes = [...tables.notes.values()].map((record) =>
    memory.recall(`spot ${record.id}`, [record], () => {
      const { id, width, height, x, y } = drawable(record);
      return spotOf({ kind: 'note', id, record, width, height }, x, y, null);
    }),
  );
  return [...actions, ...notes];
}
