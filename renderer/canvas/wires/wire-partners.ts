import type { Point } from '../../../shared/commands/command.ts';
import type { Document } from '../../../shared/model/document.ts';
import { commandEntry, type MenuEntry } from '../gestures/menu-entry.ts';
import { isFrame } from '../layout/frame-box.ts';
import type { Spot } from '../layout/spot.ts';
import { endName } from './end-name.ts';
import { planWire } from './plan-wire.ts';
import type { WireEnd } from './wire-end.ts';

/** How many partners a menu lists. */
const mostPartners = 24;

/** Everything an end could be joined to, nearest first: how wires are drawn without a mouse. */
export function partnersOf(
  document: Document,
  spots: ReadonlyMap<string, Spot>,
  from: WireEnd,
  near: Point,
): readonly MenuEntry[] {
  const found = new Map<string, { readonly far: number; readonly entry: MenuEntry }>();
  for (const { box, rect } of spots.values()) {
    const far = Math.hypot(rect.x - near.x, rect.y - near.y);
    for (const end of endsOf(box)) {
      const command = planWire(document, from, end);
      const name = box.kind === 'action' ? `${box.action?.name ?? ''}: ${endName(end)}` : nameOfEnd(document, end);
      if (command === null || (found.get(name)?.far ?? Infinity) <= far) continue;
      found.set(name, { far, entry: commandEntry(name, command) });
    }
  }
  const nearest = [...found.values()].sort((left, right) => left.far - right.far).slice(0, mostPartners);
  if (nearest.length === 0) return [{ kind: 'title', label: `Nothing on the canvas fits ${endName(from)}` }];
  return [{ kind: 'title', label: titleFor(from) }, ...nearest.map(({ entry }) => entry)];
}

const titleFor = (from: WireEnd): string =>
  from.kind === 'next' ? 'The talk goes on with' : `Connect ${endName(from)} with`;

function endsOf(box: Spot['box']): readonly WireEnd[] {
  if (isFrame(box)) return [{ kind: 'level', id: box.id, onTitle: true }];
  if (box.kind === 'note') return [];
  const pins = box.pins.flatMap(({ end }) => (end === null ? [] : [end]));
  if (box.kind === 'context') return [...pins, { kind: 'context', context: box.context }];
  return box.kind === 'action' && box.use === null && box.action !== null
    ? [...pins, { kind: 'action', action: box.action.id }]
    : pins;
}

function nameOfEnd(document: Document, end: WireEnd): string {
  if (end.kind !== 'level') return endName(end);
  const { conversations, scenes, turns } = document.tables;
  const conversation = conversations.get(end.id);
  if (conversation !== undefined) return `Conversation “${conversation.name}”`;
  const scene = scenes.get(end.id);
  return scene === undefined ? `Turn “${turns.get(end.id)?.name ?? end.id}”` : `Scene “${scene.name}”`;
}
