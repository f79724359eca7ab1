import { describe, expect, test } from 'vitest';
import type { ActionRun, EffectResult } from '../../../../shared/engine/effect.ts';
import type { MessageOutput } from '../../../../shared/engine/output.ts';
import type { TraceEvent } from '../../../../shared/engine/trace-event.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import type { Cancellation, RunPorts } from '../../../../shared/runtime/ports.ts';
import { replayRecording } from '../../../../shared/runtime/replay.ts';
import { createRunSession, type RunSession, type RunSessionOptions } from '../../../../shared/runtime/run-session.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aResult, opening } from '../../../builders/play.ts';
import { need } from '../../../builders/need.ts';
import { textOf } from '../../../builders/text-of.ts';

const shop = (reply = 'It is {status}.') =>
  aScenario()
    .withApiAction('look', { outputs: { status: 'string' }, timeout: 500, confirmation: { when: 'never' } })
    .withApiAction('pay', { confirmation: { when: 'always' } })
    .withConversation('A')
    .withScene('s')
    .withTurn('t', { behaviors: ['STARTING', 'OPEN'] })
    .user('ask', { actions: ['look'] })
    .app('tell', { text: reply })
    .withTurn('u', { behaviors: ['STARTING', 'OPEN'] })
    .user('buy', { actions: ['pay'] })
    .app('bought', { text: 'Bought.' })
    .withTurn('v', { behaviors: ['STARTING', 'OPEN'] })
    .user('hello')
    .app('hi', { text: 'Hi.' });

type Asked = {
  readonly effect: ActionRun;
  readonly cancellation: Cancellation;
  readonly settle: (result: EffectResult) => void;
  readonly fail: (fault: unknown) => void;
};

/** A host that does nothing by itself: the test settles actions and lets time pass. */
class ScriptedHost implements RunPorts {
  readonly asked: Asked[] = [];
  readonly sleeping: { milliseconds: number; cancellation: Cancellation; wake: () => void }[] = [];
  time = opening.now;
  readonly now = (): number => (this.time += 10);
  readonly runAction: RunPorts['runAction'] = (effect, cancellation) =>
    new Promise((settle, fail) => this.asked.push({ effect, cancellation, settle, fail }));
  readonly sleep = (milliseconds: number, cancellation: Cancellation): Promise<void> =>
    new Promise((wake) => this.sleeping.push({ milliseconds, cancellation, wake }));
  get last(): Asked {
    return need(this.asked.at(-1));
  }
}

const { now: _now, ...open } = opening;

function start(more: Partial<RunSessionOptions> = {}) {
  const host = new ScriptedHost();
  const log: string[] = [];
  const trace: TraceEvent[] = [];
  const messages: MessageOutput[] = [];
  const session = createRunSession({
    program: compileScenario(shop().build()),
    ports: host,
    open,
    onTrace: (events) => {
      trace.push(...events);
      log.push(...events.map(({ kind }) => kind));
    },
    onMessages: (more) => {
      messages.push(...more);
      log.push('messages');
    },
    onWaiting: (waiting) => log.push(`waiting ${waiting}`),
    ...more,
  });
  const texts = (): string[] => messages.flatMap(({ blocks }) => blocks.map(textOf));
  return { host, log, trace, messages, texts, session };
}

const press = (session: RunSession, callback: string) =>
  session.say({ kind: 'callback', callback, value: '', text: '' });

describe('a session', () => {
  test('tells events, then messages, then whom it waits for, in order', async () => {
    const { session, log, host, texts } = start();
    expect(log).toEqual(['session.opened', 'waiting user']);
    log.length = 0;
    const said = press(session, 'ask');
    expect(log.slice(-3)).toEqual(['effect.requested', 'run.paused', 'waiting actions']);
    expect([host.last.effect.action, session.waiting]).toEqual(['look', 'actions']);
    log.length = 0;
    host.last.settle(aResult({ outputs: { status: 'sent' } }));
    expect(await said).toBe('user');
    expect([log[0], ...log.slice(-3), texts()]).toEqual([
      'effect.settled',
      'exchange.ended',
      'messages',
      'waiting user',
      ['It is sent.'],
    ]);
  });

  test('asks for confirmation and takes the answer', async () => {
    const { session, host, texts } = start();
    expect(await press(session, 'buy')).toBe('confirmation');
    const confirmed = session.confirm(true);
    host.last.settle(aResult());
    expect([await confirmed, texts().at(-1)]).toEqual(['user', 'Bought.']);
  });

  test('ends an action that takes too long, and tells it so', async () => {
    const { session, host, trace } = start();
    const said = press(session, 'ask');
    expect(host.sleeping.map(({ milliseconds }) => milliseconds)).toEqual([500]);
    host.time += 490;
    need(host.sleeping[0]).wake();
    await said;
    expect(trace.find(({ kind }) => kind === 'effect.settled')).toMatchObject({
      outcome: 'failed',
      failure: 'timedOut',
      detail: 'No answer within 500 ms.',
    });
    expect(host.last.cancellation.cancelled).toBe(true);
    host.last.settle(aResult({ outputs: { status: 'late' } }));
    await Promise.resolve();
    expect(session.state.contexts['user']).not.toHaveProperty('status');
  });

  test('does not keep the clock running after an answer', async () => {
    const { session, host } = start();
    const said = press(session, 'ask');
    host.last.settle(aResult());
    await said;
    expect(need(host.sleeping[0]).cancellation.cancelled).toBe(true);
  });

  test('takes a broken host for a failed connection', async () => {
    const { session, host, trace, texts } = start();
    const said = press(session, 'ask');
    host.last.fail(new Error('the wire was cut'));
    expect(await said).toBe('user');
    expect(trace.find(({ kind }) => kind === 'effect.settled')).toMatchObject({
      failure: 'connectionFailed',
      detail: 'the wire was cut',
    });
    expect(texts()).toEqual(['It is .']);
  });

  test('cancels what runs, and the talk goes on', async () => {
    const { session, host, trace } = start();
    void press(session, 'ask');
    let told = false;
    host.last.cancellation.onCancel(() => (told = true));
    expect(await session.cancel()).toBe('user');
    expect([told, trace.find(({ kind }) => kind === 'effect.settled')]).toMatchObject([true, { failure: 'cancelled' }]);
  });

  test('hears what a callback says while it is being told', async () => {
    const { host, ...rest } = start();
    let inner: Promise<number> | null = null;
    const session: RunSession = createRunSession({
      program: compileScenario(shop().build()),
      ports: host,
      open,
      onMessages: () => {
        inner ??= press(session, 'hello').then(() => session.state.exchange);
      },
    });
    await press(session, 'hello');
    expect([session.state.exchange, await Promise.resolve(inner)]).toEqual([2, 2]);
    expect(rest.session.state.exchange).toBe(0);
  });

  test('goes on with an edited scenario from its next exchange', async () => {
    const { session, host, texts } = start();
    const edited = compileScenario(shop('Edited: {status}.').build());
    const said = press(session, 'ask');
    session.reload(edited);
    host.last.settle(aResult({ outputs: { status: 'sent' } }));
    await said;
    const second = press(session, 'ask');
    host.last.settle(aResult({ outputs: { status: 'gone' } }));
    await second;
    expect(texts()).toEqual(['It is sent.', 'Edited: gone.']);
    expect(session.state.program).toBe(edited.hash);
  });

  test('after closing says nothing more and hands out what the person leaves behind', async () => {
    const { session, host, log } = start();
    session.set('user.name', 'Ada');
    const said = press(session, 'ask');
    log.length = 0;
    expect(session.close()).toEqual({ name: 'Ada' });
    host.last.settle(aResult());
    await Promise.all([said, press(session, 'hello'), session.cancel()]);
    expect(log).toEqual([]);
    expect(host.last.cancellation.cancelled).toBe(true);
  });
});

