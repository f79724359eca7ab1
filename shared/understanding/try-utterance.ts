import { readWords } from '../interpret/read-words.ts';
import type { LikenessDetail } from '../interpret/ranked-intent.ts';
import type { Steps } from '../interpret/classifier/finish-steps.ts';
import type { Program } from '../program/program.ts';
import type { Scope } from '../program/scope.ts';
import { scopeAfter } from '../program/scope-after.ts';
import { heardIntents, readersOf, scopeOf } from './heard-intents.ts';
import { chosenOf, rankHeard, type Moment } from './rank-heard.ts';
import { trainGroups } from './train-ahead.ts';
import type { Trial, TrialPart, TrialRank, TrialScope } from './trial-schema.ts';

/** What people would be understood to mean by an utterance. Conditions of intents and levels are not looked at. */
export function tryUtterance(
  program: Program,
  utterance: string,
  scope: TrialScope,
  moment: Moment | null = null,
): Trial {
  const searched = searchedFor(program, scope);
  const { heard, readElsewhere } = heardIntents(
    program,
    searched.candidates.map(({ intent }) => intent),
  );
  const byId = new Map(heard.map((one) => [one.intentId, one]));
  const found = rankHeard(readersOf(program, searched), utterance, moment);
  const [best, second] = found;
  const ranking = found.flatMap(({ intentId, confidence, because, attributes }): TrialRank[] => {
    const one = byId.get(intentId);
    const [first] = one?.intents ?? [];
    if (one === undefined || first === undefined) return [];
    return [{ intentId, intent: first.id, confidence, threshold: one.threshold, because, attributes }];
  });
  return {
    ranking,
    chosen: chosenOf(found, (intentId) => byId.get(intentId)?.threshold)?.intentId ?? null,
    parts: partsOf(utterance, best?.detail),
    sample: best?.detail?.sample ?? null,
    gap: best === undefined || second === undefined ? null : rounded(best.confidence - second.confidence),
    candidates: heard.length,
    readElsewhere,
  };
}

/** The same at any pace: learning from thousands of samples takes longer than a person types. */
export function* tryInSteps(
  program: Program,
  utterance: string,
  scope: TrialScope,
  moment: Moment | null,
): Steps<Trial> {
  yield* trainGroups(readersOf(program, searchedFor(program, scope)));
  return tryUtterance(program, utterance, scope, moment);
}

const searchedFor = (program: Program, scope: TrialScope): Scope =>
  scope.kind === 'place' ? scopeAfter(program, scope.place) : everywhere(program);

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const known = new WeakMap<Program, Scope>();

/** All that people may say anywhere; kept with the program, so that its samples are prepared once. */
function everywhere(program: Program): Scope {
  let scope = known.get(program);
  if (scope === undefined) {
    scope = scopeOf([...program.intents.values()].filter(({ record }) => record.speaker === 'USER'));
    known.set(program, scope);
  }
  return scope;
}

/** Of the strongest word. What weighs less decided nothing. */
const leastShare = 0.1;

/** The utterance cut at its words, each with what it weighed. Both lists of the detail are in the order said. */
function partsOf(utterance: string, detail: LikenessDetail | undefined): TrialPart[] {
  const weights = [...(detail?.words ?? [])];
  const unknown = [...(detail?.unknown ?? [])];
  const strongest = weights.reduce((most, { weight }) => Math.max(most, Math.abs(weight)), 0);
  const parts: TrialPart[] = [];
  let at = 0;
  const add = (part: TrialPart): void => {
    if (part.text !== '') parts.push(part);
  };
  for (const { raw, start, end } of readWords(utterance)) {
    add({ text: utterance.slice(at, start), weight: null, unknown: false });
    const weighed = weights[0]?.word === raw ? weights.shift() : undefined;
    const isUnknown = unknown[0] === raw;
    if (isUnknown) unknown.shift();
    const share = weighed === undefined || strongest === 0 ? 0 : weighed.weight / strongest;
    const weight = Math.abs(share) < leastShare ? null : rounded(share);
    add({ text: raw, weight, unknown: isUnknown });
    at = end;
  }
  add({ text: utterance.slice(at), weight: null, unknown: false });
  return parts;
}
