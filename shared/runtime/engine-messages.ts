import type { Json, JsonObject } from '../base/json.ts';
import type { ActionRun, EffectResult, InterpretRun } from '../engine/effect.ts';
import type { MessageOutput } from '../engine/output.ts';
import type { Waiting } from '../engine/session-state.ts';
import type { TraceEvent } from '../engine/trace-event.ts';
import type { Utterance } from '../engine/utterance.ts';
import type { ActionKind } from '../model/action-record.ts';
import type { UnderstandingScore } from '../understanding/score-schema.ts';
import type { Trial, TrialScope } from '../understanding/trial-schema.ts';
import type { EffectSetting, InterpretSetting } from './effect-setting.ts';

/**
 * What the host and the engine's own process say to each other. Plain data, both ways; no secret, no path and no socket
 * ever goes in. One process holds one session.
 */
export type ToEngine =
  | {
      readonly kind: 'start';
      readonly request: number;
      /** The scenario as it stands in a file. */
      readonly text: string;
      readonly session: string;
      readonly user: string;
      readonly seed: number;
      readonly attributes: JsonObject;
    }
  | { readonly kind: 'reload'; readonly request: number; readonly text: string }
  /** For a test panel: what is needed to run one action by itself, in the talk that is going on here, a saved one, or none. */
  | {
      readonly kind: 'describe';
      readonly request: number;
      readonly text: string;
      readonly action: string;
      readonly talk?: 'here' | { readonly session: string };
    }
  /**
   * Runs one action without the talk, as `runActionAlone` does: what the host has to do of it is asked for as effects.
   * `talk` is where references and scripts find a conversation. The ids of its effects begin with `as` and a colon, so
   * that they are none of the talk's.
   */
  | {
      readonly kind: 'alone';
      readonly request: number;
      readonly as: string;
      readonly text: string;
      readonly action: string;
      readonly arguments: JsonObject;
      readonly seed: number;
      readonly talk?: 'here' | { readonly session: string };
    }
  /** How well its samples teach, and what an utterance would mean. A newer one stops the older. */
  | { readonly kind: 'score'; readonly request: number; readonly text: string; readonly seed: number }
  | {
      readonly kind: 'try';
      readonly request: number;
      readonly text: string;
      readonly utterance: string;
      readonly scope: TrialScope;
    }
  | { readonly kind: 'stopInterpreting' }
  | { readonly kind: 'say'; readonly utterance: Utterance }
  | { readonly kind: 'confirm'; readonly approved: boolean }
  | { readonly kind: 'set'; readonly reference: string; readonly value: Json }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'settled'; readonly effect: string; readonly result: EffectResult };

/** What a host may know of a scenario without reading it: its name, and the kinds of its actions by id. */
export type AboutScenario = { readonly name: string; readonly kinds: Readonly<Record<string, ActionKind>> };

export type FromEngine =
  /** Answers `start` and `reload`: the hash of the program. */
  | { readonly kind: 'compiled'; readonly request: number; readonly program: string; readonly about: AboutScenario }
  | { readonly kind: 'refused'; readonly request: number; readonly sentence: string }
  | { readonly kind: 'described'; readonly request: number; readonly setting: EffectSetting | null }
  /** Answers `alone`, when all of it has ended. */
  | {
      readonly kind: 'ended';
      readonly request: number;
      readonly result: EffectResult;
      readonly trace: readonly TraceEvent[];
    }
  /** Null: it was stopped. */
  | { readonly kind: 'scored'; readonly request: number; readonly score: UnderstandingScore | null }
  | { readonly kind: 'tried'; readonly request: number; readonly trial: Trial | null }
  | { readonly kind: 'scoring'; readonly request: number; readonly done: number; readonly total: number }
  | { readonly kind: 'effect'; readonly effect: ActionRun; readonly setting: EffectSetting | null }
  /** An interpreter is to be asked. Answered by `settled`, and called off, as an action is. */
  | { readonly kind: 'interpret'; readonly effect: InterpretRun; readonly setting: InterpretSetting | null }
  | { readonly kind: 'effectCancelled'; readonly effect: string }
  | { readonly kind: 'traced'; readonly events: readonly TraceEvent[] }
  | { readonly kind: 'replied'; readonly messages: readonly MessageOutput[] }
  | { readonly kind: 'waiting'; readonly waiting: Waiting }
  /** Our own bug. The process is of no more use. */
  | { readonly kind: 'faulted'; readonly sentence: string };
