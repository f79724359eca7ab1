import { createHash } from 'node:crypto';
import { parseRequestText } from '../../../shared/actions/parse-request-text.ts';
import { RequestFiller } from '../../../shared/actions/request-filler.ts';
import type { ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import type { Cache, RateLimit } from '../../../shared/model/action-parts.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import { rateWords } from './action-limits.ts';
import { attemptAction } from './attempt-action.ts';
import { scopeOf } from './build-outgoing.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { failedResult } from './failed-result.ts';
import type { RealPorts } from './performer-ports.ts';
import { retryAction } from './retry-action.ts';

/**
 * Carries an action out within its limits: what is known already is given again, then it waits for its turn, and then it
 * is tried as often as it may be. All of that together takes no longer than the action may.
 */
export async function performForReal(
  ports: RealPorts,
  setting: EffectSetting,
  effect: ActionRun,
  signal: AbortSignal,
): Promise<EffectResult> {
  const { action, integration } = setting;
  const { cache } = ports.limits;
  const known = action.cache === undefined ? null : cacheKey(ports, setting, effect, action.cache);
  const kept = known === null ? null : cache.get(known);
  if (kept !== null) return { ...kept, cached: true, duration: 0, attempts: 0 };
  const timeout = Math.min(effect.timeout, integration?.timeout ?? effect.timeout);
  const deadline = createDeadline(timeout, ports.clock.elapsed, signal);
  try {
    const result = await inTurn(ports, setting, effect, deadline);
    if (known !== null && action.cache !== undefined && result.outcome === 'succeeded')
      cache.set(known, result, action.cache.seconds);
    return { ...result, duration: deadline.spent() };
  } finally {
    deadline.end();
  }
}

async function inTurn(
  ports: RealPorts,
  setting: EffectSetting,
  effect: ActionRun,
  deadline: Deadline,
): Promise<EffectResult> {
  const { action } = setting;
  const key = keyOf(ports, action.id);
  const refused = await waitForRate(ports, key, action.rateLimit, action.name, deadline);
  if (refused !== null) return refused;
  const leave =
    action.concurrency === undefined
      ? nobodyWaits
      : await ports.limits.concurrency.enter(key, action.concurrency, deadline.signal);
  if (leave === null) return overBefore(deadline, `Others of ${action.name} were still running.`);
  try {
    return await retryAction(action.retry, deadline, ports.clock.sleep, async (timeout) => {
      const integration = setting.integration;
      const integrationKey = keyOf(ports, integration?.id ?? '');
      const held = await waitForRate(ports, integrationKey, integration?.rateLimit, integration?.name ?? '', deadline);
      if (held !== null) return held;
      return attemptAction(ports, setting, effect, deadline, Math.min(timeout, deadline.remaining()));
    });
  } finally {
    leave();
  }
}

const nobodyWaits = (): void => undefined;
const keyOf = (ports: RealPorts, id: string): string => JSON.stringify([ports.scenario ?? '', id]);

/** Waits for its turn where that comes soon enough; otherwise says when it comes. */
async function waitForRate(
  ports: RealPorts,
  key: string,
  limit: RateLimit | undefined,
  name: string,
  deadline: Deadline,
): Promise<EffectResult | null> {
  if (limit === undefined) return null;
  for (;;) {
    const wait = ports.limits.rate.take(key, limit);
    if (wait === 0) return null;
    if (wait >= deadline.remaining())
      return failedResult(
        'rateLimited',
        `${name} may make ${rateWords(limit)}; the next one is free in ${Math.ceil(wait / 100) / 10} s.`,
      );
    await ports.clock.sleep(wait, deadline.signal);
    if (deadline.over() !== null) return overBefore(deadline, `${name} may make ${rateWords(limit)}.`);
  }
}

const overBefore = (deadline: Deadline, why: string): EffectResult =>
  deadline.over() === 'cancelled'
    ? failedResult('cancelled', 'The action was stopped before it began.')
    : failedResult('timedOut', `It did not begin in time. ${why}`);

/**
 * The same question of the same action, asked the same way: an edited action, another environment or another scenario
 * is another question.
 */
function cacheKey(ports: RealPorts, setting: EffectSetting, effect: ActionRun, cache: Cache): string {
  const { action, integration, values } = setting;
  const scope = scopeOf(values, ports.clock.now());
  const filler = new RequestFiller(action.inputs, effect.arguments, scope);
  const asked =
    cache.key === ''
      ? [effect.arguments, values.map(({ context, attribute, value }) => [context, attribute, value])]
      : filler.fill(parseRequestText(cache.key).parts, String, String);
  const whole = JSON.stringify([ports.scenario ?? '', ports.environment?.() ?? null, action, integration, asked]);
  return createHash('sha256').update(whole).digest('hex');
}
