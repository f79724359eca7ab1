import { expect, test } from 'vitest';
import { whyNot } from '../../../../shared/explain/why-not.ts';
import { aScenario, type ScenarioBuilder } from '../../../builders/a-scenario.ts';
import { value, when } from '../../../builders/conditions.ts';
import { play, type Talk } from '../../../builders/play.ts';

const nameOf = (id: string): string => id;
const not = (talk: Talk, intent: string): string => whyNot(talk.trace, talk.state.exchange, intent, nameOf);

const bar = (): ScenarioBuilder =>
  aScenario('Bar')
    .withAttribute('age', 'int')
    .withConversation('Counter')
    .withScene('Evening')
    .withTurn('Order')
    .user('beer', { samples: ['a cold beer please'], conditions: [when('user.age', 'gte', value(18))] })
    .user('water', { samples: ['a glass of water'] })
    .app('serve', { text: 'Here you are.' })
    .app('refuse', { text: 'No.' })
    .withConversation('Cellar', { behaviors: ['STARTING'], conditions: [when('user.staff', 'is_true')] })
    .withScene('Racks')
    .withTurn('Fetch')
    .user('wine', { samples: ['fetch a bottle of wine'] })
    .withConversation('Kitchen', { behaviors: [] })
    .withScene('Stove')
    .withTurn('Cook')
    .user('soup', { samples: ['hot soup'] });

test('a condition of its own, with what it found', () => {
  const talk = play(bar()).edit('user.age', 17).say('a cold beer please');
  expect(not(talk, 'beer')).toBe('“beer” lost: {user.age} is 17, and must be at least 18.');
});

test('a condition of what holds it, and of no other candidate', () => {
  const talk = play(bar()).edit('user.age', 17).say('fetch a bottle of wine');
  expect(not(talk, 'wine')).toBe(
    '“wine” lost: “cellar”, which holds it, is closed: {user.staff} is not set, and must be true.',
  );
});

test('not alike, another first, and what was heard after all', () => {
  const talk = play(bar()).edit('user.age', 40).say('a glass of water');
  expect(not(talk, 'water')).toBe('“water” is what was heard.');
  expect(not(talk, 'beer')).toMatch(
    /^“beer” lost: (what was said does not resemble its sample utterances|it was heard with \d+ % confidence and needs 50 %)\.$/,
  );
  expect(not(talk, 'serve')).toBe('“serve” is what was answered.');
  expect(not(talk, 'refuse')).toBe('“refuse” lost: “serve” came first.');
});

test('what is not searched from here', () => {
  const talk = play(bar()).say('hot soup');
  expect(not(talk, 'soup')).toBe(
    '“soup” was not looked for: the talk was at its start, where only STARTING conversations, scenes and turns are searched.',
  );
});

test('before anything was said, nothing was looked for', () => {
  expect(not(play(bar()), 'beer')).toBe('“beer” was not looked for: nothing was searched.');
});
