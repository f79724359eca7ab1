import { failedMock, mockResult, pickMock, type MockChoice } from '../../../shared/actions/pick-mock.ts';
import type { ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import type { MockRecord } from '../../../shared/model/mock-record.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import type { EffectClock } from './effect-clock.ts';
import { failedResult } from './failed-result.ts';
import { shownCap, withoutSensitive } from './shown-exchange.ts';

/** The examples of one run: which world they are taken from, and how far sequences have come. */
export type MockDesk = {
  /** Null when no example fits. */
  readonly pick: (setting: EffectSetting, effect: ActionRun) => MockRecord | null;
};

/** `calls` counts the turns of sequences; shared by whoever goes on with them. */
export function createMockDesk(world: () => string | null, calls = new Map<string, number>()): MockDesk {
  return {
    pick: ({ mocks }, effect) => {
      const choice: MockChoice = {
        world: world(),
        chance: effect.chance ?? 0,
        turn: (sequence) => {
          const key = JSON.stringify([effect.action, sequence]);
          const turn = calls.get(key) ?? 0;
          calls.set(key, turn + 1);
          return turn;
        },
      };
      return pickMock(mocks, effect.arguments, choice);
    },
  };
}

/** What an example says, after the time it pretends to take. */
export async function answerMock(
  clock: EffectClock,
  { action, sensitiveOutputs }: EffectSetting,
  mock: MockRecord,
  effect: ActionRun,
  signal: AbortSignal,
): Promise<EffectResult> {
  await clock.sleep(Math.min(mock.delay, effect.timeout), signal);
  if (signal.aborted) return failedResult('cancelled', 'The action was stopped before it was answered.', 'mocked');
  if (mock.delay > effect.timeout)
    return {
      ...failedResult('timedOut', timeoutSentence(action.name, effect.timeout), 'mocked'),
      duration: effect.timeout,
    };
  if (mock.failure !== undefined) return failedMock(mock, mock.failure);
  const result = mockResult(action, mock);
  const body = withoutSensitive(result.response.body, mock.body, result.outputs, sensitiveOutputs);
  return { ...result, response: { ...result.response, body: body.slice(0, shownCap) } };
}

export const noMockSentence = (action: string, count: number, world: string | null): string => {
  if (count === 0) return `${action} has no example to answer from. Add one, or run live.`;
  const where = world === null ? '' : ' in the world that was chosen';
  return `None of the ${count} examples of ${action} fits these arguments${where}. Add one without conditions as the last.`;
};

const timeoutSentence = (action: string, timeout: number): string =>
  `${action} was not answered within ${timeout / 1000} s.`;
