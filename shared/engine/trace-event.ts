import type { Json, JsonObject } from '../base/json.ts';
import type { RankedIntent } from '../interpret/ranked-intent.ts';
import type { Operation } from '../model/condition.ts';
import type { ActionFailure, Origin, RequestSummary, ResponseSummary } from './effect.ts';
import type { BlockOutput } from './output.ts';
import type { Utterance } from './utterance.ts';

/**
 * The envelope of every event. `seq` is dense from 1 in a session; `causedBy` is an earlier `seq` or null, so that the
 * events of an exchange form a tree; `ref` is the id of the record on the canvas the event is about, or null.
 * Values of sensitive attributes are masked before they get here.
 */
export type TraceEnvelope = {
  readonly v: 1;
  readonly session: string;
  readonly exchange: number;
  readonly seq: number;
  /** Milliseconds since 1970, from the input. */
  readonly at: number;
  readonly causedBy: number | null;
  readonly ref: string | null;
};

export type RejectionReason =
  /** Interpreted, but below its own threshold, or not interpreted at all. */
  | 'confidence'
  /** A condition of the candidate or of a level above it did not hold. */
  | 'condition'
  /** Not searched from this position. */
  | 'scope'
  /** Matched, but another candidate ranked higher. */
  | 'rank';

/** What is being looked for, and from where. */
export type ScopeKind = 'startingPath' | 'midTurn' | 'outOfTurn' | 'inTurn';

export type { RankedIntent };

export type LostCandidate = {
  readonly ref: string;
  readonly intentId: string;
  readonly reason: RejectionReason;
  /** The `seq` of the event that shows it. */
  readonly seq: number;
};

export type PositionSnapshot = {
  readonly conversation: string | null;
  readonly scene: string | null;
  readonly turn: string | null;
  readonly intent: string | null;
  readonly midTurn: boolean;
};

export type TraceDetail =
  | {
      readonly kind: 'session.opened';
      readonly user: string;
      readonly seed: number;
      readonly program: string;
      /** Absent: UTC. */
      readonly zone?: string;
    }
  | { readonly kind: 'session.expired'; readonly idleSeconds: number; readonly lifetime: number }
  | { readonly kind: 'utterance.received'; readonly utterance: Utterance }
  /** `speaker` is who is looked for; `searched` the ids of the levels and intents that were looked through. */
  | {
      readonly kind: 'scope.entered';
      readonly scope: ScopeKind;
      readonly speaker: 'USER' | 'APP';
      /** Why this scope: `utterance`, `reply`, `virtual`, or the synthetic intent of the no-match ladder. */
      readonly because: string;
      readonly searched: readonly string[];
    }
  | {
      readonly kind: 'intent.ranked';
      readonly interpreter: string;
      readonly text: string;
      readonly ranking: readonly RankedIntent[];
      /** Where the ranking comes from, when it had to be asked for. */
      readonly origin?: Origin;
    }
  | {
      readonly kind: 'candidate.considered';
      readonly intentId: string;
      readonly speaker: 'USER' | 'APP';
      /** null: chosen without interpretation. */
      readonly confidence: number | null;
      readonly threshold: number | null;
    }
  | {
      readonly kind: 'candidate.rejected';
      readonly intentId: string;
      readonly reason: RejectionReason;
      readonly confidence: number | null;
      readonly threshold: number | null;
      /** For `rank`: the candidate that won. */
      readonly lostTo: string | null;
    }
  /** `ref` is the record whose condition it is; `path` says which of its conditions, for example `0` or `1.any.0`. */
  | {
      readonly kind: 'condition.evaluated';
      readonly path: string;
      readonly operation: Operation | 'all' | 'any' | 'none';
      readonly left: Json;
      readonly leftText: string;
      readonly right: Json;
      readonly rightText: string;
      readonly outcome: boolean;
    }
  | { readonly kind: 'intent.matched'; readonly intentId: string; readonly confidence: number | null }
  | { readonly kind: 'match.missed'; readonly because: string; readonly candidates: readonly LostCandidate[] }
  | {
      readonly kind: 'attribute.set';
      readonly context: string;
      readonly name: string;
      readonly before: Json;
      readonly after: Json;
      readonly origin: Origin;
      /** The record it came from: an intent, an action, or null. */
      readonly source: string | null;
    }
  /**
   * `ref` is the action use, so that its node on the canvas lights up. With `effectKind` an interpreter is asked:
   * `ref` and `action` are its id then, and the arguments are the text. `step` names the step of a workflow that asks:
   * `items[0].lookup`.
   */
  | {
      readonly kind: 'effect.requested';
      readonly effect: string;
      readonly effectKind?: 'interpret.run';
      readonly step?: string;
      readonly action: string;
      readonly name: string;
      readonly arguments: JsonObject;
    }
  | {
      readonly kind: 'effect.settled';
      readonly effect: string;
      readonly effectKind?: 'interpret.run';
      readonly step?: string;
      readonly action: string;
      readonly name: string;
      readonly outcome: 'succeeded' | 'failed';
      readonly origin: Origin;
      readonly failure: ActionFailure | null;
      readonly detail: string;
      readonly outputs: JsonObject;
      readonly status: number | null;
      readonly duration: number;
      readonly attempts: number;
      readonly request: RequestSummary | null;
      readonly response: ResponseSummary | null;
    }
  | {
      readonly kind: 'action.skipped';
      readonly step?: string;
      readonly action: string;
      readonly name: string;
      readonly failure: ActionFailure;
      readonly detail: string;
    }
  | { readonly kind: 'intent.selected'; readonly intentId: string }
  | { readonly kind: 'message.sent'; readonly message: string | null; readonly blocks: readonly BlockOutput[] }
  | { readonly kind: 'transition.taken'; readonly from: PositionSnapshot; readonly to: PositionSnapshot }
  | { readonly kind: 'virtual.entered'; readonly intentId: string; readonly depth: number }
  | { readonly kind: 'confirmation.asked'; readonly action: string; readonly name: string; readonly question: string }
  | {
      readonly kind: 'budget.reached';
      readonly budget: 'virtualIntents' | 'actions' | 'steps';
      readonly limit: number;
      /** The ids that keep recurring. */
      readonly cycle: readonly string[];
    }
  | { readonly kind: 'run.paused'; readonly why: 'effects' | 'confirmation' }
  | {
      readonly kind: 'exchange.ended';
      readonly matched: string | null;
      readonly selected: readonly string[];
      readonly position: PositionSnapshot;
    }
  | { readonly kind: 'engine.faulted'; readonly sentence: string };

/** One fact about a run. From these alone: why this reply, why not another, where a value came from, what took long. */
export type TraceEvent = TraceEnvelope & TraceDetail;
export type TraceEventOf<Kind extends TraceDetail['kind']> = TraceEnvelope & Extract<TraceDetail, { kind: Kind }>;
