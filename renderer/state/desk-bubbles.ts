import { assertNever } from '../../shared/base/assert-never.ts';
import type { HostEvent } from '../../shared/bridge/contract/event-contract.ts';
import { addBubbles, type Bubble } from './run-bubbles.ts';
import type { RunState } from './run-store.ts';

export type DeskHostEvent = Extract<HostEvent, { name: `desk.${string}` }>;

/** What happens at the hand-off desk is no event of the trace: it stands between two of them. */
const step = 1 / 4096;

/** The chat after something happened at the desk. `heard` is the last event of the trace that has come in. */
export function withDeskEvent(
  state: RunState,
  event: DeskHostEvent,
  heard: { readonly seq: number; readonly exchange: number },
): Partial<RunState> {
  const said = saidAtDesk(event);
  const before = state.bubbles.findLast(({ seq }) => seq >= heard.seq && seq < heard.seq + 1);
  const first = Math.max(before?.seq ?? heard.seq, heard.seq) + step;
  const more = said.map((bubble, index) => ({ ...bubble, exchange: heard.exchange, seq: first + index * step }));
  const isHeard = event.name === 'desk.said' && event.payload.line.speaker === 'USER';
  return {
    bubbles: addBubbles(state.bubbles, more),
    isAtDesk: event.name === 'desk.given' || (event.name === 'desk.said' && state.isAtDesk),
    unheard: isHeard ? state.unheard.slice(1) : state.unheard,
  };
}

type Words = Bubble extends infer Each ? (Each extends Bubble ? Omit<Each, 'exchange' | 'seq'> : never) : never;

function saidAtDesk(event: DeskHostEvent): readonly Words[] {
  switch (event.name) {
    case 'desk.given':
      return [{ kind: 'noted', note: 'handed' }, ...byApp(event.payload.text)];
    case 'desk.said': {
      const { speaker, text } = event.payload.line;
      return [speaker === 'USER' ? { kind: 'said', text } : { kind: 'desk', speaker, text }];
    }
    case 'desk.returned':
      return [{ kind: 'noted', note: 'returned' }, ...byApp(event.payload.text)];
    case 'desk.left':
      return [];
    default:
      return assertNever(event);
  }
}

const byApp = (text: string): readonly Words[] => (text === '' ? [] : [{ kind: 'desk', speaker: 'APP', text }]);
