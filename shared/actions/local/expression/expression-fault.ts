import type { SyntaxProblem } from '../../../reference/reference.ts';

/**
 * Stops the reading or working out of an expression from wherever it is. Caught where either began, and a value from
 * there on: nobody outside this folder sees it thrown.
 */
export class ExpressionFault extends Error {
  readonly position: number;
  readonly length: number;
  /** Whether `false && …` may pass over it; what costs too much is not passed over. */
  readonly isFinal: boolean;

  constructor(sentence: string, place: { readonly start: number; readonly end: number }, isFinal = false) {
    super(sentence);
    this.position = place.start;
    this.length = Math.max(0, place.end - place.start);
    this.isFinal = isFinal;
  }

  get problem(): SyntaxProblem {
    return { position: this.position, length: this.length, sentence: this.message };
  }
}
