import type { Json, JsonObject } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import type { ActionOutput } from '../model/action-parts.ts';
import type { ActionRecord, ApiActionRecord } from '../model/action-record.ts';
import { readPath } from '../reference/read-path.ts';
import { fitOutput } from './fit-output.ts';
import { queryJson } from './query-json.ts';

export type ReceivedResponse = {
  readonly status: number;
  /** The body as JSON; null when it is not JSON (or is `null`). */
  readonly body: Json;
  readonly text: string;
};

export type MappedResponse = {
  readonly outcome: 'succeeded' | 'failed';
  /** By output name; null unsets. Empty on failure. */
  readonly outputs: JsonObject;
  readonly failure: 'badStatus' | 'malformedResponse' | 'reportedFailure' | null;
  /** For people: why it failed, or which outputs could not be read. */
  readonly detail: string;
};

/** What there is to know of an action to read its answers. */
export type AnsweredAction = Pick<ActionRecord, 'outputs'> &
  Partial<Pick<ApiActionRecord, 'succeedsWhen' | 'successes'>>;

/**
 * What an answer means for the conversation. The status decides on success, by class where the action says so, and
 * `succeedsWhen` where there is one; an `error` in a body is data.
 */
export function mapResponse(action: AnsweredAction, response: ReceivedResponse): MappedResponse {
  const rule = action.successes?.[classOf(response.status)] ?? response.status < 400;
  if (rule === false) return failed('badStatus', `The service answered with status ${response.status}.`);
  const isText = response.body === null && !/^\s*(?:null\s*)?$/.test(response.text);
  // The whole of an answer that is not JSON can still be kept as a text.
  if (isText && action.outputs.some((output) => output.from.trim() !== '@')) {
    return failed('malformedResponse', 'The service answered with something that is not JSON.');
  }
  const decisions = [rule === true ? '' : rule, action.succeedsWhen ?? ''];
  const refusal = isText
    ? null
    : decisions.map((path) => reportedFailure(path, response.body)).find((found) => found !== null);
  return refusal ?? mapOutputs(action.outputs, isText ? response.text : response.body);
}

type StatusClass = keyof NonNullable<ApiActionRecord['successes']>;
const classOf = (status: number): StatusClass => `${Math.trunc(status / 100)}xx` as StatusClass;

/** What the service itself says of how it went; null when it says nothing against it. */
function reportedFailure(path: string, body: Json): MappedResponse | null {
  if (path.trim() === '') return null;
  const found = queryJson(body, path);
  if (!found.ok) return failed('reportedFailure', found.failure);
  if (found.value !== null && found.value !== false) return null;
  const said = queryJson(body, 'errors[].message');
  const messages =
    said.ok && Array.isArray(said.value) ? said.value.filter((message) => typeof message === 'string') : [];
  return failed(
    'reportedFailure',
    ['The service says that it failed.', ...messages.slice(0, 3)].join(' ').slice(0, 500),
  );
}

const failed = (failure: NonNullable<MappedResponse['failure']>, detail: string): MappedResponse => ({
  outcome: 'failed',
  outputs: {},
  failure,
  detail,
});

function mapOutputs(outputs: readonly ActionOutput[], body: Json): MappedResponse {
  const warnings: string[] = [];
  const values = outputs.map((output): [string, Json] => {
    const value = readOutput(output, body);
    if (value.ok) return [output.name, value.value];
    warnings.push(`${output.name} is empty. ${value.failure}`);
    return [output.name, null];
  });
  return { outcome: 'succeeded', outputs: Object.fromEntries(values), failure: null, detail: warnings.join(' ') };
}

function readOutput(output: ActionOutput, body: Json): Result<Json, string> {
  const path = output.from.trim();
  const found = path === '' ? succeed(readPath(body, [output.name])) : queryJson(body, path);
  if (!found.ok) return found;
  const fitted = fitOutput(found.value, output.type);
  return fitted === undefined ? fail(`What came is no ${output.type}.`) : succeed(fitted);
}
