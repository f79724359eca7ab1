import { planArrange } from '../../renderer/canvas/gestures/plan-arrange.ts';
import { nodeEntries, wireEntries } from '../../renderer/canvas/gestures/canvas-menu-entries.ts';
import { moveEntries, rejoinEntries } from '../../renderer/canvas/gestures/key-menu-entries.ts';
import type { MenuEntry } from '../../renderer/canvas/gestures/menu-entry.ts';
import { planNodeDrop } from '../../renderer/canvas/gestures/plan-node-drop.ts';
import { planNudge } from '../../renderer/canvas/gestures/plan-nudge.ts';
import { planPaletteDrop } from '../../renderer/canvas/gestures/plan-palette-drop.ts';
import { planRemoval } from '../../renderer/canvas/gestures/plan-removal.ts';
import { planResize, resizedBy, type Corner } from '../../renderer/canvas/gestures/plan-resize.ts';
import { planTextEdit } from '../../renderer/canvas/gestures/plan-text-edit.ts';
import { selectAlong } from '../../renderer/canvas/gestures/select-more.ts';
import { createFrameLayout } from '../../renderer/canvas/layout/auto/lay-out-frames.ts';
import { gatherCanvas } from '../../renderer/canvas/layout/auto/gather-canvas.ts';
import { gatherConversation, gatherLeads } from '../../renderer/canvas/layout/auto/gather-frames.ts';
import { planCanvas } from '../../renderer/canvas/layout/auto/plan-auto-layout.ts';
import { withAreaContents } from '../../renderer/canvas/layout/area-contents.ts';
import { createMemory } from '../../renderer/canvas/layout/memory.ts';
import { attributeTypes } from '../../renderer/canvas/layout/slot.ts';
import type { Spot } from '../../renderer/canvas/layout/spot.ts';
import type { Picture } from '../../renderer/canvas/project-to-flow.ts';
import { looseEnd } from '../../renderer/canvas/wires/loose-end.ts';
import { endAt } from '../../renderer/canvas/wires/wire-ends.ts';
import { offersAt } from '../../renderer/canvas/wires/wire-offers.ts';
import { partnersOf } from '../../renderer/canvas/wires/wire-partners.ts';
import type { WireEnd } from '../../renderer/canvas/wires/wire-end.ts';
import type { Wire } from '../../renderer/canvas/wires/wire.ts';
import { firstNames } from '../../renderer/palette/insert-command.ts';
import type { PaletteItem } from '../../renderer/palette/palette-item.ts';
import type { Arrangement } from '../../renderer/state/ui-store.ts';
import type { Command, Point } from '../../shared/commands/command.ts';
import { copyClip, printClip } from '../../shared/exchange/clipboard/copy-clip.ts';
import { planClipPaste } from '../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../shared/exchange/clipboard/read-clip.ts';
import { childIds, type Document } from '../../shared/model/document.ts';
import type { Dice } from './random-command.ts';
import { unwrap } from './unwrap.ts';

/** What a hand has before it: the scenario, and how the canvas draws it. */
type Table = { readonly document: Document; readonly picture: Picture; readonly dice: Dice };
type Hand = (table: Table) => Command | null;

const arrangements: readonly Arrangement[] = [
  'align-left',
  'align-middle',
  'align-bottom',
  'distribute-across',
  'distribute-down',
];
const corners: readonly Corner[] = ['nw', 'ne', 'sw', 'se'];
const palette: readonly PaletteItem[] = [
  { item: 'intent', speaker: 'USER' },
  { item: 'intent', speaker: 'APP' },
  { item: 'action', actionKind: 'api' },
  { item: 'context', context: 'session' },
  { item: 'context', context: 'custom' },
  ...(['conversation', 'scene', 'turn', 'note', 'area', 'label', 'picture'] as const).map((item) => ({ item })),
];

const pickOf = <Item>(items: readonly Item[], pick: number): Item | undefined =>
  items[pick % Math.max(1, items.length)];
const spotsOf = ({ picture, dice }: Table): readonly Spot[] => {
  const all = [...picture.spots.values()];
  return [...new Set(dice.picks.slice(0, 3).flatMap((pick) => pickOf(all, pick * 7) ?? []))];
};
const idsOf = (table: Table): readonly string[] => spotsOf(table).map(({ id }) => id);
const wireOf = ({ picture, dice }: Table): Wire | undefined => pickOf(picture.wires, dice.picks[1]);

