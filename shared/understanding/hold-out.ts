import { sentenceKey } from '../interpret/compile-samples.ts';
import { isSlot, readPattern } from '../interpret/sample-pattern.ts';
import { ProgramIntent, type Program } from '../program/program.ts';
import type { Scope } from '../program/scope.ts';
import { readersOf, scopeOf, type HeardIntent } from './heard-intents.ts';
import { chosenOf, rankHeard } from './rank-heard.ts';
import { sampleAsSaid } from './sample-as-said.ts';
import type { HeldOut } from './score-schema.ts';

/** A sample that can be held back, as a person would say it. */
export type Testable = { readonly intentId: string; readonly sample: string; readonly said: string };

/** What was made of a held sample; null: it was not understood. */
export type Tested = { readonly held: HeldOut; readonly heardAs: string | null };

/** More say no more about a scenario, and take longer. */
const mostTested = 4000;

/** What can be tested of each intent: its first samples, as many of each as fit. */
export function testableSamples(program: Program, intents: readonly HeardIntent[]): readonly (readonly Testable[])[] {
  const testables = intents.map((one) => testableOf(program, one));
  const all = testables.reduce((sum, samples) => sum + samples.length, 0);
  const each = Math.max(2, Math.floor(mostTested / testables.length));
  return all <= mostTested ? testables : testables.map((samples) => samples.slice(0, each));
}

/**
 * Of samples that say the same, one. None of an intent that would have nothing left to learn from; and none that is only
 * a value to fill in, for that is a rule and not an example of one.
 */
function testableOf(program: Program, { intentId, samples }: HeardIntent): readonly Testable[] {
  const byWords = new Map<string, Testable>();
  for (const sample of samples) {
    const said = isOnlySlots(sample) ? null : sampleAsSaid(program.document, sample);
    if (said !== null && !byWords.has(sentenceKey(said))) byWords.set(sentenceKey(said), { intentId, sample, said });
  }
  return byWords.size < 2 ? [] : [...byWords.values()];
}

/** A value to fill in and nothing else. */
export const isOnlySlots = (sample: string): boolean => readPattern(sample).items.every(isSlot);

/** Asks what samples mean at a place of the talk where none of them was ever heard. */
export function askWithout(program: Program, place: Scope, held: readonly Testable[]): (sample: Testable) => Tested {
  const keys = new Map<string, Set<string>>();
  for (const { intentId, said } of held) keys.set(intentId, (keys.get(intentId) ?? new Set()).add(sentenceKey(said)));
  const left = place.candidates.map(({ intent }) => without(program, intent, keys.get(intent.record.intentId)));
  const readers = readersOf(program, scopeOf(left));
  const threshold = (intentId: string): number =>
    Math.min(...(place.byIntentId.get(intentId)?.map(({ intent }) => intent.record.confidence) ?? []));
  return ({ sample, said }) => {
    const ranking = rankHeard(readers, said);
    const chosen = chosenOf(ranking, threshold);
    const shown = chosen ?? ranking[0];
    return {
      held: { sample, confidence: shown?.confidence ?? 0, because: shown?.because ?? '' },
      heardAs: chosen?.intentId ?? null,
    };
  };
}

/** Also without what says the same as a held sample: it would give the answer away. */
function without(program: Program, intent: ProgramIntent, keys: ReadonlySet<string> | undefined): ProgramIntent {
  if (keys === undefined) return intent;
  const samples = intent.record.samples.filter((sample) => {
    const said = sampleAsSaid(program.document, sample);
    return said === null || !keys.has(sentenceKey(said));
  });
  return new ProgramIntent(intent.turn, { ...intent.record, samples }, intent.interpreter);
}
