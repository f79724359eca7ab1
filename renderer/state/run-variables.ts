import { Map as PersistentMap } from 'immutable';
import type { TraceEvent, TraceEventOf } from '../../shared/engine/trace-event.ts';

/** The last change of an attribute: what it holds, what it held, where the value comes from, and in which exchange. */
export type Variable = TraceEventOf<'attribute.set'>;

/** Context to attribute to its last change. Attributes that were removed are not in it. */
export type Variables = PersistentMap<string, PersistentMap<string, Variable>>;

export const noVariables: Variables = PersistentMap();

/** What the attributes hold after these events: nothing but `attribute.set` decides. */
export function appendVariables(variables: Variables, events: readonly TraceEvent[]): Variables {
  return events.reduce((all, event) => {
    if (event.kind !== 'attribute.set') return all;
    const context = all.get(event.context) ?? PersistentMap<string, Variable>();
    const next = event.after === null ? context.delete(event.name) : context.set(event.name, event);
    return next.isEmpty() ? all.delete(event.context) : all.set(event.context, next);
  }, variables);
}
