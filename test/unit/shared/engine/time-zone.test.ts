import { expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { opening, play } from '../../../builders/play.ts';

const scenario = aScenario('Table')
  .withAttribute('when', 'timestamp')
  .withConversation('Book')
  .withScene('Desk')
  .withTurn('Ask')
  .user('book', { samples: ['book a table', 'a table for {user.when}'], expects: ['user.when'] })
  .app('booked')
  .build();

/** Monday, 30 November 2026, 22:30 in UTC: already Tuesday in Athens, still afternoon in New York. */
const now = Date.UTC(2026, 10, 30, 22, 30);
const booked = (text: string, zone?: string): unknown =>
  play(scenario, { now, ...(zone === undefined ? {} : { zone }) }).say(text).state.contexts['user']?.['when'];
const utc = (day: number, hour: number): number => Date.UTC(2026, 11, day, hour) / 1000;

test.each([
  [undefined, utc(1, 17)],
  ['UTC', utc(1, 17)],
  ['Europe/Athens', utc(2, 15)],
  ['America/New_York', utc(1, 22)],
  ['+05:30', Date.UTC(2026, 11, 2, 11, 30) / 1000],
  ['Atlantis/Capital', utc(1, 17)],
])('[E119] "tomorrow at 5pm" by the clocks of %s', (zone, expected) => {
  expect(booked('book a table tomorrow at 5pm', zone)).toBe(expected);
});

test('[E119] the zone is kept, is in the trace, and is not there when it is UTC', () => {
  const talk = play(scenario, { now, zone: 'Europe/Athens' });
  expect(talk.trace[0]).toMatchObject({ kind: 'session.opened', zone: 'Europe/Athens' });
  expect(talk.say('hello').state.zone).toBe('Europe/Athens');
  for (const zone of ['UTC', 'Atlantis/Capital']) {
    const plain = play(scenario, { now, zone });
    expect(plain.trace).toEqual(play(scenario, { now }).trace);
    expect('zone' in plain.say('hello').state).toBe(false);
  }
  expect('zone' in opening).toBe(false);
});
