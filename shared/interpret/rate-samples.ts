import type { AttributeType } from '../model/attribute-type.ts';
import type { IndexedIntent, IndexedSample, SampleIndex } from './compile-samples.ts';
import { entityKind, isEntity } from './entity-kind.ts';
import type { ExpectedAttribute } from './extract-attributes.ts';
import { isSlot, matchPattern, type Capture } from './sample-pattern.ts';
import { quoteSample } from './quote-sample.ts';
import { rateLikeness, type Likeness } from './rate-likeness.ts';
import type { Word } from './read-words.ts';

/** What speaks for an intent: how much, which sample, and what its slots took; the likeness, if that decided. */
export type Rating = {
  readonly confidence: number;
  readonly because: string | (() => string);
  readonly captures: readonly Capture[];
  readonly likeness?: Likeness;
};

type Said = { readonly text: string; readonly words: readonly Word[]; readonly key: string };
type TypesOf = (intent: IndexedIntent) => readonly ExpectedAttribute[];

/** The best rating of each intent, by its number; null when nothing speaks for it. */
export function rateSamples(index: SampleIndex, said: Said, typesOf: TypesOf): readonly (Rating | null)[] {
  const ratings: (Rating | null)[] = index.intents.map(() => null);
  const offer = (intent: number, rating: Rating): void => {
    if (rating.confidence > (ratings[intent]?.confidence ?? 0)) ratings[intent] = rating;
  };
  for (const { intent, pattern } of index.exact.get(said.key) ?? []) {
    offer(intent, { confidence: 1, because: `the same as ${quoteSample(pattern.sample)}`, captures: [] });
  }
  for (const sample of index.patterns) {
    const rating = ratePattern(sample, said, typeLookup(index, sample.intent, typesOf));
    if (rating !== null) offer(sample.intent, rating);
  }
  // What is certain already needs no comparing.
  if (ratings.every((rating) => rating?.confidence === 1)) return ratings;
  for (const [intent, likeness] of rateLikeness(index, said.words)) {
    const { confidence, because } = likeness;
    const fitting = ratings[intent];
    // A likeness may be surer than the sample whose slots fit, but only that sample knows what they took.
    if (fitting == null) offer(intent, { confidence, because, captures: [], likeness });
    else if (confidence > fitting.confidence) ratings[intent] = { ...fitting, confidence };
  }
  return ratings;
}

/** A sentence with shaped values in its slots is as good as the same words; one that takes anything is not. */
const freeSlot = 0.9;
/** Nothing but a slot: "{user.comment}" takes whatever is said, and gives way to every other match. */
const onlyNameSlot = 0.6;
const onlyFreeSlot = 0.55;
/** The value is there, in a sentence nobody foresaw. */
const containsValue = 0.65;
/** Shorter ones count things more often than they name them. */
const shortestContainedCode = 3;

function ratePattern(
  { pattern }: IndexedSample,
  said: Said,
  typeOf: (attribute: string) => AttributeType,
): Rating | null {
  const captures = matchPattern(pattern, said.words, said.text, typeOf);
  const because = `fits ${quoteSample(pattern.sample)}`;
  const onlySlots = pattern.items.every(isSlot);
  if (captures !== null) {
    const kinds = new Set(captures.map(({ kind }) => kind));
    if (kinds.has('text')) return { confidence: onlySlots ? onlyFreeSlot : freeSlot, because, captures };
    return { confidence: onlySlots && kinds.has('name') ? onlyNameSlot : 1, because, captures };
  }
  return onlySlots ? containedValue(pattern.items.filter(isSlot), said, typeOf, because) : null;
}

/** "it is zoe@example.com" for the sample "{user.email}". */
function containedValue(
  slots: readonly { readonly attribute: string }[],
  { words }: Said,
  typeOf: (attribute: string) => AttributeType,
  because: string,
): Rating | null {
  const [slot] = slots;
  const kind = slot === undefined ? null : entityKind(slot.attribute, typeOf(slot.attribute));
  if (slots.length !== 1 || slot === undefined || kind === null || kind === 'text' || kind === 'name') return null;
  const word = words.find(({ raw }) => isEntity(kind, raw) && (kind !== 'code' || isLikelyCode(raw)));
  return word === undefined
    ? null
    : { confidence: containsValue, because, captures: [{ attribute: slot.attribute, kind, words: [word] }] };
}

const isLikelyCode = (raw: string): boolean => raw.length >= shortestContainedCode && /\d/.test(raw);

/** Slots without a registered type are texts. */
function typeLookup(index: SampleIndex, number: number, typesOf: TypesOf): (attribute: string) => AttributeType {
  const intent = index.intents[number];
  const types = intent === undefined ? [] : typesOf(intent);
  return (attribute) => types.find(({ name }) => name === attribute)?.type ?? 'string';
}
