import { describe, expect, test } from 'vitest';
import { interpreterGroups } from '../../../../shared/engine/interpreter-groups.ts';
import { learnClassifier, trainClassifier } from '../../../../shared/interpret/classifier/classifier.ts';
import { finishSteps } from '../../../../shared/interpret/classifier/finish-steps.ts';
import { Training } from '../../../../shared/interpret/classifier/remember-trained.ts';
import { readPattern } from '../../../../shared/interpret/sample-pattern.ts';
import { withChanges, type Document } from '../../../../shared/model/document.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import type { Program } from '../../../../shared/program/program.ts';
import { scopeAfter } from '../../../../shared/program/scope-after.ts';
import type { Scope } from '../../../../shared/program/scope.ts';
import { talkScopes } from '../../../../shared/understanding/talk-scopes.ts';
import { trainAhead } from '../../../../shared/understanding/train-ahead.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { firstOfEach, loadSampleSets, loadWordVectors } from '../../../bench/nlu/sample-sets.ts';
import { opening, Talk } from '../../../builders/play.ts';

const vectors = loadWordVectors();

/** A shop whose samples nobody else has, so that nothing in it is learned already. */
function aShop(mark: string): Document {
  return aScenario('Shop')
    .withInterpreter('Buttons', {}, { id: 'buttons', kind: 'pattern', rules: [] })
    .withConversation('Orders')
    .withScene('Desk')
    .withTurn('Ask')
    .user('where', { samples: [`where is my order ${mark}`, 'track my parcel'] })
    .app('which', { transition: 'number-turn' })
    .withTurn('Back', { id: 'back-turn', behaviors: ['STARTING', 'OPEN'] })
    .user('refund', { samples: [`i want my money back ${mark}`] })
    .app('sure', { transition: 'sure-turn' })
    .withTurn('Number', { id: 'number-turn', behaviors: [] })
    .user('number', { samples: [`it is number ${mark}`, 'i cannot find it'] })
    .app('thanks', {})
    .withTurn('Sure', { id: 'sure-turn', behaviors: [] })
    .user('yes', { samples: [`yes please ${mark}`, 'do it'] })
    .user('never', { samples: [`never mind ${mark}`] })
    .withTurn('Else', { id: 'else-turn', behaviors: [], validOrigins: ['thanks'] })
    .user('more', { samples: [`one more thing ${mark}`, 'something else'] })
    .app('what', {})
    .build();
}

const compile = (document: Document): Program => compileScenario(document, { wordVectors: vectors });
const trainings = (program: Program, scope: Scope): Training[] =>
  interpreterGroups(program, scope).flatMap(({ samples }) => samples.training() ?? []);
const isLearned = (program: Program, scope: Scope): boolean => trainings(program, scope).every(({ isDone }) => isDone);
const lacking = (program: Program): number => {
  const all = new Set([...talkScopes(program)].flatMap((scope) => trainings(program, scope)));
  return [...all].filter(({ isDone }) => !isDone).length;
};

describe('learning at any pace', () => {
  const taught = ['where is my order', 'track {user.order}', 'money back please', 'a refund', 'do you open today'].map(
    (sample, at) => ({ intent: at >> 1, items: readPattern(sample).items }),
  );

  test.each([
    ['words and meaning', vectors],
    ['words alone', null],
  ])('[I34] what is learned with rests is the same to the last digit: %s', (_how, source) => {
    const atOnce = trainClassifier(taught, source);
    const [stepped, interrupted] = [new Training(taught, source), new Training(taught, source)];
    let steps = 0;
    for (; !stepped.isDone; steps += 1) stepped.step();
    for (let step = 0; step < steps / 2; step += 1) interrupted.step();
    expect([steps > 3, interrupted.isDone]).toEqual([true, false]);
    expect(stepped.finish()).toEqual(atOnce);
    expect(interrupted.finish()).toEqual(atOnce);
    expect(interrupted.isDone).toBe(true);
  });

  test('[I34] no step of a large scope takes long', () => {
    const sets = loadSampleSets();
    if (sets === null) return console.log('Skipped: the public sample sets are not on this machine.');
    const rows = sets.flatMap(({ train, test: asked }) => [...train, ...asked]);
    const many = firstOfEach(rows, 60).map(({ text, intent }) => ({ intent: intent.length, items: text.split(' ') }));
    let last = performance.now();
    const longest: number[] = [];
    const steps = learnClassifier(many, vectors);
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      const now = performance.now();
      longest.push(now - last);
      last = now;
    }
    // Half of them: the machine may have been busy with something else in some.
    expect(longest.toSorted((left, right) => left - right)[longest.length >> 1]).toBeLessThan(5);
    return undefined;
  });
});

describe('learning ahead', () => {
  test('[I33] wherever a talk comes to, what is listened for there is learned already', () => {
    const program = compile(aShop('ahead'));
    expect(isLearned(program, scopeAfter(program, null))).toBe(false);
    finishSteps(trainAhead(program, null));
    const talk = new Talk(program, opening);
    const heard: (string | null)[] = [];
    for (const text of ['track my parcel', 'i cannot find it', 'something else', 'i want my money back', 'do it']) {
      const { position, previous } = talk.state;
      expect(isLearned(program, scopeAfter(program, { ...position, previous }))).toBe(true);
      talk.say(text);
      heard.push(talk.state.previous);
    }
    expect(heard).toEqual(['which', 'thanks', 'what', 'sure', 'yes']);
    expect(lacking(program)).toBe(0);
  });

  test('[I33] where the talk stands comes first', () => {
    const program = compile(aShop('first'));
    const here = scopeAfter(program, place('sure-turn'));
    const steps = trainAhead(program, place('sure-turn'));
    while (!isLearned(program, here)) expect(steps.next().done).toBe(false);
    expect(isLearned(program, scopeAfter(program, null))).toBe(false);
  });

  test('[I33] after an edit only what it changed is learned anew', () => {
    const document = aShop('edit');
    finishSteps(trainAhead(compile(document), null));
    const before = document.tables.intents.get('yes')!;
    const edited = compile(
      withChanges(document, [
        { table: 'intents', id: before.id, before, after: { ...before, samples: [...before.samples, 'go ahead'] } },
      ]),
    );
    expect(lacking(edited)).toBe(1);
    expect(isLearned(edited, scopeAfter(edited, place('sure-turn')))).toBe(false);
    finishSteps(trainAhead(edited, null));
    expect(lacking(edited)).toBe(0);
  });

  test('[I33] a talk says the same whether it was learned ahead, half learned, or not at all', () => {
    const lines = ['track the parcel for me', 'it is nowhere', 'one thing more', 'my money back', 'yes do'];
    const document = aShop('same');
    const traceOf = (steps: number): unknown => {
      // A table that is not the same one is not known to say the same: everything is learned anew.
      const program = compileScenario(document, { wordVectors: { ...vectors } });
      const ahead = trainAhead(program, null);
      for (let step = 0; step < steps && ahead.next().done !== true; step += 1);
      const talk = new Talk(program, opening);
      for (const line of lines) talk.say(line);
      return talk.trace;
    };
    const never = traceOf(0);
    expect(JSON.stringify(never)).toContain('like “track my parcel”');
    expect(traceOf(9)).toEqual(never);
    expect(traceOf(Infinity)).toEqual(never);
  });
});

const place = (turn: string) => ({
  conversation: 'orders',
  scene: 'desk',
  turn,
  intent: null,
  midTurn: false,
  previous: null,
});
