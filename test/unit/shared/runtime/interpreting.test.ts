import { describe, expect, test } from 'vitest';
import type { EffectResult, InterpretRun } from '../../../../shared/engine/effect.ts';
import type { TraceEvent } from '../../../../shared/engine/trace-event.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import type { Cancellation, RunPorts } from '../../../../shared/runtime/ports.ts';
import { replayRecording } from '../../../../shared/runtime/replay.ts';
import { createRunSession, type RunSessionOptions } from '../../../../shared/runtime/run-session.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { need } from '../../../builders/need.ts';
import { aResult, opening } from '../../../builders/play.ts';

const program = compileScenario(
  aScenario()
    .withInterpreter('model', {}, { kind: 'llm', timeout: 300 })
    .withConversation('A', { interpreter: 'model' })
    .withScene('s')
    .withTurn('t')
    .user('ask')
    .app('tell', { text: 'There.' })
    .withTurn('lost', { behaviors: ['STARTING'] })
    .user('intent.core.NoMatch')
    .app('sorry', { text: 'Sorry?' })
    .build(),
);

type Asked = {
  readonly effect: InterpretRun;
  readonly by: Cancellation;
  readonly answer: (result: EffectResult) => void;
};
const understood = aResult({ ranking: [{ intentId: 'ask', confidence: 0.9, attributes: {}, because: '' }] });

function start(more: Partial<RunSessionOptions> = {}, ports: Partial<RunPorts> = {}) {
  const asked: Asked[] = [];
  const sleeping: { readonly milliseconds: number; readonly wake: () => void }[] = [];
  const trace: TraceEvent[] = [];
  const { now, ...open } = opening;
  const session = createRunSession({
    program,
    ports: {
      now: () => now,
      runAction: () => Promise.reject(new Error('no action is run here')),
      interpret: (effect, by) => new Promise((answer) => asked.push({ effect, by, answer })),
      sleep: (milliseconds) => new Promise((wake) => sleeping.push({ milliseconds, wake })),
      ...ports,
    },
    open,
    onTrace: (events) => void trace.push(...events),
    ...more,
  });
  const settled = () => trace.findLast((event) => event.kind === 'effect.settled');
  return { session, asked, sleeping, trace, settled };
}
const say = (session: ReturnType<typeof start>['session']) => session.say({ kind: 'text', text: 'hm' });
const selected = (trace: readonly TraceEvent[]) => trace.findLast((event) => event.kind === 'intent.selected')?.ref;

describe('an interpreter that is asked', () => {
  test('answers, and the recording replays byte for byte without it', async () => {
    const { session, asked, trace } = start();
    const said = say(session);
    expect([session.waiting, need(asked[0]).effect.candidates.map(({ intentId }) => intentId)]).toEqual([
      'actions',
      ['ask', 'intent.core.NoMatch'],
    ]);
    need(asked[0]).answer(understood);
    expect([await said, selected(trace)]).toEqual(['user', 'tell']);
    const again = replayRecording(program, { ...session.recording, trace });
    expect([again.firstDifference, JSON.stringify(again.trace)]).toEqual([null, JSON.stringify(trace)]);
  });

  test('[E124] that takes too long has understood nothing', async () => {
    const { session, asked, sleeping, settled, trace } = start();
    const said = say(session);
    expect(need(sleeping[0]).milliseconds).toBe(300);
    need(sleeping[0]).wake();
    await said;
    expect(settled()).toMatchObject({ failure: 'timedOut', detail: 'No answer within 300 ms.' });
    expect([need(asked[0]).by.cancelled, selected(trace)]).toEqual([true, 'sorry']);
  });

  test('[E124] can be called off, and may be absent or broken', async () => {
    const cancelled = start();
    void say(cancelled.session);
    await cancelled.session.cancel();
    expect(cancelled.settled()).toMatchObject({ failure: 'cancelled' });
    const { now, ...open } = opening;
    const trace: TraceEvent[] = [];
    const alone = createRunSession({
      program,
      ports: { now: () => now, runAction: () => Promise.reject(new Error('none')) },
      open,
      onTrace: (events) => void trace.push(...events),
    });
    await say(alone);
    expect(trace.find(({ kind }) => kind === 'effect.settled')).toMatchObject({
      failure: 'badRequest',
      detail: 'Nobody is here who could ask an interpreter.',
    });
    const broken = start({}, { interpret: () => Promise.reject(new Error('the wire was cut')) });
    await say(broken.session);
    expect(broken.settled()).toMatchObject({ failure: 'connectionFailed', detail: 'the wire was cut' });
  });

  test('[E125] is asked the same again when the session is taken up', async () => {
    const first = start();
    void say(first.session);
    const resume = JSON.parse(JSON.stringify(first.session.state)) as typeof first.session.state;
    const second = start({ resume });
    expect([second.session.waiting, second.asked]).toEqual(['actions', []]);
    await Promise.resolve();
    expect(second.asked.map(({ effect }) => effect)).toEqual(first.asked.map(({ effect }) => effect));
    need(second.asked[0]).answer(understood);
    expect([await second.session.ready(), selected(second.trace)]).toEqual(['user', 'tell']);
    const again = replayRecording(program, { ...second.session.recording, trace: second.trace });
    expect(again.firstDifference).toBeNull();
  });

  test('[E125] is not asked by a session that was closed before it began', async () => {
    const first = start();
    void say(first.session);
    const second = start({ resume: first.session.state });
    second.session.close();
    await Promise.resolve();
    expect([second.asked, second.trace]).toEqual([[], []]);
  });
});
