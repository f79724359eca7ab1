import type { Seed } from '../base/seeded-random.ts';
import type { InterpreterRecord } from '../model/interpreter-record.ts';
import type { Program } from '../program/program.ts';
import { dealRounds } from './deal-rounds.ts';
import { heardIntents, type HeardIntent } from './heard-intents.ts';
import { askWithout, isOnlySlots, testableSamples, type Testable, type Tested } from './hold-out.ts';
import { listenedForTogether, listeningPlaces } from './listening-places.ts';
import { overlappingSamples } from './overlapping-samples.ts';
import type { Confusion, HeldOut, IntentScore, UnderstandingScore } from './score-schema.ts';
import { suggestSamples } from './suggest-samples.ts';

export type Progress = { readonly done: number; readonly total: number };

/**
 * Holds some samples back, teaches with the others, and asks what the held ones mean; every sample has its turn, at every
 * place of the talk where its intent is listened for. A step at a time, so that whoever runs it can rest, tell how far
 * it is, or stop.
 */
export function* scoreScenario(program: Program, seed: Seed): Generator<Progress, UnderstandingScore> {
  const { heard, readElsewhere } = heardIntents(program, program.intents.values(), learnsFromSamples);
  const taught = heard.filter(({ samples }) => samples.length > 0);
  const testables = testableSamples(program, taught);
  const places = listeningPlaces(program);
  const rounds = dealRounds(testables, seed).map((round) => round.flat());
  const total = places.length * rounds.reduce((sum, held) => sum + held.length, 0);
  const tested = new Map<string, Map<string, Tested>>();
  let done = 0;
  yield { done, total };
  for (const held of rounds)
    for (const place of places) {
      const here = held.filter(({ intentId }) => place.byIntentId.has(intentId));
      const ask = askWithout(program, place, here);
      for (const sample of here) {
        keepWorst(tested, sample, ask(sample));
        done += 1;
        yield { done, total };
      }
      done += held.length - here.length;
    }
  const results = taught.map(({ intentId }) => [...(tested.get(intentId)?.values() ?? [])]);
  const intents = taught.map((one, at) => scoreOf(one, results[at] ?? []));
  const confusions = confusionsOf(taught, results);
  const overlaps = overlappingSamples(taught, listenedForTogether(places));
  return {
    intents,
    confusions,
    overlaps,
    suggestions: [...suggestSamples(intents, confusions, overlaps)],
    tested: intents.reduce((sum, one) => sum + one.tested, 0),
    right: intents.reduce((sum, one) => sum + one.right, 0),
    rounds: rounds.length,
    withoutSamples: heard.length - taught.length,
    readElsewhere,
  };
}

const learnsFromSamples = ({ kind }: InterpreterRecord): boolean => kind === 'embedded';

/** Understood means understood everywhere; taken for another says more than not understood. */
function keepWorst(tested: Map<string, Map<string, Tested>>, { intentId, sample }: Testable, found: Tested): void {
  let samples = tested.get(intentId);
  if (samples === undefined) tested.set(intentId, (samples = new Map()));
  const badness = ({ heardAs }: Tested): number => (heardAs === intentId ? 0 : heardAs === null ? 1 : 2);
  const known = samples.get(sample);
  if (known === undefined || badness(found) > badness(known)) samples.set(sample, found);
}

function scoreOf({ intentId, intents, samples }: HeardIntent, tested: readonly Tested[]): IntentScore {
  return {
    intentId,
    intent: intents[0]?.id ?? intentId,
    samples: samples.length,
    rules: samples.filter(isOnlySlots).length,
    tested: tested.length,
    right: tested.filter(({ heardAs }) => heardAs === intentId).length,
    missed: tested.flatMap(({ heardAs, held }) => (heardAs === null ? [held] : [])),
  };
}

function confusionsOf(taught: readonly HeardIntent[], tested: readonly (readonly Tested[])[]): Confusion[] {
  const found: Confusion[] = [];
  for (const [at, { intentId: meant }] of taught.entries()) {
    const wrong = new Map<string, HeldOut[]>();
    for (const { heardAs, held } of tested[at] ?? [])
      if (heardAs !== null && heardAs !== meant) wrong.set(heardAs, [...(wrong.get(heardAs) ?? []), held]);
    for (const [heardAs, samples] of wrong) found.push({ meant, heardAs, samples });
  }
  return found.sort((left, right) => right.samples.length - left.samples.length);
}
