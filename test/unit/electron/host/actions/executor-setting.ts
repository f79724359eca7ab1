import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionRecordSchema, type ActionOf } from '../../../../../shared/model/action-record.ts';
import { asId } from '../../../../../shared/model/ids.ts';
import { integrationRecordSchema, type IntegrationRecord } from '../../../../../shared/model/integration-record.ts';
import type {
  ActionTask,
  ExecutedKind,
  ExecutorPorts,
  ServiceAnswer,
  ServiceRequest,
} from '../../../../../electron/host/actions/action-executor.ts';

/** What an executor asked of a service. */
export type Asked = { readonly request: ServiceRequest; readonly integration: IntegrationRecord | null };

/** Ports that refuse whatever a test has not given. */
export function aPorts(given: Partial<ExecutorPorts> = {}): ExecutorPorts {
  return {
    callService: () =>
      Promise.resolve({ ok: false, failure: 'notTrusted', detail: 'Nothing is called for this scenario.' }),
    allowAddress: () => Promise.resolve({ refused: 'Nothing is allowed.', failure: 'addressRefused' }),
    scenarioFolder: () => aFolder(),
    besideScenario: () => null,
    now: () => Date.UTC(2027, 0, 31, 12),
    ...given,
  };
}

/** A service that answers everything alike, and the list of what it was asked. */
export function aService(status: number, json: NonNullable<Extract<ServiceAnswer, { ok: true }>['json']>) {
  const asked: Asked[] = [];
  const callService: ExecutorPorts['callService'] = (request, integration) => {
    asked.push({ request, integration });
    return Promise.resolve({ ok: true, status, headers: {}, text: JSON.stringify(json), json });
  };
  return { asked, callService };
}

/** Allows the very address that is asked for. */
export const allowLoopback =
  (secret: string | null = null): ExecutorPorts['allowAddress'] =>
  (url) =>
    Promise.resolve({ host: url.hostname, address: '127.0.0.1', port: Number(url.port), secret });

export function anAction<Kind extends ExecutedKind>(kind: Kind, fields: Record<string, unknown>): ActionOf<Kind> {
  return actionRecordSchema.parse({ kind, id: asId('act'), name: 'tryIt', ...fields }) as ActionOf<Kind>;
}

export const anIntegration = (fields: Record<string, unknown>): IntegrationRecord =>
  integrationRecordSchema.parse({ id: asId('service'), name: 'Service', ...fields });

export function aTask<Kind extends ExecutedKind>(
  action: ActionOf<Kind>,
  rest: Partial<Omit<ActionTask<Kind>, 'action'>> = {},
): ActionTask<Kind> {
  return {
    action,
    integration: null,
    args: {},
    talk: null,
    mayReachOut: true,
    chance: 0.5,
    timeout: 4_999.87,
    ...rest,
  };
}

export const aFolder = async (): Promise<string> => realpath(await mkdtemp(join(tmpdir(), 'parley-actions-')));

export const never = (): AbortSignal => new AbortController().signal;
