import { expect, test } from 'vitest';
import { suggestions } from '../../../../renderer/run/suggestions.ts';
import { isKind } from '../../../../shared/explain/exchange-events.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { play, type Talk } from '../../../builders/play.ts';

const document = aScenario('Shop')
  .withAttribute('order_id', 'string', { example: 'A-7' })
  .withAttribute('colour')
  .withConversation('Orders')
  .withScene('Desk')
  .withTurn('Ask')
  .user('where', { samples: ['where is it', 'track it'], transition: 'number-turn' })
  .user('where', { id: 'where-numbered', samples: ['where is {session.order_id}'] })
  .user('paint', { samples: ['paint it {session.colour}', 'paint it'] })
  .app('fine', { text: 'Fine.' })
  .withTurn('Number', { id: 'number-turn', behaviors: [] })
  .app('which', { text: 'Which one?' })
  .user('number', { samples: ['{session.order_id}'] })
  .withTurn('More', { behaviors: ['OPEN'] })
  .user('thanks', { samples: ['thank you'] })
  .withConversation('Hidden', { behaviors: [] })
  .withScene('S')
  .withTurn('T')
  .user('secret', { samples: ['open sesame'] })
  .build();

const after = (talk: Talk): readonly string[] =>
  suggestions(talk.program.document, talk.trace.findLast(isKind('exchange.ended')) ?? null, 9);

test('at the start: one sample of each intent first, examples filled in, samples without an example left out', () => {
  expect(suggestions(document, null, 9)).toEqual(['where is it', 'paint it', 'track it', 'where is A-7']);
  expect(suggestions(document, null, 2)).toEqual(['where is it', 'paint it']);
});

test('in the middle of a turn its responses, between turns what is open, and nothing that is out of reach', () => {
  expect(after(play(document).say('where is it'))).toEqual(['A-7']);
  const open = ['where is it', 'paint it', 'thank you', 'track it', 'where is A-7'];
  expect(after(play(document).say('where is it').say('A-7'))).toEqual(open);
  expect(after(play(document).say('paint it'))).toEqual(open);
});

test('what is offered is understood', () => {
  let talk = play(document);
  for (const text of suggestions(document, null, 9)) {
    talk = play(document).say(text);
    expect([text, talk.events('intent.matched').length]).toEqual([text, 1]);
    for (const next of after(talk)) {
      const further = play(document).say(text).say(next);
      expect([next, further.events('intent.matched').length]).toEqual([next, 1]);
    }
  }
});
