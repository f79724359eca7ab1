import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { ActionBox, ActionRow } from '../layout/measure-action.ts';
import type { IntentBox } from '../layout/measure-intent.ts';
import { sameSlot, type Slot } from '../layout/slot.ts';
import type { Spot } from '../layout/spot.ts';
import { pinAnchor, type Anchor, type DataWire, type Unwire } from './wire.ts';
import type { Pin } from './wire-end.ts';

/** A pin that keeps its value in a context, or reads it from there. Which drawing of the context is decided later. */
export type Link = {
  readonly anchor: Anchor;
  readonly pin: string;
  readonly slot: Slot;
  readonly flow: 'intoContext' | 'outOfContext';
  readonly type: AttributeType;
  readonly isDefault: boolean;
  readonly unwire: Unwire | null;
  readonly turn: string;
  /** On the canvas, to find the nearest drawing of the context. */
  readonly at: { readonly x: number; readonly y: number };
};

export type Links = { readonly links: readonly Link[]; readonly wires: readonly DataWire[] };

/** Something that makes a value while an intent is handled, before its actions read it. */
type Source = { readonly spot: Spot; readonly pin: Pin; readonly slot: Slot };

/**
 * What the intents and actions of a conversation read and write. A value made on the same intent goes straight to the
 * action that needs it: the picture is then the sentence "what was said is what is asked for".
 */
export function collectLinks(spots: readonly Spot[]): Links {
  const links: Link[] = [];
  const wires: DataWire[] = [];
  const sources = new Map<string, Source[]>();
  for (const spot of spots) {
    if (spot.box.kind === 'intent') {
      links.push(...intentLinks(spot, spot.box));
      sources.set(spot.id, intentSources(spot, spot.box));
    }
    if (spot.box.kind === 'action' && spot.box.intent !== null) {
      const made = sources.get(spot.box.intent.id) ?? [];
      readInputs(spot, spot.box, made, links, wires);
      writeOutputs(spot, spot.box, made, links);
    }
  }
  return { links, wires };
}

const linkOf = (spot: Spot, pin: Pin, rest: Omit<Link, 'anchor' | 'pin' | 'turn' | 'at'>): Link => ({
  anchor: pinAnchor(spot.id, pin),
  pin: pin.id,
  turn: spot.parent ?? '',
  at: { x: spot.rect.x + pin.x, y: spot.rect.y + pin.y },
  ...rest,
});

const intentLinks = (spot: Spot, box: IntentBox): Link[] =>
  box.rows.map(({ role, slot, type, pin }) => {
    const unwire: Unwire | null = role === 'reads' ? null : { kind: role, intent: box.intent.id, slot };
    const flow = role === 'reads' ? 'outOfContext' : 'intoContext';
    return linkOf(spot, pin, { slot, flow, type, isDefault: false, unwire });
  });

const intentSources = (spot: Spot, box: IntentBox): Source[] =>
  box.rows.filter(({ role }) => role !== 'reads').map(({ pin, slot }) => ({ spot, pin, slot }));

function readInputs(spot: Spot, box: ActionBox, made: readonly Source[], links: Link[], wires: DataWire[]): void {
  for (const row of box.inputs) {
    if (row.slot === null) continue;
    const { slot, type } = row;
    const unwire = inputUnwire(box, row);
    const source = made.findLast((one) => sameSlot(one.slot, slot));
    if (source === undefined) {
      links.push(linkOf(spot, row.pin, { slot, flow: 'outOfContext', type, isDefault: false, unwire }));
    } else {
      const id = `data:${source.spot.id}/${source.pin.id}>${spot.id}/${row.pin.id}`;
      const [from, to] = [pinAnchor(source.spot.id, source.pin), pinAnchor(spot.id, row.pin)];
      wires.push({ id, kind: 'data', from, to, type, slot, isDefault: false, unwire });
    }
  }
}

function writeOutputs(spot: Spot, box: ActionBox, made: Source[], links: Link[]): void {
  for (const row of box.outputs) {
    if (row.slot === null) continue;
    const isDefault = row.state === 'default';
    const unwire = isDefault ? null : outputUnwire(box, row);
    links.push(linkOf(spot, row.pin, { slot: row.slot, flow: 'intoContext', type: row.type, isDefault, unwire }));
    made.push({ spot, pin: row.pin, slot: row.slot });
  }
}

const inputUnwire = ({ use }: ActionBox, row: ActionRow): Unwire | null =>
  use === null ? null : { kind: 'input', use: use.id, name: row.name };

const outputUnwire = ({ use }: ActionBox, row: ActionRow): Unwire | null =>
  use === null || row.pin.end === null ? null : { kind: 'output', use: use.id, name: row.name };
