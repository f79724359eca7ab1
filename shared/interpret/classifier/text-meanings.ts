import { isSlot, type PatternItem } from '../sample-pattern.ts';
import type { Meaning } from './meaning.ts';

/** What whole texts mean to a model that cannot be asked while an utterance is ranked: worked out ahead, text by text. */
export type TextMeanings = {
  readonly dimensions: number;
  /** Null for a text without words, and for one that has not been learned. */
  readonly meaningOf: (items: readonly PatternItem[]) => Meaning;
};

/** Texts and their vectors, those used longest ago given up first. */
export type TextMemory = TextMeanings & {
  /** The text of a sample or an utterance, as the model is to read it; empty when it has no words. */
  readonly textOf: (items: readonly PatternItem[]) => string;
  readonly knows: (text: string) => boolean;
  /** The vector has length one. */
  readonly learn: (text: string, vector: Float32Array) => void;
};

export function createTextMemory(dimensions: number, mostTexts: number): TextMemory {
  const known = new Map<string, Float32Array>();
  const textOf = (items: readonly PatternItem[]): string =>
    items
      .map((item) => (isSlot(item) ? '' : item))
      .filter((form) => form !== '')
      .join(' ');
  return {
    dimensions,
    textOf,
    knows: (text) => known.has(text),
    learn: (text, vector) => {
      known.delete(text);
      known.set(text, vector);
      for (const oldest of known.keys()) {
        if (known.size <= mostTexts) break;
        known.delete(oldest);
      }
    },
    meaningOf: (items) => {
      const text = textOf(items);
      const vector = known.get(text);
      if (vector === undefined) return null;
      known.delete(text);
      known.set(text, vector);
      return { vector, length: 1 };
    },
  };
}
