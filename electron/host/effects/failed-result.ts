import type { ActionFailure, EffectResult, Origin } from '../../../shared/engine/effect.ts';

/** The result of an action that gave nothing. */
export const failedResult = (failure: ActionFailure, detail: string, origin: Origin = 'live'): EffectResult => ({
  outcome: 'failed',
  origin,
  outputs: {},
  failure,
  detail,
  status: null,
  duration: 0,
  attempts: 0,
  request: null,
  response: null,
});
