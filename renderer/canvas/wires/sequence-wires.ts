import type { TurnBox } from '../layout/frame-box.ts';
import type { ActionBox } from '../layout/measure-action.ts';
import type { IntentBox } from '../layout/measure-intent.ts';
import { metrics } from '../layout/metrics.ts';
import type { Anchor, SequenceWire } from './wire.ts';

/** How far from the outer edge of an intent its thread of the talk runs. */
const threadInset = 30;
const headMiddle = metrics.intent.paddingY + metrics.intent.header / 2;

/**
 * The thread of a turn: from each thing that may be said first down to each answer, and from an intent to its actions
 * in the order they run.
 */
export function sequenceWires(turn: TurnBox): readonly SequenceWire[] {
  const intents = turn.items.flatMap(({ box }) => (box.kind === 'intent' ? [box] : []));
  const requests = intents.filter(({ intent }) => intent.bucket === 'request');
  const responses = intents.filter(({ intent }) => intent.bucket === 'response');
  const last = requests.at(-1);
  const [first, ...others] = responses;
  const threads = [
    ...(first === undefined ? [] : requests.map((request) => thread(request, first))),
    ...(last === undefined ? [] : others.map((response) => thread(last, response))),
  ];
  const actions = turn.items.flatMap(({ box }) => (box.kind === 'action' ? [box] : []));
  return [...threads, ...intents.flatMap((intent) => actionThread(intent, actions))];
}

function thread(from: IntentBox, to: IntentBox): SequenceWire {
  const inset = (box: IntentBox): number => (box.intent.speaker === 'USER' ? threadInset : box.width - threadInset);
  const start: Anchor = { node: from.id, side: 'bottom', x: inset(from), y: from.height };
  const sameSide = from.intent.speaker === to.intent.speaker;
  const facesLeft = to.intent.speaker === 'APP';
  const end: Anchor = sameSide
    ? { node: to.id, side: 'top', x: inset(to), y: 0 }
    : { node: to.id, side: facesLeft ? 'left' : 'right', x: facesLeft ? 0 : to.width, y: headMiddle };
  return { id: `sequence:${from.id}>${to.id}`, kind: 'sequence', from: start, to: end };
}

/** USER: the intent, then its actions. APP: the actions, then what is said. */
function actionThread(intent: IntentBox, actions: readonly ActionBox[]): SequenceWire[] {
  const own = actions.filter((action) => action.intent?.id === intent.id);
  const outward = intent.intent.speaker === 'USER';
  return own.map((action, index): SequenceWire => {
    const before = own[index - 1];
    const id = `sequence:${intent.id}>${action.id}`;
    if (before !== undefined) return { id, kind: 'sequence', ...between(before, action) };
    const atIntent: Anchor = {
      node: intent.id,
      side: outward ? 'right' : 'left',
      x: outward ? intent.width : 0,
      y: headMiddle,
    };
    const atAction: Anchor = {
      node: action.id,
      side: outward ? 'left' : 'right',
      x: outward ? 0 : action.width,
      y: headMiddle,
    };
    const [from, to] = outward ? [atIntent, atAction] : [atAction, atIntent];
    return { id, kind: 'sequence', from, to };
  });
}

const between = (above: ActionBox, below: ActionBox): { readonly from: Anchor; readonly to: Anchor } => ({
  from: { node: above.id, side: 'bottom', x: threadInset, y: above.height },
  to: { node: below.id, side: 'top', x: threadInset, y: 0 },
});
