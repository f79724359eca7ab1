import type { Node } from 'reactflow';
import type { Document } from '../../shared/model/document.ts';
import { isFrame } from './layout/frame-box.ts';
import { knownAttributes, type KnownAttributes } from './layout/known-attributes.ts';
import { layoutScript } from './layout/layout-script.ts';
import { measureActionView } from './layout/measure-action.ts';
import { createMemory, type Memory } from './layout/memory.ts';
import { nodeName } from './layout/node-name.ts';
import { placeContexts, viewsByConversation, type ContextSurroundings } from './layout/place-contexts.ts';
import { attributeTypes, type AttributeTypes } from './layout/slot.ts';
import { conversationSpots, spotOf, type Box, type Spot } from './layout/spot.ts';
import { collectLinks, type Links } from './wires/collect-links.ts';
import { sequenceWires } from './wires/sequence-wires.ts';
import { transitionTarget, transitionWire } from './wires/transition-wires.ts';
import type { Wire } from './wires/wire.ts';

/** React Flow's node for a box. */
export type FlowNode = { [Kind in Box['kind']]: Node<{ box: Extract<Box, { kind: Kind }> }, Kind> }[Box['kind']];

/** The document as a picture: React Flow's nodes, the wires between them, and where everything is. */
export type Picture = {
  readonly nodes: readonly FlowNode[];
  readonly wires: readonly Wire[];
  readonly spots: ReadonlyMap<string, Spot>;
};

export type Projector = (document: Document, expanded: ReadonlySet<string>) => Picture;

/**
 * Turns documents into pictures. A node is the same object as in the last picture unless it looks different or moved,
 * so that React Flow and React have nothing to do for the rest.
 */
export function createProjector(): Projector {
  const memory = createMemory();
  return (document, expanded) => {
    memory.begin();
    return projectToFlow(document, expanded, memory);
  };
}

function projectToFlow(document: Document, expanded: ReadonlySet<string>, memory: Memory): Picture {
  const { tables } = document;
  const types = memory.recall('types', [tables.attributes], () => attributeTypes(document));
  const script = layoutScript({ document, types, memory }).map(({ box, x, y }) => {
    const spots = memory.recall(`spots ${box.id}`, [box, x, y], () => conversationSpots({ box, x, y }));
    return { id: box.id, spots, links: memory.recall(`links ${box.id}`, [spots], () => collectLinks(spots)) };
  });
  const known = knownOnce(document, memory, script);
  const contexts = memory.recall('contexts', [tables.contexts], () => contextsByName(document));
  const drawn = drawContexts(document, memory, script, { types, contexts, known, expanded });
  const standing = standingSpots(document, memory, types);

  const spots = [...script.flatMap((one) => one.spots), ...drawn.flatMap((one) => one.spots), ...standing];
  const byId = new Map(spots.map((spot) => [spot.id, spot]));
  const wires = [
    ...threads(memory, spots),
    ...script.flatMap((one) => one.links.wires),
    ...drawn.flatMap((one) => one.wires),
    ...transitions(memory, spots, byId),
  ];
  return { nodes: spots.map((spot) => flowNode(memory, spot)), wires, spots: byId };
}

type Script = readonly { readonly id: string; readonly spots: readonly Spot[]; readonly links: Links }[];

/** The same object as long as the names are the same: most edits change links without changing what is known. */
function knownOnce(document: Document, memory: Memory, script: Script): KnownAttributes {
  const links = script.map((one) => one.links.links);
  const known = memory.recall('known', [document.tables.contexts, ...links], () => knownAttributes(document, links));
  return memory.recall('known names', [JSON.stringify([...known])], () => known);
}

const contextsByName = (document: Document): ContextSurroundings['contexts'] =>
  new Map([...document.tables.contexts.values()].map((record) => [record.name, record]));

/** Where the views of a canvas without conversations belong. */
const noLinks: Links['links'] = [];
const nowhere = { id: '', rect: { x: 0, y: 0, width: 0, height: 0 } };

function drawContexts(document: Document, memory: Memory, script: Script, around: ContextSurroundings) {
  const views = [...document.tables.views.values()].filter((view) => view.kind === 'context');
  const frames = script.flatMap(({ id, spots }) => (spots[0] === undefined ? [] : [{ id, rect: spots[0].rect }]));
  const homes = viewsByConversation(views, frames);
  const { types, contexts, known, expanded } = around;
  const places = frames.map((frame, index) => ({ frame, links: script[index]?.links.links ?? noLinks }));
  if (homes.has('')) places.push({ frame: nowhere, links: noLinks });
  return places.map(({ frame, links }) => {
    const own = homes.get(frame.id) ?? [];
    const from = [frame.rect, links, types, contexts, known, expanded, ...own];
    return memory.recall(`contexts ${frame.id}`, from, () => placeContexts(frame, links, own, around));
  });
}

/** Actions nobody uses yet, and notes. */
function standingSpots({ tables }: Document, memory: Memory, types: AttributeTypes): Spot[] {
  const actions = [...tables.views.values()]
    .filter((view) => view.kind === 'action')
    .map((view) => {
      const action = tables.actions.get(view.shows) ?? null;
      return memory.recall(`spot ${view.id}`, [view, action, types], () =>
        spotOf(measureActionView(view.id, action, types), view.x, view.y, null),
      );
    });
  const notes = [...tables.notes.values()].map((record) =>
    memory.recall(`spot ${record.id}`, [record], () => {
      const { id, width, height, x, y } = record;
      return spotOf({ kind: 'note', id, record, width, height }, x, y, null);
    }),
  );
  return [...actions, ...notes];
}

const threads = (memory: Memory, spots: readonly Spot[]): Wire[] =>
  spots.flatMap(({ box }) =>
    box.kind === 'turn' ? memory.recall(`threads ${box.id}`, [box], () => sequenceWires(box)) : [],
  );

const transitions = (memory: Memory, spots: readonly Spot[], byId: ReadonlyMap<string, Spot>): Wire[] =>
  spots.flatMap((spot) => {
    const transition = spot.box.kind === 'intent' ? spot.box.intent.transition : null;
    if (transition === null) return [];
    const target = byId.get(transitionTarget(transition) ?? '');
    return memory.recall(`transition ${spot.id}`, [spot, target], () => transitionWire(spot, target)) ?? [];
  });

/** Frames lie under the wires, everything else above them. */
export const layers = { conversation: 0, scene: 1, turn: 2, wires: 10, node: 20, held: 30 } as const;

/** Only the title of a frame takes the pointer: its inside belongs to what is in it, and to the canvas. */
const frameStyle = { pointerEvents: 'none' } as const;

function flowNode(memory: Memory, { box, id, x, y, parent }: Spot): FlowNode {
  return memory.recall(`node ${id}`, [box, x, y, parent], () => {
    const frame = isFrame(box);
    return {
      id,
      type: box.kind,
      data: { box },
      position: { x, y },
      width: box.width,
      height: box.height,
      measured: { width: box.width, height: box.height },
      zIndex: frame ? layers[box.kind] : layers.node,
      ariaLabel: nodeName(box),
      selectable: !(box.kind === 'context' && box.isAutomatic),
      ...(parent === null ? {} : { parentId: parent }),
      ...(frame ? { dragHandle: '.frame-title', style: frameStyle } : {}),
    } as FlowNode;
  });
}
