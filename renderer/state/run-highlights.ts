import type { TraceEvent } from '../../shared/engine/trace-event.ts';

/** How one record takes part in the exchange being shown. Canvas nodes subscribe to their own id only. */
export type Highlight =
  | 'searched'
  | 'rejected'
  | 'matched'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'selected'
  | 'changed';

/** A highlight and the event it comes from: the reason of a rejection, the time an action took, the value that changed. */
export type Lit = { readonly highlight: Highlight; readonly event: TraceEvent };

/** Contexts and attributes are lit by name, because a context is shown in several places. */
export const contextLight = (context: string): string => `context:${context}`;
export const attributeLight = (context: string, attribute: string): string => `attribute:${context}.${attribute}`;

export type Highlights = {
  readonly of: (id: string) => Lit | null;
  readonly all: () => ReadonlyMap<string, Lit>;
  readonly on: (id: string, listener: () => void) => () => void;
  /** Adds what just happened. A new exchange puts out the lights of the one before. */
  readonly play: (events: readonly TraceEvent[]) => void;
  /** Shows these events and nothing else. */
  readonly show: (events: readonly TraceEvent[]) => void;
};

/** Lights by record id. Whoever listens to an id hears only of changes to that id. */
export function createHighlights(): Highlights {
  let lights = new Map<string, Lit>();
  let exchange: number | null = null;
  const listeners = new Map<string, Set<() => void>>();

  const tell = (changed: ReadonlySet<string>): void => {
    for (const id of changed) for (const listener of listeners.get(id) ?? []) listener();
  };

  const add = (event: TraceEvent, changed: Set<string>): void => {
    if (event.exchange !== exchange) {
      exchange = event.exchange;
      for (const id of lights.keys()) changed.add(id);
      lights = new Map();
    }
    for (const [id, highlight] of lightsOf(event)) {
      const was = lights.get(id);
      if (was !== undefined && strength[highlight] < strength[was.highlight]) continue;
      lights.set(id, { highlight, event });
      changed.add(id);
    }
  };

  return {
    of: (id) => lights.get(id) ?? null,
    all: () => lights,
    on: (id, listener) => {
      const heard = listeners.get(id) ?? new Set();
      listeners.set(id, heard.add(listener));
      return () => {
        heard.delete(listener);
        if (heard.size === 0 && listeners.get(id) === heard) listeners.delete(id);
      };
    },
    play: (events) => {
      const changed = new Set<string>();
      for (const event of events) add(event, changed);
      tell(changed);
    },
    show: (events) => {
      const old = lights;
      const changed = new Set(old.keys());
      lights = new Map();
      exchange = null;
      for (const event of events) add(event, changed);
      for (const [id, was] of old) {
        const is = lights.get(id);
        // The same light of the same event is no news.
        if (was.event !== is?.event || was.highlight !== is.highlight) continue;
        lights.set(id, was);
        changed.delete(id);
      }
      tell(changed);
    },
  };
}

/** A weaker light never covers a stronger one: what was matched stays so when it is looked at again. */
const strength: Record<Highlight, number> = {
  searched: 0,
  rejected: 1,
  changed: 2,
  matched: 2,
  running: 2,
  succeeded: 2,
  failed: 2,
  selected: 2,
};

function lightsOf(event: TraceEvent): readonly (readonly [id: string, highlight: Highlight])[] {
  if (event.kind === 'scope.entered') return event.searched.map((id) => [id, 'searched']);
  if (event.kind === 'attribute.set')
    return [
      [contextLight(event.context), 'changed'],
      [attributeLight(event.context, event.name), 'changed'],
    ];
  const highlight = event.kind === 'effect.settled' ? event.outcome : highlightByKind[event.kind];
  return event.ref === null || highlight === undefined ? [] : [[event.ref, highlight]];
}

const highlightByKind: Partial<Record<TraceEvent['kind'], Highlight>> = {
  'candidate.considered': 'searched',
  'candidate.rejected': 'rejected',
  'intent.matched': 'matched',
  'effect.requested': 'running',
  'confirmation.asked': 'running',
  'action.skipped': 'failed',
  'intent.selected': 'selected',
};
