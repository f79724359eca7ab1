import { expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { problemCodes } from '../../../../shared/problems/problem.ts';
import { asked, brokenCases, mocked, soundReply, translated, withService } from './broken-cases.ts';
import { sound } from './sound-talk.ts';
import { workedOutCases } from './worked-out-cases.ts';

test('examples fit where an output may be empty, or is not read from them', () => {
  const outputs = [
    { name: 'eta', from: 'order.eta' },
    { name: 'first', from: 'items[?open].name | [0]' },
  ];
  const codes = (mock: object, more: object = {}): readonly string[] =>
    checkScenario(mocked([mock], { outputs, ...more })).map(({ code }) => code);
  expect(codes({ body: { order: { eta: null } } })).toEqual([]);
  expect(codes({ body: { order: {} } })).toEqual(['P035-mock-misfit']);
  expect(codes({ body: null })).toEqual(['P035-mock-misfit']);
  expect(codes({ body: {}, status: 404 })).toEqual([]);
  expect(codes({ body: {}, status: 404 }, { successes: { '4xx': true } })).toEqual(['P035-mock-misfit']);
  expect(codes({ body: {}, failure: 'timedOut' })).toEqual([]);
});

test('a translation is stale when its text is no longer said, and none is needed for a reference alone', () => {
  const codes = (document: Document): readonly string[] => checkScenario(document).map(({ code }) => code);
  const whole = { de: { 'On its way.': 'Unterwegs.' } };
  expect(codes(translated(whole))).toEqual([]);
  expect(codes(translated({ de: { ...whole.de, 'Gone.': 'Weg.' } }))).toEqual(['P033-unheard-translation']);
  expect(codes(translated({ de: { 'On its way.': '' } }))).toEqual(['P034-untranslated-text']);
});

test('interpreters that are asked are looked at as actions are', () => {
  const found = (kind: string, more: object, base = 'https://desk.example'): string[] =>
    checkScenario(soundReply(withService(sound(), base)).withInterpreter('reader', {}, asked(kind, more)).build()).map(
      ({ code, field }) => `${code} ${field}`,
    );
  expect(found('llm', { model: 'small' })).toEqual([]);
  expect(found('dialogflow', { path: '/x', intents: { Order: 'where_is_order' } })).toEqual([]);
  expect(found('dialogflow', {})).toEqual(['P022-incomplete-interpreter path']);
  expect(found('llm', { model: 'small', integration: 'gone' })).toEqual(['P017-unknown-integration integration']);
  expect(found('lex', { path: '/x' }, '')).toEqual(['P018-missing-address integration']);
});

test('an intent a service reads for needs no sample of ours', () => {
  const silent = (kind: string): string[] =>
    checkScenario(
      soundReply(withService(sound()))
        .withInterpreter('reader', {}, asked(kind, { model: 'small', path: '/x' }))
        .withTurn('Other', { interpreter: 'reader', behaviors: ['OPEN'] })
        .user('silent')
        .app('reply', { text: 'Yes.' })
        .build(),
    ).map(({ code }) => code);
  expect([silent('llm'), silent('embedded')]).toEqual([[], ['P012-nothing-to-recognise']]);
});

test('a sound talk has no findings', () => {
  expect(checkScenario(soundReply(sound()).build())).toEqual([]);
});

test.each(brokenCases)('$code is found where it is', ({ code, ref, says, broken }) => {
  const found = checkScenario(broken()).find((problem) => problem.code === code);
  expect(found).toMatchObject({ code, ref });
  expect(found?.sentence).toContain(says);
});

test('every code there is has a case', () => {
  const codes = new Set([...brokenCases, ...workedOutCases].map((entry) => entry.code));
  expect([...codes].toSorted()).toEqual([...problemCodes].toSorted());
});

test('what leads somewhere is reachable: transitions, OPEN turns and valid origins', () => {
  const document = sound()
    .app('tell_status', { text: 'Here.', transition: 'far' })
    .withTurn('Far', { id: 'far', behaviors: [] })
    .user('by_transition', { samples: ['a'] })
    .withTurn('Open', { behaviors: ['OPEN'] })
    .user('by_open', { samples: ['b'] })
    .withTurn('Origin', { behaviors: [], validOrigins: ['by_open'] })
    .user('by_origin', { samples: ['c'] })
    .build();
  expect(checkScenario(document).filter(({ code }) => code === 'P006-unreachable-intent')).toEqual([]);
});

test('errors come before warnings', () => {
  const severities = checkScenario(sound().app('tell_status', { text: '{usr.x} {user.y}' }).build()).map(
    (problem) => problem.severity,
  );
  expect(severities).toEqual(['error', 'warning']);
});
