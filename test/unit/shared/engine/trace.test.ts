import { describe, expect, test } from 'vitest';
import { openSession } from '../../../../shared/engine/open-session.ts';
import type { TraceEvent } from '../../../../shared/engine/trace-event.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { guardedStep } from '../../../../shared/runtime/guarded-step.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { value, when } from '../../../builders/conditions.ts';
import { opening, play } from '../../../builders/play.ts';
import { traceViolations } from '../../../builders/trace-violations.ts';

const busy = () =>
  aScenario()
    .withAttribute('age', 'int')
    .withApiAction('look', {
      inputs: ['code'],
      outputs: ['found'],
      confirmation: { when: 'always', question: '{code}?' },
    })
    .withSetAttributesAction('note', { 'session.noted': value('yes') })
    .withConversation('A')
    .withScene('s')
    .withTurn('t', { behaviors: ['STARTING', 'OPEN'] })
    .user('ask', { expects: ['session.code'], actions: [{ action: 'look', inputs: { code: 'session.code' } }, 'note'] })
    .app('told', { text: '{found}', virtualIntent: 'go_on', conditions: [when('user.action_success', 'is_set')] })
    .withTurn('u', { validOrigins: ['told'] })
    .user('go_on')
    .app('more', { sets: { found: value(null) }, behaviors: ['COMPLETING'] });

const busyTalk = () =>
  play(busy(), { attributes: { age: '17' } })
    .hear({ kind: 'opened' })
    .press('ask', 'code.7')
    .say('maybe')
    .say('yes')
    .press('ask')
    .settle({ outputs: { found: 'here' } })
    .say('no')
    .edit('user.age', 18)
    .hear({ kind: 'restart' });

describe('the trace', () => {
  test('[E110] is dense, dated by its inputs, and a tree', () => {
    const { trace } = busyTalk();
    expect(trace.map(({ seq }) => seq)).toEqual(trace.map((_, index) => index + 1));
    expect(trace.length).toBeGreaterThan(60);
    const bySeq = new Map(trace.map((event) => [event.seq, event]));
    const isCaused = (event: TraceEvent): boolean => {
      if (event.causedBy === null)
        return ['session.opened', 'utterance.received', 'attribute.set'].includes(event.kind);
      return event.causedBy < event.seq && bySeq.get(event.causedBy)?.exchange === event.exchange;
    };
    expect(trace.filter((event) => !isCaused(event))).toEqual([]);
    expect(new Set(trace.map(({ at }) => at)).size).toBeGreaterThan(5);
  });

  test('[E111] gives the attributes of the state when its values are replayed', () => {
    const { trace, state } = busyTalk();
    expect(state.contexts['user']).toMatchObject({ age: 18, action_success: true });
    expect(traceViolations(trace, state)).toEqual([]);
    const [last] = trace.filter(({ kind }) => kind === 'attribute.set').slice(-1);
    expect(
      traceViolations(
        trace.filter((event) => event !== last),
        state,
      ).join(),
    ).toContain('contexts differ');
  });

  test('[E112] settles every requested effect once at most', () => {
    const { trace } = busyTalk();
    const effects = trace.flatMap((event) =>
      event.kind === 'effect.requested' || event.kind === 'effect.settled' ? [`${event.kind} ${event.effect}`] : [],
    );
    expect(effects.length).toBeGreaterThan(3);
    expect(new Set(effects).size).toBe(effects.length);
  });
});

