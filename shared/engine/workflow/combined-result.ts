import { mappedResult, doneHere } from '../work-out-action.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import type { ActionOf } from '../../model/action-record.ts';
import type { EffectResult, Origin } from '../effect.ts';
import type { WorkflowFrame, WorkflowRun } from '../session-state.ts';
import type { Walked } from './walked.ts';

/** What a workflow that is over gives: outputs picked from what its steps gave, or why it did not get to its end. */
export function combinedResult(
  { done }: Pick<WorkflowRun, 'done'>,
  action: ActionOf<'workflow'>,
  place: string,
  { began }: WorkflowFrame,
  walked: Exclude<Walked, { state: 'blocked' }>,
  now: number,
): EffectResult {
  const inside = place === '' ? '' : `${place}/`;
  const origins = Object.entries(done).flatMap(([at, { origin }]) => (at.startsWith(inside) ? [origin] : []));
  const told = { origin: originOf(origins), duration: Math.max(0, now - began) };
  if (walked.state === 'failed') {
    const { step, failure, detail } = walked.failed;
    return {
      ...doneHere,
      ...told,
      outcome: 'failed',
      failure,
      detail: `The step “${step}” did not succeed. ${detail}`,
    };
  }
  const steps: JsonObject = Object.fromEntries(
    [...walked.values].map(([name, { value }]): [string, Json] => [name, value]),
  );
  return { ...mappedResult(action, { steps }), ...told };
}

/** A result with anything mocked in it must never be taken for a live one. */
const originOf = (origins: readonly Origin[]): Origin =>
  (['mocked', 'recorded', 'live'] as const).find((origin) => origins.includes(origin)) ?? 'default';
