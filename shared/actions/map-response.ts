import type { Json, JsonObject } from '../base/json.ts';
import type { ActionRecord } from '../model/action-record.ts';

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
  readonly failure: 'badStatus' | 'malformedResponse' | null;
  /** For people: why it failed, or which outputs could not be read. */
  readonly detail: string;
};

export function mapResponse(action: Pick<ActionRecord, 'outputs'>, response: ReceivedResponse): MappedResponse {
  void action;
  const failed = response.status >= 400;
  return { outcome: failed ? 'failed' : 'succeeded', outputs: {}, failure: failed ? 'badStatus' : null, detail: '' };
}
