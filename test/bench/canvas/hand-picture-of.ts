import { endAt } from '../../../renderer/canvas/wires/wire-ends.ts';
import { dataPath, sequencePath, transitionPath } from '../../../renderer/canvas/wires/wire-path.ts';
import type { Picture } from '../../../renderer/canvas/project-to-flow.ts';
import type { Box } from '../../../renderer/canvas/layout/spot.ts';
import type { HandNode, HandPicture, HandWire } from '../pages/by-hand/hand-picture.ts';

const nothingHeld = new Map<string, never>();

/** What our canvas shows of a scenario, as the page written by hand takes it. */
export function handPicture({ spots, wires }: Picture): HandPicture {
  const nodes = [...spots.values()].map(({ id, box, rect }): HandNode => {
    const pins = 'pins' in box ? box.pins.map(({ x, y }) => [x, y] as const) : [];
    const signs = { hasIcon: !['scene', 'turn', 'note'].includes(box.kind), badges: badgesOf(box) };
    return { id, kind: kindOf(box), texts: textsOf(box), types: typesOf(box), ...signs, pins, ...rect };
  });
  const drawn = wires.flatMap((wire): HandWire[] => {
    const [from, to] = [endAt(spots, nothingHeld, wire.from), endAt(spots, nothingHeld, wire.to)];
    if (from === null || to === null) return [];
    const path =
      wire.kind === 'transition'
        ? transitionPath(from, to, wire.lane)
        : wire.kind === 'data'
          ? dataPath(from, to)
          : sequencePath(from, to);
    const label = wire.kind === 'transition' ? wire.label : null;
    const ends = { from: wire.from.node, to: wire.to.node, start: from, end: to };
    return [{ id: wire.id, kind: wire.kind, path, wire, label, ...ends }];
  });
  return { nodes, wires: drawn };
}

function kindOf({ kind }: Box): HandNode['kind'] {
  if (kind === 'intent' || kind === 'note') return 'said';
  return kind === 'context' || kind === 'action' ? kind : 'frame';
}

/** Conditions and behaviours, each a sign. */
function badgesOf(box: Box): number {
  if (box.kind === 'context' || box.kind === 'action' || box.kind === 'note') return 0;
  const { conditions, behaviors } = box.kind === 'intent' ? box.intent : box.record;
  return Math.min(1, conditions.length) + behaviors.length;
}

const typesOf = (box: Box): readonly string[] =>
  box.kind === 'intent' || box.kind === 'context' ? box.rows.map(({ type }) => type) : [];

function textsOf(box: Box): readonly string[] {
  switch (box.kind) {
    case 'intent':
      return [box.intent.intentId, box.text, ...box.rows.map(({ label }) => label)];
    case 'context':
      return [box.context, ...box.rows.map(({ attribute }) => attribute)];
    case 'action':
      return [box.action?.name ?? '', ...[...box.inputs, ...box.outputs].map(({ label }) => label)];
    case 'note':
      return [box.record.text];
    default:
      return [box.record.name];
  }
}
