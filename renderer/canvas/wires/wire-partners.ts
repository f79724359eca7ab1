import type { Point } from '../../../shared/commands/command.ts';
import { recordIn, type Document } from '../../../shared/model/document.ts';
import { findActionUse } from '../../../shared/model/selectors/find-action-use.ts';
import { commandEntry, type MenuEntry } from '../gestures/menu-entry.ts';
import { isFrame } from '../layout/frame-box.ts';
import type { Spot } from '../layout/spot.ts';
import { endName } from './end-name.ts';
import { planUnwire } from './plan-unwire.ts';
import { planWire } from './plan-wire.ts';
import type { Unwire } from './wire.ts';
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
      const name = `${ownerName(box)}${nameOfEnd(document, end)}`;
      if (command === null || (found.get(name)?.far ?? Infinity) <= far) continue;
      found.set(name, { far, entry: commandEntry(name, command) });
    }
  }
  const nearest = [...found.values()].sort((left, right) => left.far - right.far).slice(0, mostPartners);
  const disconnect = disconnectEntries(document, from);
  if (nearest.length + disconnect.length === 0)
    return [{ kind: 'title', label: `Nothing on the canvas fits ${endName(from)}` }];
  return [{ kind: 'title', label: titleFor(from) }, ...nearest.map(({ entry }) => entry), ...disconnect];
}

/** Takes away what is wired to this end now. */
function disconnectEntries(document: Document, from: WireEnd): readonly MenuEntry[] {
  const unwire = unwireOf(document, from);
  const commands = unwire === null ? [] : planUnwire(document, unwire);
  return commands.map((command) => ({ ...commandEntry('Disconnect', command), tone: 'problem' }) as const);
}

function unwireOf(document: Document, from: WireEnd): Unwire | null {
  switch (from.kind) {
    case 'input':
    case 'output': {
      const use = findActionUse(document, from.use)?.use;
      const isWired = from.kind === 'input' ? use?.inputs[from.name] : use?.outputs[from.name];
      return isWired === undefined ? null : { kind: from.kind, use: from.use, name: from.name };
    }
    case 'expects':
      return from.slot === null ? null : { kind: 'expects', intent: from.intent, slot: from.slot };
    case 'next': {
      const transition = recordIn(document, 'intents', from.intent)?.transition;
      return transition == null ? null : { kind: 'transition', intent: from.intent };
    }
    default:
      return null;
  }
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

/** Several have pins of the same name. */
const ownerName = (box: Spot['box']): string =>
  box.kind === 'action' ? `${box.action?.name ?? ''}: ` : box.kind === 'intent' ? `${box.intent.intentId}: ` : '';

function nameOfEnd(document: Document, end: WireEnd): string {
  if (end.kind !== 'level') return endName(end);
  const { conversations, scenes, turns } = document.tables;
  const conversation = conversations.get(end.id);
  if (conversation !== undefined) return `Conversation “${conversation.name}”`;
  const scene = scenes.get(end.id);
  return scene === undefined ? `Turn “${turns.get(end.id)?.name ?? end.id}”` : `Scene “${scene.name}”`;
}
