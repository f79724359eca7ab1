import type { Json, JsonObject } from '../base/json.ts';
import { callbackAttributes } from './callback-value.ts';
import { sentenceKey, type IndexedIntent, type SampleIndex } from './compile-samples.ts';
import { extractAttributes, type ExpectedAttribute, type SpokenAt } from './extract-attributes.ts';
import type { LikenessDetail, RankedIntent } from './ranked-intent.ts';
import type { Likeness } from './rate-likeness.ts';
import { rateSamples, type Rating } from './rate-samples.ts';
import { readRules } from './read-rules.ts';
import { readWords, type Word } from './read-words.ts';

export { compileRules, compileSamples, type SampleEntry, type SampleIndex } from './compile-samples.ts';
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
  /** When it was said, in milliseconds since 1970, and in which time zone (UTC). Without it "tomorrow" means nothing. */
  readonly at?: number;
  readonly zone?: string;
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
  if (heard.callback === null || heard.callback === '') return interpretText(index, heard, expected, given);
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
  { text, at, zone = 'UTC' }: Heard,
  expected: ReadonlyMap<string, readonly ExpectedAttribute[]>,
  given: JsonObject,
): readonly RankedIntent[] {
  if (index.rules !== null) {
    const ranking = readRules(index.rules, new Set(index.intents.map(({ intentId }) => intentId)), text, expected);
    return ranking.map((ranked) => ({ ...ranked, attributes: { ...given, ...ranked.attributes } }));
  }
  const words = readWords(text);
  const expectedOf = (intent: IndexedIntent): readonly ExpectedAttribute[] => expected.get(intent.intentId) ?? [];
  const spoken = at === undefined ? null : { at, zone };
  const said = { text, words, key: sentenceKey(text, words), spoken };
  const ratings = rateSamples(index, said, expectedOf);
  const ranked: Ranked[] = [];
  index.intents.forEach((intent, number) => {
    const rating = ratings[number];
    if (rating === undefined || rating === null || rating.confidence < leastConfidence) return;
    ranked.push({ number, intent, rating, confidence: rounded(rating.confidence) });
  });
  ranked.sort((left, right) => right.confidence - left.confidence);
  return ranked.map(({ intent, rating, confidence }, place): RankedIntent => {
    const { likeness } = rating;
    const found = attributesOf(intent, rating, expectedOf(intent), said);
    const isNear = place === 0 || (place < mostExplained && confidence >= leastExplained);
    const nearest = isNear ? likeness?.nearest() : undefined;
    const answer = {
      intentId: intent.intentId,
      confidence,
      attributes: found === nothing ? given : { ...given, ...found },
      because: rating.because ?? (nearest === undefined ? 'little in common' : `like ${nearest.quoted}`),
    };
    if (place > 0 || likeness === undefined) return answer;
    return { ...answer, detail: explain(likeness, nearest?.pattern.sample ?? '', ranked) };
  });
}

/** Who comes after these, or hardly counts, decided nothing; looking for the nearest sample costs more than ranking. */
const mostExplained = 2;
const leastExplained = 0.1;

type Ranked = {
  readonly number: number;
  readonly intent: IndexedIntent;
  readonly rating: Rating;
  readonly confidence: number;
};

const explain = (likeness: Likeness, sample: string, [best, runnerUp]: readonly Ranked[]): LikenessDetail => ({
  sample,
  ...likeness.describe(runnerUp?.number ?? null),
  runnerUp: runnerUp === undefined ? null : { intentId: runnerUp.intent.intentId, confidence: runnerUp.confidence },
  gap: rounded((best?.confidence ?? 0) - (runnerUp?.confidence ?? 0)),
});

/** Enough to rank by, and the same on every machine although logarithms differ in their last digit. */
const rounded = (confidence: number): number => Math.round(confidence * 10_000) / 10_000;

const nothing: JsonObject = {};

function attributesOf(
  intent: IndexedIntent,
  rating: Rating,
  expected: readonly ExpectedAttribute[],
  said: { readonly text: string; readonly words: readonly Word[]; readonly spoken: SpokenAt | null },
): JsonObject {
  if (expected.length === 0 && intent.slots.length === 0) return nothing;
  const found = new Map<string, Json>(rating.captures.map(({ attribute, value }) => [attribute, value]));
  const others = intent.slots.filter((slot) => !expected.some(({ name }) => name === slot));
  const wanted = [...expected, ...others.map((name) => ({ name, type: 'string' as const }))].filter(
    ({ name }) => !found.has(name),
  );
  const taken = new Set(rating.captures.flatMap(({ words }) => words));
  for (const [name, value] of extractAttributes(wanted, said, taken, said.spoken)) found.set(name, value);
  return Object.fromEntries(found);
}
