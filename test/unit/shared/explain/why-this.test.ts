import { expect, test } from 'vitest';
import { whyThis } from '../../../../shared/explain/why-this.ts';
import type { TraceDetail, TraceEvent } from '../../../../shared/engine/trace-event.ts';
import { aScenario, type ScenarioBuilder } from '../../../builders/a-scenario.ts';
import { begin, shop as workflow, step } from '../../../builders/a-workflow.ts';
import { any, value, when } from '../../../builders/conditions.ts';
import { play, type Talk } from '../../../builders/play.ts';

const nameOf = (id: string): string => id;

/** Why the last event of a kind happened, in the last exchange. */
function why(talk: Talk, kind: TraceDetail['kind'], ref?: string): string {
  const event = talk.trace.findLast((one: TraceEvent) => one.kind === kind && (ref === undefined || one.ref === ref));
  if (event === undefined) throw new Error(`no ${kind}`);
  return whyThis(talk.trace, event.seq, nameOf);
}

const shop = (): ScenarioBuilder =>
  aScenario('Shop')
    .withAttribute('age', 'int')
    .withApiAction('lookUp', { onFailure: { message: 'The shop is closed.' } })
    .withConversation('Orders')
    .withScene('Desk')
    .withTurn('Ask')
    .user('where', { samples: ['where is it'], actions: [{ id: 'use', action: 'lookUp' }] })
    .user('beer', { samples: ['a beer please'], conditions: [when('user.age', 'gte', value(18))] })
    .user('intent.core.TurnNoMatch', { id: 'lost' })
    .app('tell', { text: 'It is there.', conditions: [when('user.status', 'is_set')] })
    .app('serve', {
      messages: [
        { id: 'plain', text: 'Here.' },
        { id: 'adult', text: 'Cheers.', conditions: [when('user.age', 'gt', value(20))] },
      ],
    });

test('a reply: what was heard, and why this answer is the first that fits', () => {
  const talk = play(shop()).edit('user.status', 'packed').say('where is it').settle({ outputs: {} });
  expect(why(talk, 'message.sent')).toMatch(
    /^“where” was heard with 100 % confidence \(.+\), and “tell” is the first reply whose conditions hold: user\.status is set \(it is “packed”\)\.$/,
  );
});

test('a reply without conditions, and the message that fits best among its messages', () => {
  const talk = play(shop()).edit('user.age', 30).say('a beer please');
  expect(why(talk, 'intent.selected')).toMatch(
    /“beer” was heard .+, and “serve” is the first reply to it with nothing in its way\.$/,
  );
  expect(why(talk, 'message.sent')).toMatch(
    /; of its messages this one fits, as user\.age is greater than 20 \(it is 30\)\.$/,
  );
});

test('what nobody understood is taken over by the intent made for that', () => {
  const talk = play(shop()).say('where is it').settle().say('purple monkey');
  expect(why(talk, 'intent.matched')).toBe('Nothing that was searched fits what was said, so “lost” takes over.');
});

test('nothing made for it: the candidates by name', () => {
  const talk = play(
    aScenario()
      .withConversation('C')
      .withScene('S')
      .withTurn('T')
      .user('hi', { samples: ['hello'] }),
  ).say('xyz');
  expect(why(talk, 'match.missed')).toBe('What was said fits none of “hi”, and nothing here is made for that.');
  expect(why(talk, 'exchange.ended')).toBe(why(talk, 'match.missed'));
  const empty = play(aScenario()).say('anything');
  expect(why(empty, 'match.missed')).toBe('Nothing can be heard here, so there was nothing to match.');
});

test('a failed action, what it says, and that it failed', () => {
  const talk = play(shop())
    .say('where is it')
    .settle({ failure: 'timedOut', detail: 'No answer in 10 s.', duration: 10_000, origin: 'live', status: null });
  expect(why(talk, 'effect.settled')).toBe('lookUp failed after 10.0 s (live): No answer in 10 s.');
  const said = talk.trace.find((event) => event.kind === 'message.sent');
  expect(whyThis(talk.trace, said?.seq ?? 0, nameOf)).toBe(
    'lookUp says this when it fails, and it failed: No answer in 10 s.',
  );
});

