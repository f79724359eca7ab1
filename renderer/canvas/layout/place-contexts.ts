import { isBuiltInContext, builtInContexts } from '../../../shared/model/built-in-contexts.ts';
import type { ContextRecord, ViewRecord } from '../../../shared/model/design-records.ts';
import type { Link } from '../wires/collect-links.ts';
import type { Anchor, DataWire } from '../wires/wire.ts';
import type { KnownAttributes } from './known-attributes.ts';
import { contextRowTop, measureContext, type ContextBox, type ContextRow } from './measure-context.ts';
import type { Memory } from './memory.ts';
import { metrics } from './metrics.ts';
import { centre, distance, right, settle, type Rect } from './rect.ts';
import { spotOf, type Spot } from './spot.ts';
import type { AttributeTypes } from './slot.ts';

/** What the drawings of contexts depend on besides the links themselves. */
export type ContextSurroundings = {
  readonly types: AttributeTypes;
  readonly contexts: ReadonlyMap<string, ContextRecord>;
  readonly known: KnownAttributes;
  /** Drawings that show all attributes of their context. */
  readonly expanded: ReadonlySet<string>;
  readonly memory: Memory;
};

export type PlacedContexts = { readonly spots: readonly Spot[]; readonly wires: readonly DataWire[] };

/** The id of a context drawn because something in a turn is wired to it. A record id never has an "@". */
const automaticContextId = (context: string, turn: string): string => `${context}@${turn}`;

/**
 * Draws the contexts of one conversation and the wires to them. A pin goes to the nearest view of its context that
 * somebody put here. Without one within reach, the context appears beside the turn: nothing wired is invisible, and a
 * turn can be read without following wires across the canvas.
 */
export function placeContexts(
  conversation: Rect,
  links: readonly Link[],
  views: readonly ViewRecord[],
  around: ContextSurroundings,
): PlacedContexts {
  const linksOf = new Map<string, Link[]>(views.map((view) => [view.id, []]));
  const automatic = new Map<string, string>();
  for (const link of links) {
    const view = nearestView(link, views);
    const id = view?.id ?? automaticContextId(link.slot.context, link.turn);
    if (view === null) automatic.set(id, link.slot.context);
    linksOf.set(id, [...(linksOf.get(id) ?? []), link]);
  }
  const draw = (id: string, context: string, isAutomatic: boolean): ContextBox =>
    contextBox(id, context, linksOf.get(id) ?? [], around, isAutomatic);
  const put = views.map((view) => placed(draw(view.id, view.shows, false), view.x, view.y));
  const wanted = [...automatic].map(([id, context]) => draw(id, context, true));
  const all = [...put, ...placeBeside(conversation, wanted, linksOf, put)];
  const wires = all.flatMap(({ spot, box }) => (linksOf.get(box.id) ?? []).map((link) => wireTo(spot, box, link)));
  return { spots: all.map(({ spot }) => spot), wires };
}

type PlacedContext = { readonly spot: Spot; readonly box: ContextBox };
const placed = (box: ContextBox, x: number, y: number): PlacedContext => ({ box, spot: spotOf(box, x, y, null) });

/** How far up or down a pin looks for a view: about a screen. */
export const viewReach = 640;

function nearestView(link: Link, views: readonly ViewRecord[]): ViewRecord | null {
  let nearest: ViewRecord | null = null;
  let least = Infinity;
  for (const view of views) {
    if (view.shows !== link.slot.context || Math.abs(view.y - link.at.y) > viewReach) continue;
    const far = Math.hypot(view.x + metrics.context.width / 2 - link.at.x, view.y - link.at.y);
    if (far < least) [nearest, least] = [view, far];
  }
  return nearest;
}

