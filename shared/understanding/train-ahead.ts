import { interpreterGroups, type InterpreterGroup } from '../engine/interpreter-groups.ts';
import type { Steps } from '../interpret/classifier/finish-steps.ts';
import type { Training } from '../interpret/classifier/remember-trained.ts';
import type { Program } from '../program/program.ts';
import { scopeAfter, type TalkPlace } from '../program/scope-after.ts';
import type { Scope } from '../program/scope.ts';
import { talkScopes } from './talk-scopes.ts';

/** Samples of all scopes together, about a hundred megabytes. What does not fit is learned when somebody says something. */
const mostSamples = 40_000;

/**
 * Learns what a talk may come to need before anybody says something, a step at a time, where the talk stands first. What
 * has been learned from the same samples, by whatever program, is not learned again. It changes no answer: an utterance
 * that comes in between finishes what it needs.
 */
export function* trainAhead(program: Program, here: TalkPlace | null): Steps<void> {
  const counted = new Set<Training>();
  let samples = 0;
  for (const scope of scopesFrom(program, here)) {
    yield;
    for (const training of trainingsOf(interpreterGroups(program, scope))) {
      if (counted.has(training) || samples + training.samples > mostSamples) continue;
      counted.add(training);
      samples += training.samples;
      yield* stepThrough(training);
    }
  }
}

/** Goes through all that these interpreters learn from. */
export function* trainGroups(groups: readonly InterpreterGroup[]): Steps<void> {
  for (const training of trainingsOf(groups)) yield* stepThrough(training);
}

function* scopesFrom(program: Program, here: TalkPlace | null): Generator<Scope> {
  yield scopeAfter(program, here);
  yield* talkScopes(program);
}

/** What is learned here: nobody else's interpreter learns from samples before it is asked. */
const trainingsOf = (groups: readonly InterpreterGroup[]): readonly Training[] =>
  groups.flatMap(({ record, samples }) => {
    const training = record === null || record.kind === 'embedded' ? samples.training() : null;
    return training === null ? [] : [training];
  });

function* stepThrough(training: Training): Steps<void> {
  while (!training.isDone) {
    training.step();
    yield;
  }
}
