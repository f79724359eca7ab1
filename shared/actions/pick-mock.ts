import type { JsonObject } from '../base/json.ts';
import type { ActionRecord } from '../model/action-record.ts';
import type { MockRecord } from '../model/mock-record.ts';
import { utf8Encode } from '../values/utf8.ts';
import { valueText } from '../values/value-text.ts';
import { mapResponse, type MappedResponse } from './map-response.ts';

/** What decides between examples that fit alike. */
export type MockChoice = {
  /** The id of the chosen world; null: only examples that belong to every world. */
  readonly world: string | null;
  /** The draw of this call, from the seed of the session: a share of 1, or a whole number. */
  readonly chance: number;
  /** How often this sequence, named by the ids of its examples, was asked for before; asking counts. */
  readonly turn: (sequence: string) => number;
};

const firstChoice: MockChoice = { world: null, chance: 0, turn: () => 0 };

/**
 * The example that answers: those of the chosen world are looked at before those of none, and the first whose conditions
 * fit the arguments, compared as text, decides. Null when none does.
 */
export function pickMock(
  mocks: readonly MockRecord[],
  args: JsonObject,
  choice: MockChoice = firstChoice,
): MockRecord | null {
  const { world } = choice;
  const ofWorld = world === null ? [] : mocks.filter((mock) => mock.world === world);
  const ofAll = mocks.filter((mock) => mock.world === undefined);
  return pickAmong(ofWorld, args, choice) ?? pickAmong(ofAll, args, choice);
}

function pickAmong(mocks: readonly MockRecord[], args: JsonObject, choice: MockChoice): MockRecord | null {
  const fitting = mocks.filter((mock) => fits(mock, args));
  const [first] = fitting;
  if (first?.pick === undefined) return first ?? null;
  const group = fitting.filter(({ pick }) => pick === first.pick);
  const at = first.pick === 'random' ? drawn(choice.chance, group.length) : choice.turn(idsOf(group));
  return group[Math.min(at, group.length - 1)] ?? null;
}

const idsOf = (mocks: readonly MockRecord[]): string => mocks.map(({ id }) => id).join(' ');

const drawn = (chance: number, count: number): number =>
  Number.isInteger(chance) ? Math.abs(chance) % count : Math.floor((Math.abs(chance) % 1) * count);

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

/** A call that fails as the mock says, without an answer. */
export const failedMock = (mock: MockRecord, failure: NonNullable<MockRecord['failure']>) =>
  ({
    outcome: 'failed',
    origin: 'mocked',
    outputs: {},
    failure,
    detail: failedMockSentences[failure],
    status: null,
    duration: mock.delay,
    attempts: 1,
    request: null,
    response: null,
  }) as const;

const failedMockSentences = {
  connectionFailed: 'The example says: no connection.',
  timedOut: 'The example says: no answer in time.',
  malformedResponse: 'The example says: an answer that cannot be read.',
} as const;
