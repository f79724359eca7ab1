import type { JsonObject } from '../base/json.ts';
import type { ActionRecord } from '../model/action-record.ts';
import type { MockRecord } from '../model/mock-record.ts';
import { utf8Encode } from '../values/utf8.ts';
import { valueText } from '../values/value-text.ts';
import { mapResponse, type MappedResponse } from './map-response.ts';

/** The first mock whose conditions fit the arguments, compared as text; null when none does. */
export function pickMock(mocks: readonly MockRecord[], args: JsonObject): MockRecord | null {
  return mocks.find((mock) => fits(mock, args)) ?? null;
}

const fits = (mock: MockRecord, args: JsonObject): boolean =>
  Object.entries(mock.when).every(
    ([name, wanted]) => valueText(wanted) === (Object.hasOwn(args, name) ? valueText(args[name] ?? null) : ''),
  );

/** The result of an action answered by a mock; the same fields as a live one. */
export type MockedResult = MappedResponse & {
  readonly origin: 'mocked';
  readonly status: number;
  readonly duration: number;
  readonly attempts: number;
  readonly request: null;
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly bytes: number;
  };
};

/** A mock's answer goes through the same mapping as a live one. */
export function mockResult(action: Pick<ActionRecord, 'outputs'>, mock: MockRecord): MockedResult {
  const text = mock.body === null ? '' : JSON.stringify(mock.body);
  return {
    ...mapResponse(action, { status: mock.status, body: mock.body, text }),
    origin: 'mocked',
    status: mock.status,
    duration: mock.delay,
    attempts: 1,
    request: null,
    response: {
      status: mock.status,
      headers: { 'content-type': 'application/json' },
      body: text,
      bytes: utf8Encode(text).length,
    },
  };
}
