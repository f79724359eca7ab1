import type { Json } from '../../../../shared/base/json.ts';
import type { Result } from '../../../../shared/base/result.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { readJson } from '../../../../shared/persistence/read-json.ts';
import { readLimits } from '../../../../shared/persistence/read-limits.ts';
import { withoutFence } from '../../interpreters/chat-reply.ts';
import type { ServiceRequest } from '../action-executor.ts';
import type { ModelAnswer, ModelRequest } from './model-request.ts';

/** A model's name and its knobs. */
export type ModelChoice = Pick<ActionOf<'llm'>, 'path' | 'model'> &
  Partial<
    Pick<
      ActionOf<'llm'>,
      'temperature' | 'topP' | 'maxTokens' | 'frequencyPenalty' | 'presencePenalty' | 'seed' | 'stop' | 'effort'
    >
  >;

/** How one kind of service is asked, and what its answer says. It neither connects nor sees a secret. */
export type ModelService = {
  readonly request: (choice: ModelChoice, asked: ModelRequest, strict: boolean) => ServiceRequest;
  /** Reads a stranger's answer; the failure is a sentence. */
  readonly read: (reply: Json, asked: ModelRequest) => Result<ModelAnswer, string>;
};

/** What is set, by the name the service has for it. */
export const knobs = (given: Readonly<Record<string, Json | undefined>>): { readonly [name: string]: Json } =>
  Object.fromEntries(Object.entries(given).filter((entry): entry is [string, Json] => entry[1] !== undefined));

/** A text that should be JSON; null when it is not. */
export function jsonIn(text: string): Json {
  const read = readJson(withoutFence(text), { ...readLimits, bytes: 1024 * 1024, values: 20_000, problems: 1 });
  return read.ok ? read.value : null;
}
