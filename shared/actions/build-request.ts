import type { JsonObject } from '../base/json.ts';
import { fail, type Result } from '../base/result.ts';
import type { ApiActionRecord, IntegrationRecord } from '../model/action-record.ts';
import type { ValueScope } from '../reference/read-reference.ts';

/** Where the host puts a secret. Only its name travels; the host looks it up when it sends. */
export type SecretPlace = {
  readonly in: 'header' | 'query' | 'bearer' | 'basic';
  /** The header or query parameter; `authorization` for bearer and basic. */
  readonly name: string;
  readonly secretName: string;
  readonly user?: string;
};

export type HttpRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
  readonly secret: SecretPlace | null;
};

export type RequestFailure = { readonly failure: 'badRequest' | 'missingInput'; readonly sentence: string };

export function buildRequest(
  action: ApiActionRecord,
  integration: IntegrationRecord | null,
  args: JsonObject,
  scope: ValueScope | null,
): Result<HttpRequest, RequestFailure> {
  void [integration, args, scope];
  return fail({ failure: 'badRequest', sentence: `${action.name} cannot be built yet.` });
}