describe('sensitive values', () => {
  const canary = 'canary-4711';
  const scenario = () =>
    aScenario()
      .withAttribute('card', 'string', { sensitive: true })
      .withApiAction('pay', {
        inputs: [{ name: 'card' }, { name: 'pin', sensitive: true }],
        outputs: [{ name: 'receipt', sensitive: true }, { name: 'token' }],
        confirmation: { when: 'always', question: 'Use {card}?' },
        onFailure: { message: 'Not with {card | uppercase}.' },
      })
      .withConversation('A')
      .withScene('s')
      .withTurn('t', { behaviors: ['STARTING', 'OPEN'] })
      .user('pay', {
        samples: ['my card is {user.card}'],
        expects: ['user.card'],
        sets: { 'session.copy': 'user.card', 'session.whole': 'utterance_text' },
        actions: [
          { action: 'pay', inputs: { card: 'user.card', pin: 'session.pin' }, outputs: { receipt: 'session.kept' } },
        ],
      })
      .app('paid', {
        messages: [
          {
            text: 'Paid with {card}: {session.kept} {session.copy} {session.whole}',
            buttons: [{ text: 'Again with {card}', callback: 'pay', value: 'card.{card}' }],
          },
        ],
        conditions: [when('user.card', 'is_set'), when('user.card', 'not_eq', 'x'), when('session.kept', 'is_set')],
      });

  test('[E113] are covered everywhere in the trace, and used everywhere else', () => {
    const talk = play(scenario(), { attributes: { 'session.pin': `${canary}-pin` } });
    talk.trace.length = 0;
    talk.hear({ kind: 'form', callback: 'pay', fields: { card: canary, shown: 'yes' }, text: `card: ${canary}` });
    expect(talk.texts[0]).toContain('4711');
    expect(talk.say('yes').effect.arguments).toEqual({ card: canary, pin: `${canary}-pin` });
    talk.settle({ outputs: { receipt: `${canary}-receipt`, token: 'plain' } });
    expect(talk.state.contexts['session']).toMatchObject({ kept: `${canary}-receipt` });
    expect(talk.outputs[0]?.blocks[0]).toMatchObject({
      kind: 'button',
      buttons: [{ text: `Again with ${canary}`, value: `card.${canary}` }],
    });
    expect(talk.event('effect.settled').outputs).toEqual({ receipt: '••••••••', token: 'plain' });
    talk.press('pay', `card.${canary}`, canary).say('no');
    talk.say(`My card is ${canary}`).confirm(false);
    const written = JSON.stringify(talk.trace);
    expect(written).toContain('••••••••');
    expect(written).not.toContain(canary);
    expect(JSON.stringify(talk.state.history)).not.toContain(canary);
  });

  test('[E113] the words that decided go with the text they are of', () => {
    const talk = play(
      aScenario()
        .withAttribute('email', 'string', { sensitive: true })
        .withConversation('A')
        .withScene('s')
        .withTurn('t')
        .user('mail', { samples: ['this is my mail address'], expects: ['user.email'] }),
    );
    const plain = talk.say('my mail address is a secret').event('intent.ranked').ranking[0];
    expect(plain?.detail?.words).not.toEqual([]);
    talk.trace.length = 0;
    talk.say('my mail address is zoe@example.com');
    expect(talk.event('intent.ranked').ranking).toEqual([
      expect.objectContaining({ intentId: 'mail', because: '', attributes: { email: '••••••••' } }),
    ]);
    expect(JSON.stringify(talk.trace)).not.toMatch(/zoe|example/);
  });

  test('[E113] the mask says nothing about the value', () => {
    const covered = (card: string): unknown => play(scenario(), { attributes: { card } }).event('attribute.set').after;
    expect([covered('x'), covered('x'.repeat(500))]).toEqual(['••••••••', '••••••••']);
  });
});

test('[E114] a bug of ours ends the exchange and leaves the session usable', () => {
  const program = compileScenario(busy().build());
  const opened = openSession(program, opening).state;
  const broken = new Proxy(program, {
    get: (target, key) => {
      if (key === 'intents') throw new Error('the index is gone');
      return Reflect.get(target, key) as unknown;
    },
  });
  const said = {
    kind: 'user.said',
    at: 1,
    utterance: { kind: 'callback', callback: 'ask', value: 'code.1', text: '' },
  } as const;
  const faulted = guardedStep(broken, opened, said);
  expect(faulted).toMatchObject({
    waiting: 'user',
    outputs: [],
    effects: [],
    trace: [{ kind: 'engine.faulted', seq: opened.seq + 1, sentence: 'the index is gone' }],
  });
  expect({ ...faulted.state, seq: opened.seq }).toEqual(opened);
  expect(guardedStep(program, faulted.state, said).waiting).toBe('confirmation');
});
