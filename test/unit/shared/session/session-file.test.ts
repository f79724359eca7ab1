import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../shared/base/json.ts';
import type { SessionState } from '../../../../shared/engine/session-state.ts';
import { step } from '../../../../shared/engine/step.ts';
import { chainFlaws, type Migration } from '../../../../shared/persistence/migrate.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { printSession, readSession, sessionVersion, takeUpSession } from '../../../../shared/session/session-file.ts';
import { sessionMigrations } from '../../../../shared/session/session-migrations.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aResult, play, type Talk } from '../../../builders/play.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

const shop = (reply = 'It is {status}.') =>
  aScenario('Shop')
    .withInterpreter('model', {}, { kind: 'llm' })
    .withApiAction('look', { outputs: { status: 'string' } })
    .withApiAction('pay', { inputs: ['amount'], confirmation: { when: 'always' } })
    .withConversation('A')
    .withScene('s')
    .withTurn('orders', { interpreter: 'model' })
    .user('ask', { actions: ['look'] })
    .app('tell', { text: reply })
    .withTurn('buying', { behaviors: ['STARTING', 'OPEN'] })
    .user('buy', { actions: [{ action: 'pay', inputs: { amount: 'user.amount' } }] })
    .app('bought', { text: 'Bought.' });

const settings = { attributes: { 'user.amount': 12, 'session.basket': ['tea', { price: 3 }] } };
const states: readonly (readonly [what: string, talk: () => Talk])[] = [
  ['nothing but the person', () => play(shop(), settings)],
  ['an interpreter', () => play(shop(), settings).say('hm').press('buy')],
  ['an action', () => play(shop(), settings).press('ask')],
  ['a yes or no', () => play(shop(), settings).press('buy')],
];

const saved = ({ program, state }: Talk): string => printSession(program, state);
const changed = (change: (file: { format: string; version: number; state: JsonObject }) => object): string => {
  const text = saved(play(shop(), settings).press('buy'));
  return JSON.stringify(change(JSON.parse(text) as { format: string; version: number; state: JsonObject }));
};
const sentences = (text: string): string[] =>
  unwrapFailure(readSession(text)).map(({ pointer, sentence }) => `${pointer} ${sentence}`);

describe('a session file', () => {
  test.each(states)('[S1] comes back without a difference when it waits for %s', (_what, start) => {
    const talk = start();
    const text = saved(talk);
    const read = unwrap(readSession(text));
    expect(read).toEqual({ scenario: { id: 'shop', name: 'Shop' }, state: talk.state });
    expect(printSession(talk.program, read.state)).toBe(text);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['format', 'version', 'scenario', 'state']);
  });

  test('[S1] keeps what a service sent, however deep it nests', () => {
    let deep: JsonObject = { end: true };
    for (let level = 0; level < 60; level += 1) deep = { deep };
    const talk = play(shop().withAttribute('answer', 'json'))
      .press('ask')
      .settle({ outputs: { answer: deep } });
    expect(unwrap(readSession(saved(talk))).state).toEqual(talk.state);
  });

  test.each([
    ['nothing', '', ' Expected'],
    ['something else', '[]', ' Expected a session, found a list of 0.'],
    ['a scenario', '{"format":"parley.scenario","version":1}', '/format Expected "parley.session"'],
    ['no version', '{"format":"parley.session"}', '/version Expected a version from 1 to 1, found nothing.'],
    ['no state', '{"format":"parley.session","version":1}', '/state Expected'],
    ['a prototype', '{"format":"parley.session","version":1,"__proto__":{}}', ''],
  ])('[S2] is not one: %s', (_what, text, sentence) => {
    expect(sentences(text)[0]).toContain(sentence);
  });

  test.each([
    ['/state/seq', { seq: -1 }],
    ['/state/seed', { seed: 1.5 }],
    ['/state/heardAt', { heardAt: 'today' }],
    ['/state/contexts', { contexts: [] }],
    ['/state/position/midTurn', { position: { conversation: null, scene: null, turn: null, intent: null } }],
    ['/state/history/0', { history: ['nobody', null, ''] }],
    ['/state/history/3', { history: ['user', 'buy', 'Buy', 'app', 'bought'] }],
    ['/state/history/2', { history: ['user', 'buy', null] }],
    ['/state/history/2', { history: ['app', null, 'x'.repeat(501)] }],
    ['/state/history', { history: Array.from({ length: 25 }, () => ['user', null, '']).flat() }],
    ['/state/queue', { queue: Array.from({ length: 17 }, () => ({ kind: 'opened' })) }],
    ['/state/current/cursor/at', { current: { cursor: { at: 'nowhere' } } }],
    ['/state', { more: 1 }],
  ])('[S2] says where it is damaged: %s', (pointer, damage) => {
    const text = changed((file) => ({ ...file, state: { ...file.state, ...(damage as JsonObject) } }));
    expect(sentences(text).map((line) => line.split(' ')[0])).toContain(pointer);
  });

  test('[S2] does not wait for interpreters in the middle of something else', () => {
    const awaited = { kind: 'interpretation', pending: [{ effect: 'test.1', interpreter: 'model', requested: 1 }] };
    const text = changed((file) => ({
      ...file,
      state: { ...file.state, current: { ...(file.state['current'] as JsonObject), awaited } },
    }));
    expect(sentences(text)).toEqual([
      '/state/current/awaited Expected an exchange that is being understood, since interpreters are awaited.',
    ]);
  });
});

