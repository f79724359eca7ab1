import type { ActionFailure, EffectResult } from '../../../shared/engine/effect.ts';

/** What ended before anybody was asked is neither live nor mocked. */
export const asRefused = (result: EffectResult): EffectResult =>
  result.attempts === 0 && result.failure !== null && refusals.has(result.failure) && result.origin !== 'mocked'
    ? { ...result, origin: 'refused' }
    : result;

const refusals: ReadonlySet<ActionFailure> = new Set([
  'unknownAction',
  'switchedOff',
  'permissionDenied',
  'missingInput',
  'invalidInput',
  'badRequest',
  'noMock',
  'notTrusted',
  'addressRefused',
  'secretMissing',
  'rateLimited',
]);
