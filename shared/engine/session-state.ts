import type { Json, JsonObject } from '../base/json.ts';
import type { Seed } from '../base/seeded-random.ts';
import type { RankedIntent } from '../interpret/ranked-intent.ts';
import type { ActionId, ActionUseId, InterpreterId } from '../model/ids.ts';
import type { ActionFailure, Effect, Origin } from './effect.ts';
import type { MessageOutput } from './output.ts';
import type { PositionSnapshot, TraceEvent } from './trace-event.ts';
import type { TalkHistory } from './talk-history.ts';
import type { Utterance } from './utterance.ts';

/** Where an exchange stands, so that it can be left and taken up again. */
export type Cursor =
  /** What was said is to be understood; interpreters that had to be asked are, or have been. */
  | ({ readonly at: 'understand' } & AskedSearch)
  /** The actions of an intent; `next` is the index of the one to run. */
  | { readonly at: 'actions'; readonly intent: string; readonly next: number }
  /** A reply is to be chosen. */
  | { readonly at: 'reply' }
  | { readonly at: 'message'; readonly intent: string }
  | { readonly at: 'virtual'; readonly intent: string }
  | { readonly at: 'end' };

/** A search that interpreters were asked for: what is known of it by now. */
export type AskedSearch = {
  /** When they were asked: "tomorrow" is the day after that, however long they think. */
  readonly asked: number;
  /** `seq` of the event that says what is searched. */
  readonly entered: number;
  /** What the conditions of levels gave, by level id; each is checked once a search. */
  readonly guards: { readonly [level: string]: boolean };
  /** Somebody may find a sensitive value in what was said, so that the trace covers all of it. */
  readonly concealed: boolean;
  readonly readings: readonly {
    readonly interpreter: InterpreterId;
    /** `seq` of the event that shows it. */
    readonly seq: number;
    readonly ranking: readonly RankedIntent[];
  }[];
};

/** An interpreter that has been asked and has not answered yet. */
export type PendingInterpretation = {
  readonly effect: string;
  readonly interpreter: InterpreterId;
  readonly requested: number;
};

/** What an exchange waits for. Arguments are those that were shown when the question was asked. */
export type Awaited =
  | { readonly kind: 'effect'; readonly effect: string; readonly use: ActionUseId; readonly requested: number }
  /** All at once; the exchange goes on when the last has answered. */
  | { readonly kind: 'interpretation'; readonly pending: readonly PendingInterpretation[] }
  /** A workflow, for the actions it has pending. */
  | { readonly kind: 'workflow'; readonly use: ActionUseId }
  | {
      readonly kind: 'confirmation';
      readonly use: ActionUseId;
      readonly arguments: JsonObject;
      readonly asked: number;
      /** The step of a workflow it is about; absent for an action of the intent itself. */
      readonly step?: { readonly place: string; readonly label: string; readonly action: ActionId };
    };

/**
 * A workflow under way, by places in its tree of steps: `2.0.1` is the second step of the first round of the loop that
 * is the third step, `2.0.1/0` the first step of the workflow that runs there.
 */
export type WorkflowRun = {
  readonly use: ActionUseId;
  /** Workflows that have begun and are not over; the outermost at the empty place. */
  readonly frames: { readonly [place: string]: WorkflowFrame };
  /** What loops go through, as it was when each began. */
  readonly lists: { readonly [place: string]: readonly Json[] };
  readonly done: { readonly [place: string]: StepDone };
  readonly pending: readonly { readonly place: string; readonly effect: string; readonly requested: number }[];
};

export type WorkflowFrame = {
  readonly action: ActionId;
  readonly effect: string;
  readonly requested: number;
  /** When, in milliseconds since 1970. */
  readonly began: number;
  readonly arguments: JsonObject;
  /** Names of arguments nobody may read. */
  readonly hidden: readonly string[];
};

/** How a step of a workflow ended. `skipped`: its conditions did not hold, which is no failure. */
export type StepDone = {
  readonly outcome: 'succeeded' | 'failed' | 'skipped';
  /** Null: nothing to read. */
  readonly outputs: JsonObject | null;
  readonly failure: ActionFailure | null;
  readonly detail: string;
  readonly origin: Origin;
};

/** An exchange in flight. */
export type Exchange = {
  readonly utterance: Utterance;
  /** When the person had last said something before this; `user.last_seen` as long as the exchange lasts. */
  readonly heardBefore: number | null;
  /** `seq` of the event that says what came in. */
  readonly root: number;
  /** `seq` of the event that the next ones follow from. */
  readonly cause: number;
  readonly cursor: Cursor;
  readonly awaited: Awaited | null;
  /** Absent while no workflow is under way. */
  readonly workflow?: WorkflowRun;
  /** Ids of the records: what was heard first, and every reply. */
  readonly matched: string | null;
  readonly selected: readonly string[];
  /** Intents in the order they came up, to name a cycle. */
  readonly visited: readonly string[];
  readonly virtuals: number;
  readonly actions: number;
  readonly steps: number;
  /** A budget is used up: nothing more happens in this exchange. */
  readonly exhausted: boolean;
};

/** Contexts by name; each holds attribute values by name. A missing attribute has no key. */
export type ContextValues = { readonly [context: string]: { readonly [attribute: string]: Json } };

/** A session at rest or waiting: plain JSON, bounded, all that is needed to go on. */
export type SessionState = {
  readonly v: 1;
  readonly session: string;
  readonly user: string;
  /** Hash of the program it last ran on. */
  readonly program: string;
  readonly permissionLevel: number;
  readonly seed: Seed;
  readonly seq: number;
  readonly exchange: number;
  readonly openedAt: number;
  /** When the person last said something. */
  readonly heardAt: number | null;
  /** The time zone "tomorrow at five" is told in; absent: UTC. */
  readonly zone?: string;
  readonly position: PositionSnapshot;
  /** The last intent either side said, whatever the position; what `listensFor` and valid origins look at. */
  readonly previous: string | null;
  /** The conversation that was completed last. */
  readonly completed: string | null;
  readonly contexts: ContextValues;
  readonly history: TalkHistory;
  readonly current: Exchange | null;
  /** What was said while an action was running; heard in order when it is done. */
  readonly queue: readonly Utterance[];
};

/** Whose turn it is: the person, running actions and interpreters, or the person's yes or no. */
export type Waiting = 'user' | 'actions' | 'confirmation';

/** All that came of one input. */
export type StepResult = {
  readonly state: SessionState;
  readonly outputs: readonly MessageOutput[];
  readonly effects: readonly Effect[];
  readonly trace: readonly TraceEvent[];
  readonly waiting: Waiting;
};

/** How a session begins. `attributes` are set by reference (`user.tier`), as if edited by hand. */
export type OpenOptions = {
  readonly session: string;
  readonly user: string;
  /** What the `user` context held when this person was last here. */
  readonly userAttributes: JsonObject;
  /** The same for contexts of the scenario that last for the user. */
  readonly userContexts?: ContextValues | undefined;
  readonly attributes: JsonObject;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The person's time zone, such as Europe/Athens or +02:00; UTC without one, or when there is no such zone. */
  readonly zone?: string | undefined;
  readonly seed: Seed;
  readonly permissionLevel: number;
};
