import type { HostEvent } from '../../../shared/bridge/contract/event-contract.ts';
import type { MessageOutput } from '../../../shared/engine/output.ts';
import type { TraceEvent } from '../../../shared/engine/trace-event.ts';

/** One frame: what arrives within it travels together, so that a busy run costs the page one update, not sixty. */
const frame = 16;

export type EventBatch = {
  readonly trace: (events: readonly TraceEvent[]) => void;
  readonly reply: (messages: readonly MessageOutput[]) => void;
  /** Sends what is held back, then the event: order is kept. */
  readonly send: (event: HostEvent) => void;
  /** Forgets what is held back. */
  readonly close: () => void;
};

export function createEventBatch(run: string, emit: (event: HostEvent) => void): EventBatch {
  let events: TraceEvent[] = [];
  let messages: MessageOutput[] = [];
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // Traces first: a bubble points at the event that explains it.
    if (events.length > 0) emit({ name: 'run.traced', payload: { run, events } });
    if (messages.length > 0) emit({ name: 'run.replied', payload: { run, messages } });
    events = [];
    messages = [];
  };
  const soon = (): void => {
    timer ??= setTimeout(flush, frame);
  };
  return {
    trace: (more) => {
      events.push(...more);
      soon();
    },
    reply: (more) => {
      messages.push(...more);
      soon();
    },
    send: (event) => {
      flush();
      emit(event);
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      events = [];
      messages = [];
    },
  };
}
