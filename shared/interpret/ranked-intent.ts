import type { JsonObject } from '../base/json.ts';

/** One answer of an interpreter. */
export type RankedIntent = {
  readonly intentId: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly attributes: JsonObject;
  /** What decided, in a few words: the sample it resembled, the callback. */
  readonly because: string;
};
