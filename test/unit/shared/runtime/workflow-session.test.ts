import { describe, expect, test } from 'vitest';
import type { ActionRun, EffectResult } from '../../../../shared/engine/effect.ts';
import type { SessionState } from '../../../../shared/engine/session-state.ts';
import type { TraceEvent } from '../../../../shared/engine/trace-event.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { replayRecording } from '../../../../shared/runtime/replay.ts';
import { createRunSession, type RunSession } from '../../../../shared/runtime/run-session.ts';
import { api, shop, step, told } from '../../../builders/a-workflow.ts';
import { aResult, opening } from '../../../builders/play.ts';

type Asked = { readonly effect: ActionRun; readonly settle: (result: EffectResult) => void; cancelled: boolean };

/** Two branches, one of which asks first, and a step behind them. */
const program = compileScenario(
  shop(
    [
      {
        kind: 'together',
        name: 'both',
        branches: [[step('a', 'look')], [step('b', 'refund', { stopOnFailure: false })]],
      },
      step('last', 'pay'),
    ],
    {},
    (builder) => api(builder, 'refund', { confirmation: { when: 'always', question: 'Sure?' } }),
  ).build(),
);

function start(resume?: SessionState) {
  const asked: Asked[] = [];
  const trace: TraceEvent[] = [];
  let now = opening.now;
  const session = createRunSession({
    program,
    open: { ...opening, attributes: { 'user.order': 'A1' } },
    ...(resume === undefined ? {} : { resume }),
    ports: {
      now: () => (now += 10),
      runAction: (effect, cancellation) =>
        new Promise((settle) => {
          const one: Asked = { effect, settle, cancelled: false };
          cancellation.onCancel(() => (one.cancelled = true));
          asked.push(one);
        }),
    },
    onTrace: (events) => trace.push(...events),
  });
  return { session, asked, trace };
}
const go = (session: RunSession) => session.say({ kind: 'callback', callback: 'go', value: '', text: '' });
const settle = async (one: Asked | undefined): Promise<void> => {
  one?.settle(aResult({ outputs: { note: one.effect.action } }));
  await new Promise((resolve) => setImmediate(resolve));
};

describe('a workflow in a session', () => {
  test('actions of branches run at once, a question stands beside them, and the talk goes on when all is done', async () => {
    const { session, asked, trace } = start();
    // The question is the person's turn, whatever else is under way.
    expect(await go(session)).toBe('confirmation');
    expect(asked.map(({ effect }) => effect.action)).toEqual(['look']);
    void session.confirm(true);
    expect(asked.map(({ effect }) => effect.action)).toEqual(['look', 'refund']);
    await settle(asked[1]);
    await settle(asked[0]);
    const done = session.ready();
    await settle(asked[2]);
    expect([await done, session.state.current]).toEqual(['user', null]);
    expect(told(trace)).toEqual(['→ flow', '→ a', '→ b', '✓ b', '✓ a', '→ last', '✓ last', '✓ flow']);
    expect(replayRecording(program, { ...session.recording, trace }).firstDifference).toBeNull();
  });

  test('cancelling settles all that runs, and begins nothing more', async () => {
    const { session, asked, trace } = start();
    await go(session);
    void session.confirm(true);
    expect(await session.cancel()).toBe('user');
    expect(asked.map(({ cancelled }) => cancelled)).toEqual([true, true]);
    expect(told(trace)).toEqual(['→ flow', '→ a', '→ b', '✗ a', '✗ b', '✗ flow']);
    expect(session.state.contexts['user']).toMatchObject({ flow_action_success: false });
  });

  test('taken up again, what was running counts as cancelled, also while a question stands', async () => {
    const first = start();
    await go(first.session);
    const put = JSON.parse(JSON.stringify(first.session.state)) as SessionState;
    first.session.close();
    const { session, asked, trace } = start(put);
    await new Promise((resolve) => setImmediate(resolve));
    // Nobody is to agree to a part of something that has failed already.
    expect([session.waiting, told(trace), asked]).toEqual(['user', ['✗ a', '– b cancelled', '✗ flow'], []]);
  });
});
