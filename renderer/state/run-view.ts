import type { StoreApi } from 'zustand/vanilla';
import type { MessageOutput } from '../../shared/engine/output.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { addBubbles } from './run-bubbles.ts';
import { createHighlights, type Highlight } from './run-highlights.ts';
import { createPlayback } from './run-playback.ts';
import { replyBubble, showMore } from './run-progress.ts';
import type { Scheduler } from './run-scheduler.ts';
import type { RunState } from './run-store.ts';
import { eventWith, exchangeWith } from './run-trace.ts';

/** What is seen of a talk: events and messages come in as they are made, and come out at the pace of the playback. */
export function createRunView(store: StoreApi<RunState>, scheduler: Scheduler) {
  const lights = createHighlights();
  const listeners = new Set<(events: readonly TraceEvent[]) => void>();
  /** Messages by the `seq` of the event they are shown with. */
  const waiting = new Map<number, MessageOutput>();
  /** An earlier moment is being looked at; what happens meanwhile does not touch the lights. */
  let rewound = false;

  const playback = createPlayback(scheduler, (events, more) => {
    const state = store.getState();
    store.setState({ ...showMore(state, events, takeMessages(events)), playing: more });
    if (!rewound) lights.play(events);
    for (const listener of listeners) listener(events);
  });

  const takeMessages = (events: readonly TraceEvent[]): MessageOutput[] =>
    events.flatMap(({ seq }) => {
      const message = waiting.get(seq);
      waiting.delete(seq);
      return message ?? [];
    });

  const add = (events: readonly TraceEvent[]): void => {
    if (events.length > 0) store.setState({ playing: true });
    playback.add(events);
  };

  const addMessages = (messages: readonly MessageOutput[]): void => {
    const { bubbles, exchanges } = store.getState();
    const shown = exchanges.at(-1)?.events.at(-1)?.seq ?? 0;
    const late = messages.filter(({ seq }) => seq <= shown);
    for (const message of messages) if (message.seq > shown) waiting.set(message.seq, message);
    if (late.length > 0) store.setState({ bubbles: addBubbles(bubbles, late.map(replyBubble)) });
  };

  const showNow = (): void => {
    rewound = false;
    lights.show(store.getState().exchanges.at(-1)?.events ?? []);
  };

  const choose = (seq: number | null): void => {
    const exchange = seq === null ? undefined : exchangeWith(store.getState().exchanges, seq);
    if (seq === null || exchange === undefined) {
      store.setState({ chosen: null });
      if (rewound) showNow();
      return;
    }
    store.setState({ chosen: seq });
    rewound = true;
    lights.show(exchange.events.filter((event) => event.seq <= seq));
  };

  const chooseRecord = (id: string): void => {
    const { exchanges, chosen } = store.getState();
    const exchange = (chosen === null ? undefined : exchangeWith(exchanges, chosen)) ?? exchanges.at(-1);
    store.setState({ chosen: exchange?.events.findLast((event) => event.ref === id)?.seq ?? null });
  };

  const clearTrace = (): void => {
    playback.finish();
    store.setState({ exchanges: [], calls: [], chosen: null });
    showNow();
  };

  return {
    add,
    addMessages,
    /** Shows everything that has happened, and the present. */
    catchUp: () => {
      playback.finish();
      choose(null);
    },
    clear: () => {
      playback.clear();
      waiting.clear();
      rewound = false;
      lights.show([]);
    },
    actions: {
      choose,
      chooseRecord,
      clearTrace,
      highlightOf: (id: string): Highlight | null => lights.of(id)?.highlight ?? null,
      onHighlight: lights.on,
      litAs: lights.of,
      allLit: lights.all,
      eventAt: (seq: number) => eventWith(store.getState().exchanges, seq),
      setSpeed: playback.setSpeed,
      onShown: (listener: (events: readonly TraceEvent[]) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