describe('saving and resuming', () => {
  test('a session that waited for the user goes on as if nothing had happened', async () => {
    const first = start();
    await press(first.session, 'hello');
    const saved = JSON.parse(JSON.stringify(first.session.state)) as typeof first.session.state;
    const second = start({ resume: saved });
    await press(second.session, 'hello');
    expect([second.texts(), second.trace[0]?.seq, second.session.state.exchange]).toEqual([['Hi.'], saved.seq + 1, 2]);
  });

  test('an action that was running counts as cancelled', async () => {
    const first = start();
    void press(first.session, 'ask');
    const second = start({ resume: first.session.state });
    await second.session.ready();
    expect(second.trace[0]).toMatchObject({ kind: 'effect.settled', failure: 'cancelled' });
    expect([second.session.waiting, second.host.asked]).toEqual(['user', []]);
  });

  test('a question that stood still stands', async () => {
    const first = start();
    await press(first.session, 'buy');
    const second = start({ resume: first.session.state });
    expect(second.session.waiting).toBe('confirmation');
    expect(await second.session.confirm(false)).toBe('user');
    expect(second.texts()).toEqual(['Bought.']);
  });
});

describe('recording', () => {
  test('replays to the same trace', async () => {
    const { session, host, trace } = start();
    session.set('user.name', 'Ada');
    const said = press(session, 'ask');
    host.last.settle(aResult({ outputs: { status: 'sent' } }));
    await said;
    await press(session, 'buy');
    await session.confirm(false);
    const recording = { ...session.recording, trace };
    expect(recording.inputs.map(({ kind }) => kind)).toEqual([
      'attribute.edited',
      'user.said',
      'effect.settled',
      'user.said',
      'confirmation.answered',
    ]);
    const replay = replayRecording(compileScenario(shop().build()), recording);
    expect([replay.firstDifference, JSON.stringify(replay.trace) === JSON.stringify(trace)]).toEqual([null, true]);
    const edited = replayRecording(compileScenario(shop('Changed.').build()), recording);
    expect(edited.firstDifference).toMatchObject({ index: 0, recorded: { kind: 'session.opened' } });
  });

  test('says where the scenario was edited, so that a replay can', async () => {
    const { session, trace } = start();
    const [first, edited] = [compileScenario(shop().build()), compileScenario(shop('Edited.').build())];
    await press(session, 'hello');
    const before = trace.length;
    // Saved again as it was, or moved about on the canvas: the talk is led by the same program.
    session.reload(compileScenario(shop().build()));
    session.reload(edited);
    await press(session, 'hello');
    const recording = { ...session.recording, trace };
    expect(recording).toMatchObject({ program: first.hash, edits: [{ after: 1, program: edited.hash }] });
    expect(replayRecording(first, recording).edits).toEqual([{ index: before, program: edited.hash }]);
  });

  test('of a resumed session begins with its state', async () => {
    const first = start();
    await press(first.session, 'hello');
    const second = start({ resume: first.session.state });
    await press(second.session, 'hello');
    const replay = replayRecording(compileScenario(shop().build()), {
      ...second.session.recording,
      trace: second.trace,
    });
    expect([replay.firstDifference, replay.trace.length > 0]).toEqual([null, true]);
  });

  test('keeps nothing when switched off, and still tells each input', async () => {
    const inputs: string[] = [];
    const { session } = start({ record: false, onInput: ({ kind }) => inputs.push(kind) });
    await press(session, 'hello');
    expect([session.recording.inputs, inputs]).toEqual([[], ['user.said']]);
  });
});