function contextBox(
  id: string,
  context: string,
  links: readonly Link[],
  { types, contexts, known, expanded, memory }: ContextSurroundings,
  isAutomatic: boolean,
): ContextBox {
  const rows = new Map<string, ContextRow>();
  for (const link of [...links].sort((left, right) => left.at.y - right.at.y)) {
    const { attribute } = link.slot;
    const isDefault = link.isDefault && (rows.get(attribute)?.isDefault ?? true);
    rows.set(attribute, { attribute, type: types.get(attribute) ?? link.type, isDefault });
  }
  const others = (known.get(context) ?? []).filter((attribute) => !rows.has(attribute));
  const isExpanded = expanded.has(id) && others.length > 0;
  if (isExpanded)
    for (const attribute of others)
      rows.set(attribute, { attribute, type: types.get(attribute) ?? 'string', isDefault: false });
  const record = contexts.get(context) ?? null;
  const more = isExpanded ? 0 : others.length;
  // Most edits move no wire: the box is the same while it shows the same.
  const shown = [...rows.values()].map(({ attribute, type, isDefault }) => `${attribute} ${type} ${isDefault}`).join();
  return memory.recall(`context ${id}`, [context, record, isAutomatic, more, isExpanded, shown], () =>
    measureContext({
      id,
      context,
      record,
      isReadOnly: isReadOnlyContext(context, record),
      isAutomatic,
      rows: [...rows.values()],
      more,
      isExpanded,
    }),
  );
}

export const isReadOnlyContext = (name: string, record: ContextRecord | null): boolean =>
  isBuiltInContext(name)
    ? builtInContexts.some((context) => context.name === name && !context.writable)
    : record?.lifetime === 'constant';

/** Beside the conversation, each as high as what is wired to it, none over another. */
function placeBeside(
  conversation: Rect,
  boxes: readonly ContextBox[],
  linksOf: ReadonlyMap<string, readonly Link[]>,
  put: readonly PlacedContext[],
): PlacedContext[] {
  const taken = put.map(({ spot }) => spot.rect);
  const x = right(conversation) + metrics.contextGap;
  const wishes = boxes.map((box) => ({ box, y: Math.max(conversation.y, levelWith(box, linksOf.get(box.id) ?? [])) }));
  return wishes
    .sort((left, right) => left.y - right.y)
    .map(({ box, y }) => {
      const rect = settle({ x, y, width: box.width, height: box.height }, taken, 16);
      taken.push(rect);
      return placed(box, rect.x, rect.y);
    });
}

/** How high a context has to be for its wires to run as level as they can. */
function levelWith(box: ContextBox, links: readonly Link[]): number {
  const falls = links.map(({ at, slot }) => at.y - rowMiddle(box, slot.attribute));
  return Math.round(falls.reduce((sum, fall) => sum + fall, 0) / Math.max(1, falls.length));
}

const rowMiddle = (box: ContextBox, attribute: string): number =>
  contextRowTop(box.rows.findIndex((row) => row.attribute === attribute)) + metrics.context.row / 2;

function wireTo(spot: Spot, box: ContextBox, link: Link): DataWire {
  const faces = centre(spot.rect).x > link.at.x ? 'left' : 'right';
  const x = faces === 'left' ? 0 : box.width;
  const atContext: Anchor = { node: spot.id, side: faces, x, y: rowMiddle(box, link.slot.attribute) };
  const [from, to] = link.flow === 'intoContext' ? [link.anchor, atContext] : [atContext, link.anchor];
  const { type, slot, isDefault, unwire } = link;
  return { id: `data:${link.anchor.node}/${link.pin}`, kind: 'data', from, to, type, slot, isDefault, unwire };
}

/** Each view belongs to the conversation it is nearest to. */
export function viewsByConversation(
  views: readonly ViewRecord[],
  conversations: readonly { readonly id: string; readonly rect: Rect }[],
): ReadonlyMap<string, readonly ViewRecord[]> {
  const homes = new Map<string, ViewRecord[]>();
  for (const view of views) {
    const rect = { x: view.x, y: view.y, width: metrics.context.width, height: metrics.context.header };
    let nearest = '';
    let least = Infinity;
    for (const conversation of conversations) {
      const far = distance(rect, conversation.rect);
      if (far < least) [nearest, least] = [conversation.id, far];
    }
    homes.set(nearest, [...(homes.get(nearest) ?? []), view]);
  }
  return homes;
}
