import type { Json } from '../base/json.ts';
import { parseTemplate } from '../reference/parse-template.ts';
import { entityKind, type EntityKind } from './entities/entity-kind.ts';
import { wordsText, type Said, type Wanted } from './entities/entity-reader.ts';
import { entityReaders } from './entities/entity-readers.ts';
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

/** The words a slot took, and the value they are. */
export type Capture = {
  readonly attribute: string;
  readonly kind: EntityKind;
  readonly words: readonly Word[];
  readonly value: Json;
};

/** What a slot is for, by the name of its attribute. */
export type WantedOf = (attribute: string) => Wanted;

/** Fits a whole utterance to a pattern; null when it does not. Slots take as few words as they can. */
export function matchPattern(
  pattern: SamplePattern,
  { words, text }: Said,
  wantedOf: WantedOf,
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
    const wanted = wantedOf(attribute);
    const kind = entityKind(wanted.attribute);
    if (kind === null) return false;
    const reader = entityReaders[kind];
    const most = Math.min(reader.longest, words.length - word);
    for (let size = 1; size <= most; size += 1) {
      // Reading a value costs more than seeing that the words behind it do not fit.
      if (!mayGoOn(items[item + 1], words[word + size])) continue;
      const taken = words.slice(word, word + size);
      const value = reader.readWhole({ text: wordsText(taken, text), words: placed(taken) }, wanted);
      if (value === undefined || !matchFrom(item + 1, word + size)) continue;
      captures.unshift({ attribute, kind, words: taken, value });
      return true;
    }
    return false;
  };

  return matchFrom(0, 0) ? captures : null;
}

const mayGoOn = (next: PatternItem | undefined, word: Word | undefined): boolean =>
  next === undefined ? word === undefined : isSlot(next) ? word !== undefined : word?.form === next;

/** Words as they stand in a text of their own. */
function placed(words: readonly Word[]): readonly Word[] {
  const from = words[0]?.start ?? 0;
  return words.map((word) => ({ ...word, start: word.start - from, end: word.end - from }));
}
