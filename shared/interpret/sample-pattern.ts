import type { AttributeType } from '../model/attribute-type.ts';
import { parseTemplate } from '../reference/parse-template.ts';
import { entityKind, isEntity, type EntityKind } from './entity-kind.ts';
import { mostWords, readWords, type Word } from './read-words.ts';

/** A hole in a sample: `{user.order_id}` takes the words that stand there. */
export type Slot = { readonly attribute: string };
export type PatternItem = string | Slot;

/** A sample as words and slots. Without slots it is a plain sentence. */
export type SamplePattern = {
  readonly sample: string;
  readonly items: readonly PatternItem[];
  readonly hasSlots: boolean;
};

export function readPattern(sample: string): SamplePattern {
  const items: PatternItem[] = [];
  for (const part of parseTemplate(sample).parts) {
    if (typeof part === 'string') items.push(...readWords(part).map(({ form }) => form));
    else items.push({ attribute: part.reference.attribute });
  }
  const kept = items.slice(0, mostWords);
  return { sample, items: kept, hasSlots: kept.some(isSlot) };
}

export const isSlot = (item: PatternItem): item is Slot => typeof item !== 'string';

/** The words a slot took. */
export type Capture = { readonly attribute: string; readonly kind: EntityKind; readonly words: readonly Word[] };

/** A slot takes a few words; a comment or a question may take more. */
const mostSlotWords = 4;
const mostTextWords = 24;

/** Fits a whole utterance to a pattern; null when it does not. Slots take as few words as they can. */
export function matchPattern(
  pattern: SamplePattern,
  words: readonly Word[],
  text: string,
  typeOf: (attribute: string) => AttributeType,
): readonly Capture[] | null {
  const { items } = pattern;
  // Reached again, a pair of places that failed once fails again: so the search stays small.
  const failed = new Set<number>();
  const captures: Capture[] = [];

  const matchFrom = (item: number, word: number): boolean => {
    const wanted = items[item];
    if (wanted === undefined) return word === words.length;
    const key = item * (words.length + 1) + word;
    if (failed.has(key)) return false;
    const matched = isSlot(wanted)
      ? matchSlot(wanted, item, word)
      : words[word]?.form === wanted && matchFrom(item + 1, word + 1);
    if (!matched) failed.add(key);
    return matched;
  };

  const matchSlot = ({ attribute }: Slot, item: number, word: number): boolean => {
    const kind = entityKind(attribute, typeOf(attribute));
    if (kind === null) return false;
    const most = Math.min(kind === 'text' ? mostTextWords : mostSlotWords, words.length - word);
    for (let size = 1; size <= most; size += 1) {
      const taken = words.slice(word, word + size);
      if (!isEntity(kind, wordsText(taken, text)) || !matchFrom(item + 1, word + size)) continue;
      captures.unshift({ attribute, kind, words: taken });
      return true;
    }
    return false;
  };

  return matchFrom(0, 0) ? captures : null;
}

/** The stretch of the text some words cover, with what stands between them. */
export const wordsText = (words: readonly Word[], text: string): string =>
  text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
