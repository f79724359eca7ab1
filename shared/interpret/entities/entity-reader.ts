import type { Json } from '../../base/json.ts';
import type { AttributeType } from '../../model/attribute-type.ts';
import { coerceValue } from '../../values/coerce-value.ts';
import type { Word } from '../read-words.ts';
import { elementType } from './entity-kind.ts';
import type { ExpectedAttribute, SpokenAt } from './expected-attribute.ts';

/** An utterance in which values are looked for. */
export type Said = { readonly text: string; readonly words: readonly Word[] };

/** What a value is read for. Without a time, words like "tomorrow" mean nothing. */
export type Wanted = { readonly attribute: ExpectedAttribute; readonly spoken: SpokenAt | null };

/** A value and the words it stands in, in the order said. */
export type FoundEntity = { readonly words: readonly Word[]; readonly value: Json };

/** How the values of one kind are read. */
export type EntityReader = {
  /** The value a stretch of words is, all of it; undefined when it is none. */
  readonly readWhole: (stretch: Said, wanted: Wanted) => Json | undefined;
  /** Every value among the words, the likeliest first. No word belongs to two. */
  readonly find: (said: Said, wanted: Wanted) => readonly FoundEntity[];
  /** The most words one value has. */
  readonly longest: number;
};

/** The stretch of the text some words cover, with what stands between them. */
export const wordsText = (words: readonly Word[], text: string): string =>
  text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);

/** The words a stretch of the text touches. */
export const wordsWithin = ({ words }: Said, start: number, end: number): readonly Word[] =>
  words.filter((word) => word.start < end && word.end > start);

/** One value as its attribute keeps it; of a collection, one of its values. */
export const toElement = (value: Json, type: AttributeType): Json => coerceValue(value, elementType(type) ?? 'string');
