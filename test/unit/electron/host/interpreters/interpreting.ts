import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { EffectResult, InterpretRun } from '../../../../../shared/engine/effect.ts';
import { integrationRecordSchema } from '../../../../../shared/model/integration-record.ts';
import { asId } from '../../../../../shared/model/ids.ts';
import { interpreterRecordSchema, type InterpreterRecord } from '../../../../../shared/model/interpreter-record.ts';
import type { InterpretSetting } from '../../../../../shared/runtime/effect-setting.ts';
import { createActionPerformer } from '../../../../../electron/host/effects/action-performer.ts';
import type { PerformerPorts } from '../../../../../electron/host/effects/performer-ports.ts';
import { openPorts } from '../effects/performing.ts';

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
export type Service = { readonly origin: string; readonly received: Received[] };

const cleanups: (() => Promise<void>)[] = [];

export async function closeInterpreters(): Promise<void> {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
}

/** What a service once answered, as it was written down. */
export const recorded = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`replies/${name}.json`, import.meta.url)), 'utf8');

/** A service on this machine that answers every request alike and remembers what it was sent. */
export async function answering(
  reply: string | ((response: ServerResponse, asked: Received) => void),
): Promise<Service> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const asked = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      received.push(asked);
      if (typeof reply === 'function') reply(response, asked);
      else response.setHeader('content-type', 'application/json').end(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/** A chat model's reply with this text in it. */
export const chatReply = (content: string | null): string =>
  JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] });

export const settingFor = (
  kind: InterpreterRecord['kind'],
  more: object,
  integration: object | null,
): InterpretSetting => ({
  interpreter: interpreterRecordSchema.parse({
    kind,
    id: 'reader',
    name: 'Reader',
    ...(integration === null ? {} : { integration: 'service' }),
    ...more,
  }),
  integration:
    integration === null ? null : integrationRecordSchema.parse({ id: 'service', name: 'Service', ...integration }),
});

export const anUtterance = (more: Partial<InterpretRun> = {}): InterpretRun => ({
  kind: 'interpret.run',
  id: 'run-1.7',
  interpreter: asId('reader'),
  text: 'where is A-17',
  at: 1_700_000_000_000,
  candidates: [
    {
      intentId: 'order.status',
      name: 'Where is my order',
      description: '',
      samples: ['where is {order_id}', 'track my parcel'],
      expected: [
        { name: 'order_id', type: 'string' },
        { name: 'items', type: 'string[]' },
      ],
    },
    { intentId: 'order.cancel', name: 'order.cancel', description: 'Wants out', samples: ['cancel it'], expected: [] },
  ],
  language: '',
  timeout: 2_000,
  ...more,
});

/** Asks once, and closes everything after it. */
export async function ask(
  setting: InterpretSetting | null,
  effect: InterpretRun = anUtterance(),
  ports: Partial<PerformerPorts> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<EffectResult> {
  const performer = createActionPerformer({ ...openPorts, ...ports });
  try {
    return await performer.interpret(effect, setting, signal);
  } finally {
    await performer.close();
  }
}
