import type { IndexedIntent, IndexedSample, SampleIndex } from './compile-samples.ts';
import { entityKind } from './entities/entity-kind.ts';
import { entityReaders } from './entities/entity-readers.ts';
import type { ExpectedAttribute, SpokenAt } from './extract-attributes.ts';
import { isSlot, matchPattern, type Capture, type Slot, type WantedOf } from './sample-pattern.ts';
import { rateLikeness, type Likeness } from './rate-likeness.ts';
import type { Word } from './read-words.ts';
import { withinFrame } from './sentence-frame.ts';

/** What speaks for an intent: how much, and what its slots took; and what decided, unless likeness did. */
export type Rating = {
  readonly confidence: number;
  readonly because: string | null;
  readonly captures: readonly Capture[];
  readonly likeness?: Likeness;
};

const none: readonly never[] = [];

type Said = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly key: string;
  readonly spoken: SpokenAt | null;
};
type ExpectedOf = (intent: IndexedIntent) => readonly ExpectedAttribute[];

/** The best rating of each intent, by its number; null when nothing speaks for it. */
export function rateSamples(index: SampleIndex, said: Said, expectedOf: ExpectedOf): readonly (Rating | null)[] {
  const ratings: (Rating | null)[] = index.intents.map(() => null);
  const offer = (intent: number, rating: Rating): void => {
    if (rating.confidence > (ratings[intent]?.confidence ?? 0)) ratings[intent] = rating;
  };
  for (const { intent, quoted } of index.exact.get(said.key) ?? none) {
    offer(intent, { confidence: 1, because: `the same as ${quoted}`, captures: none });
  }
  const point = index.patterns.length === 0 ? null : withoutFrame(said);
  for (const sample of index.patterns) {
    const wantedOf = wantedLookup(index, sample.intent, said, expectedOf);
    const rating = ratePattern(sample, said, wantedOf) ?? rateFramed(sample, point, wantedOf);
    if (rating !== null) offer(sample.intent, rating);
  }
  // What is certain already needs no comparing.
  if (ratings.every((rating) => rating?.confidence === 1)) return ratings;
  rateLikeness(index, said.words, (intent, likeness) => {
    const { confidence } = likeness;
    const fitting = ratings[intent];
    // A likeness may be surer than the sample whose slots fit, but only that sample knows what they took.
    if (fitting == null) offer(intent, { confidence, because: null, captures: none, likeness });
    else if (confidence > fitting.confidence) ratings[intent] = { ...fitting, confidence };
  });
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

function ratePattern({ pattern, quoted }: IndexedSample, said: Said, wantedOf: WantedOf): Rating | null {
  const captures = matchPattern(pattern, said, wantedOf);
  const because = `fits ${quoted}`;
  const onlySlots = pattern.items.every(isSlot);
  if (captures !== null) {
    const kinds = new Set(captures.map(({ kind }) => kind));
    if (kinds.has('text')) return { confidence: onlySlots ? onlyFreeSlot : freeSlot, because, captures };
    return { confidence: onlySlots && kinds.has('name') ? onlyNameSlot : 1, because, captures };
  }
  return onlySlots ? containedValue(pattern.items.filter(isSlot), said, wantedOf, because) : null;
}

/** It fits, but for "could you please" or "thank you". */
const framed = 0.95;

function rateFramed(sample: IndexedSample, point: Said | null, wantedOf: WantedOf): Rating | null {
  const rating = point === null ? null : ratePattern(sample, point, wantedOf);
  return rating === null ? null : { ...rating, confidence: Math.min(rating.confidence, framed) };
}

function withoutFrame(said: Said): Said | null {
  const [start, end] = withinFrame(said.words.map(({ form }) => form));
  return end - start === said.words.length ? null : { ...said, words: said.words.slice(start, end) };
}

/** "it is zoe@example.com" for the sample "{user.email}". */
function containedValue(slots: readonly Slot[], said: Said, wantedOf: WantedOf, because: string): Rating | null {
  const [slot] = slots;
  if (slots.length !== 1 || slot === undefined) return null;
  const wanted = wantedOf(slot.attribute);
  const kind = entityKind(wanted.attribute);
  if (kind === null || kind === 'text' || kind === 'name' || kind === 'yesNo') return null;
  const found = entityReaders[kind]
    .find(said, wanted)
    .find(({ words: [first] }) => kind !== 'code' || isLikelyCode(first?.raw ?? ''));
  if (found === undefined) return null;
  return { confidence: containsValue, because, captures: [{ attribute: slot.attribute, kind, ...found }] };
}

const isLikelyCode = (raw: string): boolean => raw.length >= shortestContainedCode && /\d/.test(raw);

/** Slots nobody registered are texts. */
function wantedLookup(index: SampleIndex, number: number, { spoken }: Said, expectedOf: ExpectedOf): WantedOf {
  const intent = index.intents[number];
  const expected = intent === undefined ? [] : expectedOf(intent);
  return (name) => ({
    attribute: expected.find((attribute) => attribute.name === name) ?? { name, type: 'string' },
    spoken,
  });
}