test('a call, its answer and where a value comes from', () => {
  const talk = play(shop())
    .say('where is it')
    .settle({ outputs: { status: 'sent' }, duration: 84, status: 200 });
  expect(why(talk, 'effect.requested')).toBe('“use” has this action, so lookUp was called.');
  expect(why(talk, 'effect.settled')).toBe('lookUp answered 200 after 84 ms (mocked).');
  const set = talk.trace.find((event) => event.kind === 'attribute.set' && event.name === 'status');
  expect(whyThis(talk.trace, set?.seq ?? 0, nameOf)).toBe('user.status was set to “sent”: a mocked answer of lookUp.');
  talk.edit('user.status', 'lost');
  expect(why(talk, 'attribute.set')).toBe('user.status was set from “sent” to “lost”: it was set by hand.');
  talk.edit('user.status', null);
  expect(why(talk, 'attribute.set')).toBe('user.status was removed: it was set by hand.');
});

test('a condition says what it asks, what it found and how it ended', () => {
  const talk = play(shop()).edit('user.age', 17).say('a beer please');
  expect(why(talk, 'condition.evaluated', 'beer')).toBe(
    '“beer” asks whether user.age is at least 18 (it is 17), and that does not hold.',
  );
});

test('a group names the members that decided', () => {
  const scenario = aScenario()
    .withConversation('C')
    .withScene('S')
    .withTurn('T')
    .user('hi', { samples: ['hello'], conditions: [any(when('user.a', 'is_set'), when('user.b', 'eq', value('x')))] });
  const talk = play(scenario).edit('user.b', 'y').say('hello');
  expect(why(talk, 'candidate.rejected', 'hi')).toBe(
    '“hi” lost: at least one of these must hold: {user.a} is not set, and must be set; {user.b} is “y”, and must be “x”.',
  );
});

test('an event that is gone says so', () => {
  expect(whyThis([], 7, nameOf)).toBe('This is no longer part of the trace.');
});

test('every event of a whole talk has a sentence: with a start, an end, and nothing undefined', () => {
  const talk = play(shop())
    .hear({ kind: 'opened' })
    .say('where is it')
    .settle({ failure: 'badStatus', detail: 'No.' })
    .say('a beer please')
    .say('purple')
    .hear({ kind: 'restart' })
    .hear({ kind: 'endChat' });
  const kinds = new Set(talk.trace.map(({ kind }) => kind));
  expect(kinds.size).toBeGreaterThan(10);
  for (const event of talk.trace) {
    const sentence = whyThis(talk.trace, event.seq, nameOf);
    expect(sentence).toMatch(/^[“A-Za-z].*\.$/u);
    expect(sentence).not.toMatch(/undefined|null|“”|\.\.|NaN/);
  }
});

test('an interpreter that was asked: why, what came of it, and why an intent was not named', () => {
  const asking = aScenario('Shop')
    .withInterpreter('model', {}, { kind: 'llm' })
    .withConversation('C')
    .withScene('S')
    .withTurn('T', { interpreter: 'model' })
    .user('where')
    .user('beer')
    .app('tell', { text: 'There.' })
    .withTurn('U', { behaviors: ['STARTING'] })
    .user('hi', { samples: ['hello'] });
  const answer = [{ intentId: 'where', confidence: 0.9, because: 'chosen by small' }];
  const talk = play(asking).say('hm');
  expect(why(talk, 'run.paused')).toBe('The exchange waits to hear what was meant.');
  expect(why(talk, 'effect.requested')).toBe(
    'model reads for intents that can be heard here, so it was asked what was meant.',
  );
  talk.interpreted(answer, { duration: 12 });
  expect(why(talk, 'effect.settled')).toBe('model answered 200 after 12 ms (live).');
  expect(why(talk, 'intent.matched')).toBe('“where” was heard with 90 % confidence (chosen by small).');
  expect(why(talk, 'candidate.rejected', 'beer')).toBe('“beer” lost: model did not name it.');
  expect(why(talk, 'candidate.rejected', 'hi')).toBe(
    '“hi” lost: what was said does not resemble its sample utterances.',
  );
  const failed = play(asking).say('hm').interpreted([], { failure: 'badStatus', detail: 'Status 500.' });
  expect(why(failed, 'intent.ranked', 'model')).toMatch(/^It was asked what was meant, and named none/);
  expect(why(failed, 'candidate.rejected', 'where')).toBe('“where” lost: model could not be asked (Status 500).');
});

test('a step of a workflow', () => {
  const talk = begin(workflow([step('first', 'look'), step('second', 'gone')]));
  expect(why(talk, 'effect.requested')).toBe('The workflow came to its step “first”, so look was called.');
  talk.settleStep('first');
  expect(why(talk, 'action.skipped')).toBe('At the step “second” gone did not run: There is no action "gone".');
});