describe('versions', () => {
  test('[S3] a newer one is refused with a sentence', () => {
    expect(sentences(changed((file) => ({ ...file, version: 7, state: null })))).toEqual([
      '/version This session was saved by a newer Parley (version 7; this one reads up to 1). ' +
        'Go on with it in the newer one. The file was not changed.',
    ]);
  });

  test('[S3] an older one is brought up to date, and the chain has no gap', () => {
    const chain: Migration[] = [
      { to: 2, why: 'the seed was called random', up: ({ random, ...file }) => ({ ...file, seed: random ?? 0 }) },
      {
        to: 3,
        why: 'the seed belongs to the state',
        up: ({ seed, ...file }) => ({ ...file, state: { ...(file['state'] as JsonObject), seed: seed ?? 0 } }),
      },
    ];
    const old = changed((file) => ({ ...file, random: 77 }));
    expect(unwrap(readSession(old, { version: 3, chain })).state.seed).toBe(77);
    expect(unwrapFailure(readSession(old, { version: 4, chain }))[0]?.sentence).toBe(
      'No way is known from version 3 to version 4.',
    );
    expect(chainFlaws(sessionMigrations, sessionVersion)).toEqual([]);
  });
});

describe('another program', () => {
  const session = unwrap(readSession(saved(play(shop(), settings).press('ask'))));
  const edited = compileScenario(shop('Now it is {status}.').build());

  test('[S4] is refused, and an edited scenario told from another one', () => {
    expect(takeUpSession(compileScenario(shop().build()), session)).toEqual({ ok: true, value: session.state });
    expect(unwrapFailure(takeUpSession(edited, session))).toBe(
      '“Shop” was edited since this session was saved, so it may go on otherwise than it began.',
    );
    expect(unwrapFailure(takeUpSession(compileScenario(aScenario('Bank').build()), session))).toBe(
      'This session was saved in a talk with “Shop”, and this is “Bank”.',
    );
  });

  test('[S4] goes on all the same when that is asked for', () => {
    const state = unwrap(takeUpSession(edited, session, true));
    const effect = state.current?.awaited?.kind === 'effect' ? state.current.awaited.effect : '';
    const result = aResult({ outputs: { status: 'sent' } });
    const { outputs, state: after } = step(edited, state, { kind: 'effect.settled', at: 1, effect, result });
    expect(outputs[0]?.blocks).toEqual([{ kind: 'text', text: 'Now it is sent.' }]);
    expect(after.program).toBe(edited.hash);
  });

  test('[S4] leaves behind what it has no more', () => {
    const other = compileScenario(
      aScenario('Bank')
        .withConversation('B')
        .withScene('t')
        .withTurn('u')
        .user('hi')
        .app('hello', { text: 'Hi.' })
        .build(),
    );
    let state: SessionState = unwrap(takeUpSession(other, session, true));
    const effect = state.current?.awaited?.kind === 'effect' ? state.current.awaited.effect : '';
    state = step(other, state, { kind: 'effect.settled', at: 1, effect, result: aResult() }).state;
    const said = step(other, state, {
      kind: 'user.said',
      at: 2,
      utterance: { kind: 'callback', callback: 'hi', value: '', text: '' },
    });
    expect(said.outputs[0]?.blocks).toEqual([{ kind: 'text', text: 'Hi.' }]);
  });
});
