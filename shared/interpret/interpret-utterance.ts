import type { Json, JsonObject } from '../base/json.ts';
import { callbackAttributes } from './callback-value.ts';
import { sentenceKey, type IndexedIntent, type SampleIndex } from './compile-samples.ts';
import { entityKind, entityValue } from './entity-kind.ts';
import { extractAttributes, type ExpectedAttribute } from './extract-attributes.ts';
import type { RankedIntent } from './ranked-intent.ts';
import { rateSamples, type Rating } from './rate-samples.ts';
import { wordsText } from './sample-pattern.ts';
import { readWords, type Word } from './read-words.ts';

export { compileSamples, type SampleEntry, type SampleIndex } from './compile-samples.ts';
export type { ExpectedAttribute, RankedIntent };

/** What the person did, as an interpreter sees it. `opened` is the callback `WELCOME`. */
export type Heard = {
  readonly text: string;
  /** A pressed button or sent form; null for typed text. */
  readonly callback: string | null;
  /** A button's value: `attribute.value`, or plain text for `callback_value`. */
  readonly value: string;
  /** A form's fields. */
  readonly fields: JsonObject;
};

/**
 * The embedded interpreter. `callbacks` is the interpreter record's map of callback id to intent id; `expected` says
 * for an intent id which attributes to look for. Best first; at most one answer per intent id.
 */
export function interpret(
  index: SampleIndex,
  callbacks: Readonly<Record<string, string>>,
  heard: Heard,
  expected: ReadonlyMap<string, readonly ExpectedAttribute[]>,
): readonly RankedIntent[] {
  const given = heard.value === '' ? heard.fields : { ...callbackAttributes(heard.value), ...heard.fields };
  if (heard.callback === null || heard.callback === '') return interpretText(index, heard.text, expected, given);
  const mapped = Object.hasOwn(callbacks, heard.callback) ? callbacks[heard.callback] : undefined;
  return [
    {
      intentId: mapped ?? heard.callback,
      confidence: 1,
      attributes: given,
      because: mapped === undefined ? 'the callback is the intent id' : `callback ${heard.callback}`,
    },
  ];
}

/** Below this a likeness is noise, and nobody wants to read it in a trace. */
const leastConfidence = 0.02;

function interpretText(
  index: SampleIndex,
  text: string,
  expected: ReadonlyMap<string, readonly ExpectedAttribute[]>,
  given: JsonObject,
): readonly RankedIntent[] {
  const words = readWords(text);
  const typesOf = (intent: IndexedIntent): readonly ExpectedAttribute[] => expected.get(intent.intentId) ?? [];
  const ratings = rateSamples(index, { text, words, key: sentenceKey(text, words) }, typesOf);
  const ranked = index.intents
    .flatMap((intent, number) => {
      const rating = ratings[number];
      if (rating === undefined || rating === null || rating.confidence < leastConfidence) return [];
      return [{ number, intent, rating, confidence: rounded(rating.confidence) }];
    })
    .sort((left, right) => right.confidence - left.confidence);
  return ranked.map(({ intent, rating, confidence }, place): RankedIntent => {
    const { because, likeness } = rating;
    const found = attributesOf(intent, rating, typesOf(intent), words, text);
    const answer = {
      intentId: intent.intentId,
      confidence,
      attributes: found === nothing ? given : { ...given, ...found },
      because: typeof because === 'string' ? because : place < mostExplained ? because() : 'little in common',
    };
    return place === 0 && likeness !== undefined ? { ...answer, ...explained(ranked) } : answer;
  });
}

/** Who comes after these did not decide anything; looking for the nearest sample of each would cost more than ranking. */
const mostExplained = 2;

type Ranked = {
  readonly number: number;
  readonly intent: IndexedIntent;
  readonly rating: Rating;
  readonly confidence: number;
};

function explained([best, runnerUp]: readonly Ranked[]): Pick<RankedIntent, 'detail'> {
  if (best?.rating.likeness === undefined) return {};
  return {
    detail: {
      ...best.rating.likeness.detail(runnerUp?.number ?? null),
      runnerUp: runnerUp === undefined ? null : { intentId: runnerUp.intent.intentId, confidence: runnerUp.confidence },
      gap: rounded(best.confidence - (runnerUp?.confidence ?? 0)),
    },
  };
}

/** Enough to rank by, and the same on every machine although logarithms differ in their last digit. */
const rounded = (confidence: number): number => Math.round(confidence * 10_000) / 10_000;

const nothing: JsonObject = {};

function attributesOf(
  intent: IndexedIntent,
  rating: Rating,
  expected: readonly ExpectedAttribute[],
  words: readonly Word[],
  text: string,
): JsonObject {
  if (expected.length === 0 && intent.slots.length === 0) return nothing;
  const typed = new Map(expected.map((attribute) => [attribute.name, attribute]));
  const captured = rating.captures.map(({ attribute, kind, words: taken }): [string, Json] => [
    attribute,
    entityValue(kind, wordsText(taken, text), typed.get(attribute)?.type ?? 'string'),
  ]);
  const found = new Map<string, Json>(captured);
  const wanted = [
    ...expected,
    ...intent.slots.filter((name) => !typed.has(name)).map((name) => ({ name, type: 'string' as const })),
  ].filter(({ name, type }) => !found.has(name) && entityKind(name, type) !== 'text');
  const taken = new Set(rating.captures.flatMap((capture) => capture.words));
  for (const [name, value] of extractAttributes(wanted, words, text, taken)) found.set(name, value);
  return Object.fromEntries(found);
}