/** A command of a menu, whichever the dice say. */
function chosen(entries: readonly MenuEntry[], pick: number): Command | null {
  const commands = entries.flatMap((entry) =>
    entry.kind === 'choice' && entry.choice.kind === 'command' ? [entry.choice.command] : [],
  );
  return pickOf(commands, pick) ?? null;
}

/** Up to three things dragged together to somewhere near another one, with all that lies in areas among them. */
const drop: Hand = (table) => {
  const { document, picture, dice } = table;
  const [first, second, third] = spotsOf(table);
  if (first === undefined) return null;
  const near = second ?? first;
  const at: Point = { x: near.rect.x + dice.picks[2], y: near.rect.y + dice.picks[3] };
  const [across, down] = [at.x - first.rect.x, at.y - first.rect.y];
  const dragged = dice.picks[3] % 3 === 0 && third !== undefined ? [first.id, third.id] : [first.id];
  const moves = withAreaContents(picture.spots, dragged).flatMap((id) => {
    const rect = picture.spots.get(id)?.rect;
    return rect === undefined ? [] : [{ id, rect: { ...rect, x: rect.x + across, y: rect.y + down } }];
  });
  return planNodeDrop(document, picture.spots, moves, at);
};

/** Every pin there is, as something a wire can be pulled from. */
const pinsOf = ({ picture }: Table): readonly WireEnd[] =>
  [...picture.spots.values()].flatMap(({ box }) =>
    'pins' in box ? box.pins.flatMap(({ end }) => (end === null ? [] : [end])) : [],
  );

const joinWire: Hand = (table) => {
  const { document, picture, dice } = table;
  const from = pickOf(pinsOf(table), dice.picks[0] * 3);
  if (from === undefined) return null;
  return chosen(partnersOf(document, picture.spots, from, { x: dice.picks[1], y: dice.picks[2] }), dice.picks[3]);
};

const dropWireOnGround: Hand = (table) => {
  const { document, dice } = table;
  const from = pickOf(pinsOf(table), dice.picks[0] * 3);
  const at = { x: dice.picks[1] * 9, y: dice.picks[2] * 9 };
  return from === undefined ? null : chosen(offersAt(document, from, at), dice.picks[3]);
};

/** An end taken off where it is, and put onto something else in the same step. */
const attachElsewhere: Hand = (table) => {
  const { document, picture, dice } = table;
  const wire = wireOf(table);
  if (wire === undefined) return null;
  const [from, to] = [endAt(picture.spots, new Map(), wire.from), endAt(picture.spots, new Map(), wire.to)];
  if (from === null || to === null) return null;
  const near = dice.picks[0] % 2 === 0 ? from : to;
  const loose = looseEnd(document, picture.spots, wire, { from, to }, near, 20);
  const joined = loose === null ? null : chosen(partnersOf(document, picture.spots, loose.stays, near), dice.picks[2]);
  if (loose === null || joined === null) return null;
  return { kind: 'several', label: 'Join wire elsewhere', commands: [...loose.unwire, joined] };
};

const paste: Hand = (table) => {
  const { document, dice } = table;
  const [, second] = idsOf(table);
  // Copies of copies would soon be all there is.
  const clip = document.homes.size < 250 ? copyClip(document, idsOf(table)) : null;
  if (clip === null) return null;
  const { puts, roots } = planClipPaste(document, unwrap(readClip(printClip(clip))), {
    at: dice.at,
    into: (root) => (dice.picks[1] % 2 === 0 ? root : (second ?? null)),
  });
  return { kind: 'records.put', label: 'Paste', puts, select: roots };
};

const layOut = createFrameLayout();
const layOutAll: Hand = ({ document, picture, dice }) => {
  if (dice.picks[0] % 4 > 0) return null;
  const types = attributeTypes(document);
  const pairs: string[] = [];
  const jobs = childIds(document, document.scenario.id).flatMap((id) => {
    const leads = gatherLeads(document, id);
    pairs.push(...(leads.get(document.scenario.id) ?? []));
    return gatherConversation(document, { types, memory: createMemory(), leads }, id) ?? [];
  });
  const canvas = gatherCanvas(picture.spots, jobs, pairs, document.scenario.id);
  return planCanvas(document, picture.spots, canvas, layOut(canvas.job));
};

