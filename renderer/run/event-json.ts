import type { TraceEvent } from '../../shared/engine/trace-event.ts';

/** An event as it is, for engineers. */
export const eventJson = (event: TraceEvent): string => JSON.stringify(event, null, 2);
