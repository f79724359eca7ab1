import {
  ArrowRight,
  Ban,
  Braces,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CirclePause,
  CircleX,
  Ear,
  Flag,
  Funnel,
  ListOrdered,
  MessageSquare,
  MessageSquareReply,
  RotateCw,
  Search,
  SearchX,
  Timer,
  UserRound,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';

export type EventGroup = 'talk' | 'search' | 'conditions' | 'actions' | 'data' | 'moves';
export type Hue = 'neutral' | 'user' | 'app' | 'action' | 'data' | 'ok' | 'problem';
type Look = { readonly icon: LucideIcon; readonly hue: Hue; readonly group: EventGroup };

export const eventGroups: readonly (readonly [EventGroup, string])[] = [
  ['talk', 'What is said'],
  ['search', 'Searching and matching'],
  ['conditions', 'Conditions'],
  ['actions', 'Actions'],
  ['data', 'Attributes'],
  ['moves', 'Moves and ends'],
];

const looks: Readonly<Record<TraceEvent['kind'], Look>> = {
  'session.opened': { icon: Flag, hue: 'neutral', group: 'moves' },
  'session.expired': { icon: Timer, hue: 'problem', group: 'moves' },
  'utterance.received': { icon: UserRound, hue: 'user', group: 'talk' },
  'scope.entered': { icon: Search, hue: 'neutral', group: 'search' },
  'intent.ranked': { icon: ListOrdered, hue: 'neutral', group: 'search' },
  'candidate.considered': { icon: Ear, hue: 'neutral', group: 'search' },
  'candidate.rejected': { icon: CircleX, hue: 'neutral', group: 'search' },
  'condition.evaluated': { icon: Funnel, hue: 'neutral', group: 'conditions' },
  'intent.matched': { icon: CircleCheck, hue: 'user', group: 'search' },
  'match.missed': { icon: SearchX, hue: 'problem', group: 'search' },
  'attribute.set': { icon: Braces, hue: 'data', group: 'data' },
  'effect.requested': { icon: Zap, hue: 'action', group: 'actions' },
  'effect.settled': { icon: CircleCheck, hue: 'action', group: 'actions' },
  'action.skipped': { icon: Ban, hue: 'problem', group: 'actions' },
  'intent.selected': { icon: MessageSquareReply, hue: 'app', group: 'search' },
  'message.sent': { icon: MessageSquare, hue: 'app', group: 'talk' },
  'transition.taken': { icon: ArrowRight, hue: 'neutral', group: 'moves' },
  'virtual.entered': { icon: RotateCw, hue: 'neutral', group: 'moves' },
  'confirmation.asked': { icon: CircleHelp, hue: 'app', group: 'talk' },
  'budget.reached': { icon: CircleAlert, hue: 'problem', group: 'moves' },
  'run.paused': { icon: CirclePause, hue: 'neutral', group: 'actions' },
  'exchange.ended': { icon: Flag, hue: 'neutral', group: 'moves' },
  'engine.faulted': { icon: CircleAlert, hue: 'problem', group: 'moves' },
};

export const lookOfKind = (kind: TraceEvent['kind']): Look => looks[kind];

/** The picture of an event; failures look like failures. */
export function eventLook(event: TraceEvent): Look {
  const look = looks[event.kind];
  const failed =
    (event.kind === 'effect.settled' && event.outcome === 'failed') ||
    (event.kind === 'exchange.ended' && event.matched === null && event.selected.length === 0);
  return failed ? { ...look, icon: event.kind === 'effect.settled' ? CircleX : look.icon, hue: 'problem' } : look;
}
