import { createHash } from 'node:crypto';
import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Json } from '../../../shared/base/json.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { EffectResult, InterpretRun } from '../../../shared/engine/effect.ts';
import { acceptRanking } from '../../../shared/interpret/accept-ranking.ts';
import type { RankedIntent } from '../../../shared/interpret/ranked-intent.ts';
import { actionRecordSchema, type ApiActionRecord } from '../../../shared/model/action-record.ts';
import type { IntegrationRecord } from '../../../shared/model/integration-record.ts';
import { asId } from '../../../shared/model/ids.ts';
import type { AskedInterpreter } from '../../../shared/model/interpreter-record.ts';
import { failedResult } from '../effects/failed-result.ts';
import { callLive, type LivePorts } from '../effects/live-call.ts';
import { dialogflowAdapter } from './dialogflow-adapter.ts';
import type { InterpreterAdapter } from './interpret-port.ts';
import { lexAdapter } from './lex-adapter.ts';
import { llmAdapter } from './llm-adapter.ts';

/**
 * Asks a service what an utterance means, on the one way out that actions take: the same trust, consent, secrets,
 * addresses and limits. Its answer chooses among the candidates and does nothing else.
 */
export async function askService(
  ports: LivePorts,
  asked: { readonly record: AskedInterpreter; readonly integration: IntegrationRecord | null },
  effect: InterpretRun,
  signal: AbortSignal,
): Promise<EffectResult> {
  const { record, integration } = asked;
  if (integration === null)
    return failedResult('badRequest', `${record.name} has no integration to be reached through.`);
  const adapter = adapterFor(record, effect);
  const payload = adapter.payload();
  if (!payload.ok) return failedResult('badRequest', payload.failure);
  const setting = {
    action: toAction(record),
    integration,
    mocks: [],
    values: [],
    sensitiveInputs: [],
    sensitiveOutputs: [],
    talk: null,
  };
  const run = {
    kind: 'action.run',
    id: effect.id,
    action: setting.action.id,
    use: null,
    arguments: { payload: payload.value, session: sessionFor(effect) },
    timeout: effect.timeout,
  } as const;
  const result = await callLive(ports, setting, run, { timeout: run.timeout, signal });
  if (result.outcome === 'failed') return result;
  const read = adapter.read(result.outputs['reply'] ?? null);
  if (!read.ok)
    return { ...result, outcome: 'failed', outputs: {}, failure: 'malformedResponse', detail: read.failure };
  return { ...result, outputs: {}, ranking: forCandidates(effect, read.value) };
}

/** A request to a service is the request of an action that sends one thing and wants the whole of the answer. */
const toAction = (record: AskedInterpreter): ApiActionRecord =>
  actionRecordSchema.parse({
    kind: 'api',
    id: asId(record.id),
    name: record.name,
    inputs: [{ name: 'payload', type: 'json' }],
    outputs: [{ name: 'reply', type: 'json', from: '@' }],
    request: {
      integration: record.integration,
      method: 'POST',
      path: record.path,
      body: { kind: 'json', text: '"$payload"' },
    },
  }) as ApiActionRecord;

/** New for every utterance: what a service remembers of a talk must not speak into ours. */
const sessionFor = ({ id }: InterpretRun): string => createHash('sha256').update(id).digest('hex').slice(0, 32);

type BoundAdapter = {
  readonly payload: () => Result<Json, string>;
  readonly read: (reply: Json) => Result<readonly RankedIntent[], string>;
};

function adapterFor(record: AskedInterpreter, effect: InterpretRun): BoundAdapter {
  switch (record.kind) {
    case 'llm':
      return bind(llmAdapter, record, effect);
    case 'dialogflow':
      return bind(dialogflowAdapter, record, effect);
    case 'lex':
      return bind(lexAdapter, record, effect);
    default:
      return assertNever(record);
  }
}

const bind = <Record extends AskedInterpreter>(
  adapter: InterpreterAdapter<Record>,
  record: Record,
  effect: InterpretRun,
): BoundAdapter => ({
  payload: () => adapter.payload(record, effect),
  read: (reply) => adapter.read(record, effect, reply),
});

function forCandidates({ candidates }: InterpretRun, ranking: readonly RankedIntent[]): readonly RankedIntent[] {
  const names = new Map(candidates.map(({ intentId, expected }) => [intentId, expected.map(({ name }) => name)]));
  return acceptRanking(ranking, (intentId) => names.get(intentId));
}
