import type { z } from 'zod';
import { actionRecordSchema, type ActionRecord, type ApiActionRecord } from '../../shared/model/action-record.ts';
import { integrationRecordSchema, type IntegrationRecord } from '../../shared/model/integration-record.ts';
import { mockRecordSchema, type MockRecord } from '../../shared/model/mock-record.ts';

type ApiActionInput = Extract<z.input<typeof actionRecordSchema>, { kind: 'api' }>;
type RequestInput = ApiActionInput['request'];
type Pairs = Readonly<Record<string, string>>;

/** A request written the short way: query, headers and form fields as objects, a JSON body as JSON. */
export type RequestOptions = {
  readonly base?: string;
  readonly path?: string;
  readonly method?: NonNullable<RequestInput['method']>;
  readonly query?: Pairs;
  readonly headers?: Pairs;
  readonly json?: unknown;
  readonly jsonText?: string;
  readonly form?: Pairs;
  readonly text?: string;
  readonly integration?: string;
};

/** An API action: `anApiAction({ path: '/orders/$orderId' }, { outputs: [{ name: 'status' }] })`. */
export function anApiAction(request: RequestOptions = {}, rest: Partial<ApiActionInput> = {}): ApiActionRecord {
  const action: ActionRecord = actionRecordSchema.parse({
    id: 'get-order',
    kind: 'api',
    name: 'getOrder',
    ...rest,
    request: {
      baseUrl: request.base ?? 'https://api.example.com',
      path: request.path ?? '',
      method: request.method ?? 'GET',
      query: toPairs(request.query),
      headers: toPairs(request.headers),
      integration: request.integration ?? null,
      body: toBody(request),
    },
  });
  if (action.kind !== 'api') throw new Error('an API action is of the kind "api"');
  return action;
}

export const anIntegration = (fields: Partial<z.input<typeof integrationRecordSchema>> = {}): IntegrationRecord =>
  integrationRecordSchema.parse({ id: 'shop', name: 'Shop', baseUrl: 'https://shop.example.com/v1', ...fields });

export const aMock = (fields: Partial<z.input<typeof mockRecordSchema>> = {}): MockRecord =>
  mockRecordSchema.parse({ id: 'mock', action: 'get-order', order: 'a0', ...fields });

const toPairs = (pairs: Pairs = {}) => Object.entries(pairs).map(([name, value]) => ({ name, value }));

function toBody({ json, jsonText, form, text }: RequestOptions): RequestInput['body'] {
  if (jsonText !== undefined) return { kind: 'json', text: jsonText };
  if (json !== undefined) return { kind: 'json', text: JSON.stringify(json) };
  if (form !== undefined) return { kind: 'form', fields: toPairs(form) };
  return text === undefined ? { kind: 'none' } : { kind: 'text', text };
}
