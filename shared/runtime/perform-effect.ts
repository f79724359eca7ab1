import type { ActionFailure, Effect, EffectResult } from '../engine/effect.ts';
import { createCanceller, type Canceller } from './cancellation.ts';
import type { RunPorts } from './ports.ts';

/** Runs an effect to its one result: the host's, or a failure when it takes too long, breaks, or is cancelled. */
export async function performEffect(effect: Effect, ports: RunPorts, canceller: Canceller): Promise<EffectResult> {
  const started = ports.now();
  const failed = (failure: ActionFailure, detail: string): EffectResult =>
    failedResult(failure, detail, Math.max(0, ports.now() - started));
  const clock = createCanceller();
  const contestants = [
    perform(effect, ports, canceller, failed),
    new Promise<EffectResult>((resolve) => {
      canceller.onCancel(() => resolve(failed('cancelled', 'It was cancelled while it ran.')));
    }),
  ];
  if (ports.sleep !== undefined) {
    const late = ports.sleep(effect.timeout, clock);
    contestants.push(late.then(() => failed('timedOut', `No answer within ${effect.timeout} ms.`)));
  }
  const result = await Promise.race(contestants);
  clock.cancel();
  // Whoever lost the race should stop working.
  canceller.cancel();
  return result;
}

async function perform(
  effect: Effect,
  ports: RunPorts,
  canceller: Canceller,
  failed: (failure: ActionFailure, detail: string) => EffectResult,
): Promise<EffectResult> {
  try {
    if (effect.kind === 'action.run') return await ports.runAction(effect, canceller);
    if (ports.interpret === undefined) return failed('badRequest', 'Nobody is here who could ask an interpreter.');
    return await ports.interpret(effect, canceller);
  } catch (fault) {
    return failed('connectionFailed', fault instanceof Error ? fault.message : String(fault));
  }
}

export const failedResult = (failure: ActionFailure, detail: string, duration: number): EffectResult => ({
  outcome: 'failed',
  origin: 'default',
  outputs: {},
  failure,
  detail,
  status: null,
  duration,
  attempts: 1,
  request: null,
  response: null,
});
