import type { JsonObject } from '../../shared/base/json.ts';
import type { OpenOptions } from '../../shared/engine/session-state.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import type { WorkflowStep } from '../../shared/model/action-kinds.ts';
import { aScenario, type ScenarioBuilder } from './a-scenario.ts';
import { reference } from './conditions.ts';
import { play, type Talk } from './play.ts';

export type Fields = Record<string, unknown>;
export const api = (builder: ScenarioBuilder, name: string, more: Fields = {}): ScenarioBuilder =>
  builder.withAction('api', name, {
    request: {},
    inputs: [{ name: 'id' }],
    outputs: [{ name: 'total', type: 'int' }, { name: 'note' }],
    ...more,
  });

export const step = (name: string, action: string, more: Fields = {}): Fields => ({
  kind: 'action',
  name,
  action,
  inputs: { id: reference('args.order') },
  ...more,
});

/** `flow` runs the steps; `look` and `pay` are asked of the host. Pressing `go` uses it. */
export function shop(
  steps: readonly Fields[],
  flow: Fields = {},
  more: (builder: ScenarioBuilder) => unknown = () => {},
) {
  const builder = aScenario();
  api(builder, 'look');
  api(builder, 'pay');
  builder.withAction('workflow', 'flow', {
    inputs: [{ name: 'order' }, { name: 'items', type: 'list', required: false }],
    outputs: [{ name: 'all', type: 'json', from: 'steps' }],
    steps: steps as unknown as WorkflowStep[],
    ...flow,
  });
  more(builder);
  return builder
    .withConversation('A')
    .withScene('s')
    .withTurn('t', { behaviors: ['STARTING', 'OPEN'] })
    .user('go', {
      actions: [
        {
          id: 'use',
          action: 'flow',
          inputs: { order: 'user.order', items: 'user.items' },
          outputs: { all: 'session.all' },
        },
      ],
    })
    .app('told', { text: 'Done.' });
}
export const begin = (scenario: ScenarioBuilder, more: JsonObject = {}, options: Partial<OpenOptions> = {}): Talk =>
  play(scenario.withAttribute('items', 'list'), { attributes: { order: 'A1', ...more }, ...options }).press('go');

/** The result of the workflow. */
export const all = (talk: Talk): unknown => talk.state.contexts['session']?.['all'];
/** What was requested, how it ended, and what was skipped, in order. */
export const told = (trace: readonly TraceEvent[]): readonly string[] =>
  trace.flatMap((event) => {
    if (event.kind === 'effect.requested') return [`→ ${event.step ?? event.name}`];
    if (event.kind === 'effect.settled')
      return [`${event.outcome === 'succeeded' ? '✓' : '✗'} ${event.step ?? event.name}`];
    return event.kind === 'action.skipped' ? [`– ${event.step ?? event.name} ${event.failure}`] : [];
  });
