import type { Command } from '../../../shared/commands/command.ts';
import type { Document } from '../../../shared/model/document.ts';
import { isFrame } from '../layout/frame-box.ts';
import { nodeTitle } from '../layout/node-name.ts';
import type { Box, Spot } from '../layout/spot.ts';
import { endOf } from '../wires/loose-end.ts';
import { planUnwire } from '../wires/plan-unwire.ts';
import { partnersOf } from '../wires/wire-partners.ts';
import type { Wire } from '../wires/wire.ts';
import { commandEntry, type MenuEntry } from './menu-entry.ts';
import { bucketIn } from './drop-place.ts';

type Spots = ReadonlyMap<string, Spot>;

/** How many places a menu lists. */
const mostPlaces = 24;

/** What takes in what, when it is dragged there. */
const takers: Partial<Record<Box['kind'], Box['kind']>> = {
  intent: 'turn',
  turn: 'scene',
  scene: 'conversation',
  action: 'intent',
};

/** Everywhere something could be dragged to, nearest first: moving it without a mouse. */
export function moveEntries(document: Document, spots: Spots, id: string): readonly MenuEntry[] {
  const spot = spots.get(id);
  const taker = spot === undefined ? undefined : takers[spot.box.kind];
  if (spot === undefined || taker === undefined) return [];
  const now = spot.box.kind === 'action' ? (spot.box.intent?.id ?? null) : spot.parent;
  const found = [...spots.values()]
    .filter(({ box, id: other }) => box.kind === taker && other !== now)
    .map((place) => ({ place, far: Math.hypot(place.rect.x - spot.rect.x, place.rect.y - spot.rect.y) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, mostPlaces)
    .flatMap(({ place }) => {
      const command = moveInto(document, spot.box, place);
      return command === null ? [] : [commandEntry(placeName(place.box), command)];
    });
  return found.length === 0 ? [] : [{ kind: 'title', label: 'Move it to' }, ...found];
}

function moveInto(document: Document, box: Box, { id, box: into }: Spot): Command | null {
  if (box.kind === 'action') {
    if (into.kind !== 'intent') return null;
    if (box.use !== null) return { kind: 'actionUse.move', id: box.use.id, intent: into.intent.id, before: null };
    return box.action === null ? null : { kind: 'action.attach', action: box.action.id, intent: into.intent.id };
  }
  if (box.kind !== 'intent') return { kind: 'level.move', id: box.id, parent: id, before: null };
  const bucket = bucketIn(document, id, box.intent);
  return { kind: 'level.move', id: box.id, parent: id, before: null, bucket };
}

const placeName = (box: Box): string =>
  (isFrame(box) ? `${box.kind} “${box.record.name}”` : nodeTitle(box)).replace(/^./, (first) => first.toUpperCase());

/** What either end of a wire could be joined to instead. */
export function rejoinEntries(document: Document, spots: Spots, wire: Wire): readonly MenuEntry[] {
  if (wire.kind === 'sequence' || wire.unwire === null) return [];
  const unwire = planUnwire(document, wire.unwire);
  return (['to', 'from'] as const).flatMap((loose) => {
    const stays = endOf(spots, wire, loose === 'to' ? wire.from : wire.to);
    const near = spots.get(wire[loose].node)?.rect;
    if (stays === null || near === undefined) return [];
    const choices = partnersOf(document, spots, stays, near).flatMap((entry): MenuEntry[] => {
      if (entry.kind !== 'choice' || entry.tone === 'problem' || entry.choice.kind !== 'command') return [];
      const commands = [...unwire, entry.choice.command];
      return [commandEntry(entry.label, { kind: 'several', label: 'Join wire elsewhere', commands })];
    });
    const title = loose === 'to' ? 'End it at' : 'Begin it at';
    return choices.length === 0 ? [] : [{ kind: 'title', label: title } as const, ...choices];
  });
}

/** The wires at a node, in a steady order. */
export const wiresAt = (wires: readonly Wire[], node: string): readonly Wire[] =>
  wires.filter((wire) => wire.kind !== 'sequence' && (wire.from.node === node || wire.to.node === node));
