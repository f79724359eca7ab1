import type { JsonObject } from '../base/json.ts';

/** One answer of an interpreter. */
export type RankedIntent = {
  readonly intentId: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly attributes: JsonObject;
  /** What decided, in a few words: the sample it resembled, the callback. */
  readonly because: string;
  /** The same as facts, for the best answer when likeness to samples decided. */
  readonly detail?: LikenessDetail;
};

/** Why likeness chose this intent. */
export type LikenessDetail = {
  /** The sample that is nearest. */
  readonly sample: string;
  /** Its share among the intents in scope, 0 to 1; unlike the confidence it says nothing about "none of these". */
  readonly share: number;
  /** How much each word spoke for it rather than for the runner-up; below zero: against it. In the order said. */
  readonly words: readonly { readonly word: string; readonly weight: number }[];
  /** Words that no sample in scope has. */
  readonly unknown: readonly string[];
  readonly runnerUp: { readonly intentId: string; readonly confidence: number } | null;
  /** How far ahead of the runner-up its confidence is. */
  readonly gap: number;
};
