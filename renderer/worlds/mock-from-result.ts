import { isJsonObject, type Json, type JsonObject } from '../../shared/base/json.ts';
import type { EffectResult } from '../../shared/engine/effect.ts';
import { MASK } from '../../shared/engine/mask.ts';
import type { ActionOutput } from '../../shared/model/action-parts.ts';
import type { MockRecord } from '../../shared/model/mock-record.ts';
import { readJson } from '../../shared/persistence/read-json.ts';

/** How an action ended, as far as an example needs it: of a test or of a talk. */
export type Ended = Pick<
  EffectResult,
  'outcome' | 'outputs' | 'failure' | 'status' | 'response' | 'duration' | 'given'
>;

/** What an example says; where it belongs and what it is called is decided elsewhere. */
export type MockAnswer = Pick<MockRecord, 'when' | 'status' | 'body' | 'delay'> & Pick<Partial<MockRecord>, 'failure'>;

/** The failures an example can play; any other is shown as the status it came with. */
const played: ReadonlySet<string> = new Set(['connectionFailed', 'timedOut', 'malformedResponse']);

/** The example that would have given the same result. What was covered in the result stays covered in the example. */
export function mockFromResult(
  outputs: readonly ActionOutput[],
  ended: Ended,
  { when, keepsTime }: { readonly when: JsonObject; readonly keepsTime: boolean },
): MockAnswer {
  const delay = keepsTime ? Math.min(600_000, Math.round(ended.duration)) : 0;
  const answer = { when: readable(when), status: statusOf(ended), body: bodyOf(outputs, ended), delay };
  return ended.failure !== null && played.has(ended.failure) && ended.response === null
    ? { ...answer, failure: ended.failure as NonNullable<MockRecord['failure']> }
    : answer;
}

/** Nothing is asked of arguments nobody may read, and of those that were left out. */
const readable = (args: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(args).filter(([, value]) => value !== null && !JSON.stringify(value).includes(MASK)),
  );

function statusOf({ outcome, status }: Ended): number {
  if (status !== null && status >= 100 && status <= 599) return status;
  return outcome === 'succeeded' ? 200 : 500;
}

/** The answer as it came; where it cannot be read any more, one the outputs are found in again. */
function bodyOf(outputs: readonly ActionOutput[], { response, outputs: values, given }: Ended): Json {
  if (given !== undefined) return given;
  const read = response === null || response.body === '' ? null : readJson(response.body);
  if (read?.ok === true) return read.value;
  return outputs.reduce<Json>(
    (body, { name, from }) => withValue(body, pathOf(from === '' ? name : from), values[name] ?? null),
    {},
  );
}

const pathOf = (from: string): readonly string[] =>
  /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(from) ? from.split('.') : [];

function withValue(body: Json, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return body;
  const fields = isJsonObject(body) ? body : {};
  const inner = Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
  return { ...fields, [key]: rest.length === 0 ? value : withValue(inner, rest, value) };
}
