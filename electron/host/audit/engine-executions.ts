import type { JsonObject } from '../../../shared/base/json.ts';
import type { TraceEvent, TraceEventOf } from '../../../shared/engine/trace-event.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import type { Asked } from './describe-execution.ts';
import type { AuditDraft } from './audit-log.ts';

/** What a talk works out by itself, seen from its trace: nobody here carries it out, and it is written down all the same. */
export type EngineExecutions = {
  /** Somebody here carries this one out, and writes it down. */
  readonly leaveOut: (effect: string) => void;
  readonly hear: (events: readonly TraceEvent[]) => void;
};

export type EngineExecutionsParts = {
  readonly asked: () => Asked;
  /** The name of the scenario. */
  readonly scenario: () => string;
  /** Of an action by its id, where it is known here. */
  readonly kindOf: (action: string) => ActionRecord['kind'] | '';
  readonly add: (draft: AuditDraft) => void;
};

export function createEngineExecutions(parts: EngineExecutionsParts): EngineExecutions {
  const requested = new Map<string, JsonObject>();
  const elsewhere = new Set<string>();
  return {
    leaveOut: (effect) => void elsewhere.add(effect),
    hear: (events) => {
      for (const event of events) {
        if (event.kind === 'effect.requested' && event.effectKind === undefined)
          requested.set(event.effect, event.arguments);
        if (event.kind !== 'effect.settled' || event.effectKind !== undefined) continue;
        const given = requested.get(event.effect) ?? {};
        requested.delete(event.effect);
        if (!elsewhere.delete(event.effect)) parts.add(draftOf(parts, event, given));
      }
    },
  };
}

/** The trace has masked what nobody may read. */
function draftOf(
  { asked, scenario, kindOf }: EngineExecutionsParts,
  event: TraceEventOf<'effect.settled'>,
  given: JsonObject,
): AuditDraft {
  const { action, name, outcome, origin, failure, detail, outputs, status, duration, attempts } = event;
  return {
    ...asked(),
    scenario: scenario(),
    action: name,
    actionId: action,
    kind: kindOf(action),
    arguments: { ...given },
    outputs: { ...outputs },
    outcome,
    failure,
    detail,
    origin,
    status,
    duration,
    attempts,
    cached: false,
    request: '',
  };
}
