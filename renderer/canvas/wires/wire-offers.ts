import type { Command, Point } from '../../../shared/commands/command.ts';
import { recordIn, type Document } from '../../../shared/model/document.ts';
import { asId, freeId, type IntentId, type MessageId, type SceneId } from '../../../shared/model/ids.ts';
import type { Message, Speaker } from '../../../shared/model/intent-record.ts';
import { firstNames, insertCommand } from '../../palette/insert-command.ts';
import { commandEntry, type MenuEntry } from '../gestures/menu-entry.ts';
import { metrics } from '../layout/metrics.ts';
import { isReadOnlyContext, viewReach } from '../layout/place-contexts.ts';
import { slotText } from '../layout/slot.ts';
import { endName } from './end-name.ts';
import { planWire } from './plan-wire.ts';
import type { WireEnd } from './wire-end.ts';

/**
 * What could be made where a wire was let go on the empty canvas, and joined to it at once; intents go into the frame
 * there, if there is one.
 */
export function offersAt(document: Document, from: WireEnd, at: Point, frame?: string): readonly MenuEntry[] {
  if (from.kind === 'next') return nextOffers(document, from, at);
  if (from.kind === 'slot') return slotOffers(document, from, at, frame);
  const contexts = ['user', 'session', ...[...document.tables.contexts.values()].map(({ name }) => name)];
  const choices = contexts.flatMap((context): MenuEntry[] => {
    const joined = planWire(document, from, { kind: 'context', context });
    if (joined === null) return [];
    const here = { x: Math.round(at.x), y: Math.round(at.y) - metrics.context.header / 2 };
    const show: readonly Command[] = hasViewNear(document, context, at)
      ? []
      : [{ kind: 'context.show', context, at: here }];
    const label = from.kind === 'input' ? `Read it from ${context}` : `Keep it in ${context}`;
    return [commandEntry(label, { kind: 'several', label: 'Wire to context', commands: [...show, joined] })];
  });
  return choices.length === 0 ? [] : [{ kind: 'title', label: titleOf(from) }, ...choices];
}

/** Somebody has to say an attribute, or the app says it: both are intents that are there at once. */
function slotOffers(
  document: Document,
  { slot }: Extract<WireEnd, { kind: 'slot' }>,
  at: Point,
  frame: string | undefined,
): readonly MenuEntry[] {
  const reference = slotText(slot);
  const made = (speaker: Speaker, verb: string, finish: (intent: IntentId) => Command): Command => {
    const name = `${verb}_${slot.attribute}`;
    const added = insertCommand(document, frame, { item: 'intent', speaker }, rounded(at));
    const named: Command = added.kind === 'intent.add' ? { ...added, name } : added;
    const id = asId<IntentId>(freeId(name, (taken) => document.homes.has(taken)));
    return { kind: 'several', label: 'Add intent', commands: [named, finish(id)] };
  };
  const record = document.tables.contexts.find(({ name }) => name === slot.context) ?? null;
  const asks = made('USER', 'tell', (intent) => ({ kind: 'intent.expect', intent, reference, expected: true }));
  const says = made('APP', 'say', (intent) => {
    const id = asId<MessageId>(`${intent}-message`);
    const message: Message = { id, name: '', conditions: [], blocks: [{ kind: 'text', text: `{${reference}}` }] };
    return { kind: 'record.update', table: 'intents', id: intent, changes: { messages: [message] } };
  });
  return [
    { kind: 'title', label: reference },
    ...(isReadOnlyContext(slot.context, record) ? [] : [commandEntry('A USER intent that fills it', asks)]),
    commandEntry('An APP intent that says it', says),
  ];
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** A wire goes to the view that is there; one more would only stand about. */
const hasViewNear = (document: Document, context: string, at: Point): boolean =>
  document.tables.views.some((view) => view.shows === context && Math.hypot(view.x - at.x, view.y - at.y) < viewReach);

function nextOffers(document: Document, from: Extract<WireEnd, { kind: 'next' }>, at: Point): readonly MenuEntry[] {
  const turn = recordIn(document, 'turns', recordIn(document, 'intents', from.intent)?.turn ?? '');
  const go = (added: Command, target: string): Command => ({
    kind: 'several',
    label: 'Go on elsewhere',
    commands: [added, { kind: 'transition.set', intent: from.intent, target }],
  });
  const idFor = (name: string): string => freeId(name, (taken) => document.homes.has(taken));
  const conversation: Command = {
    kind: 'conversation.add',
    name: firstNames.conversation,
    at: { x: Math.round(at.x), y: Math.round(at.y) },
  };
  const here = commandEntry('A new conversation here', go(conversation, idFor(firstNames.conversation)));
  if (turn === undefined) return [here];
  const added: Command = { kind: 'turn.add', scene: turn.scene, name: firstNames.turn };
  return [
    { kind: 'title', label: 'The talk goes on with' },
    commandEntry('A new turn of this scene', go(added, idFor(firstNames.turn))),
    ...sceneOffer(document, turn.scene, (scene) => go(scene, idFor(firstNames.scene))),
    here,
  ];
}

function sceneOffer(document: Document, scene: SceneId, go: (added: Command) => Command): readonly MenuEntry[] {
  const conversation = recordIn(document, 'scenes', scene)?.conversation;
  if (conversation === undefined) return [];
  const added: Command = { kind: 'scene.add', conversation, name: firstNames.scene };
  return [commandEntry('A new scene of this conversation', go(added))];
}

const titleOf = (from: WireEnd): string => {
  const name = endName(from);
  return name.charAt(0).toUpperCase() + name.slice(1);
};