const remove: Hand = (table) => {
  const { document, dice } = table;
  const wire = wireOf(table);
  const ids = dice.picks[0] % 3 === 0 ? idsOf(table).slice(0, 1) : [];
  return planRemoval(document, ids, wire === undefined ? [] : [wire]);
};

/** Everything a hand does on the canvas, by what one would call it. */
export const canvasGestures: Readonly<Record<string, Hand>> = {
  drop,
  paste,
  remove,
  joinWire,
  dropWireOnGround,
  attachElsewhere,
  layOutAll,
  nudge: (table) => {
    const [across, down] = [(table.dice.picks[2] % 3) - 1, (table.dice.picks[3] % 3) - 1];
    return planNudge(table.picture.spots, idsOf(table), { x: across * 8, y: down * 8 });
  },
  arrange: (table) =>
    planArrange(table.picture.spots, idsOf(table), pickOf(arrangements, table.dice.picks[3]) ?? 'align-left'),
  tidy: (table) => ({ kind: 'canvas.tidy', ids: selectAlong(table.picture, idsOf(table).slice(0, 1), 'downstream') }),
  dropFromPalette: ({ document, picture, dice }) => {
    if (document.homes.size > 400) return null;
    const at = { x: dice.picks[1] * 13, y: dice.picks[2] * 13 };
    return planPaletteDrop(document, picture.spots, pickOf(palette, dice.picks[0]) ?? { item: 'note' }, at);
  },
  resize: ({ document, dice }) => {
    const note = pickOf([...document.tables.notes.values()], dice.picks[0]);
    const corner = pickOf(corners, dice.picks[1]) ?? 'se';
    return note === undefined
      ? null
      : planResize(note, resizedBy(note, corner, dice.picks[2] - 50, dice.picks[3] - 50));
  },
  write: (table) => {
    const [id] = idsOf(table);
    return id === undefined ? null : planTextEdit(table.document, id, table.dice.text || firstNames.note);
  },
  insertOnWire: (table) => {
    const wire = wireOf(table);
    return wire === undefined
      ? null
      : chosen(wireEntries(table.document, wire, table.picture).slice(0, -2), table.dice.picks[0]);
  },
  menuOfNode: (table) => {
    const [spot] = spotsOf(table);
    return spot === undefined
      ? null
      : chosen(nodeEntries(table.document, spot, [], { x: 0, y: 0 }), table.dice.picks[3]);
  },
  moveByKeys: ({ document, picture, dice }) => {
    const id = pickOf([...picture.spots.keys()], dice.picks[0] * 7) ?? '';
    return chosen(moveEntries(document, picture.spots, id), dice.picks[1]);
  },
  rejoinByKeys: (table) => {
    const wire = wireOf(table);
    return wire === undefined
      ? null
      : chosen(rejoinEntries(table.document, table.picture.spots, wire), table.dice.picks[0]);
  },
  /** Merging, moving and renaming what wires carry, and adding a use: what menus and panels beside the canvas do. */
  attributes: ({ document, dice }) => {
    const all = [...document.tables.attributes.values()];
    const [keep, other] = [pickOf(all, dice.picks[0]), pickOf(all, dice.picks[1])];
    if (keep === undefined || other === undefined || keep === other) return null;
    if (dice.picks[2] % 4 === 0) return { kind: 'attributes.merge', keep: keep.id, merged: [other.id] };
    if (dice.picks[2] % 4 === 1) return { kind: 'attribute.rename', id: keep.id, name: `renamed_${dice.picks[3]}` };
    const [from, to] = dice.picks[3] % 2 === 0 ? ['user', 'session'] : ['session', 'user'];
    return { kind: 'attributes.move', names: [keep.name], from, to };
  },
  useAgain: ({ document, picture, dice }) => {
    const action = pickOf([...document.tables.actions.keys()], dice.picks[0]);
    return action === undefined || picture.spots.size > 400
      ? null
      : planPaletteDrop(document, picture.spots, { item: 'use', action }, { x: dice.picks[1], y: dice.picks[2] });
  },
};
