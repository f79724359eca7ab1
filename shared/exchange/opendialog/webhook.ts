import { firstWebhookBody, firstWebhookOutput, firstWebhookSucceeds } from '../../actions/webhook-presets.ts';
import { isJsonObject, type Json } from '../../base/json.ts';
import type { NamedValue } from '../../model/action-parts.ts';
import type { ApiActionRecord } from '../../model/action-record.ts';

/** What the webhook of OpenDialog, in its first version, is called. */
export const webhookComponent = 'action.core.webhook';

export const addressOf = ({ request }: ApiActionRecord): string => `${request.baseUrl}${request.path}`;

/** Headers as a list of name and value, or as an object. */
export function readHeaders(raw: Json | undefined): NamedValue[] {
  if (raw === undefined || raw === null) return [];
  if (isJsonObject(raw)) return Object.entries(raw).flatMap(([name, value]) => headerOf(name, value));
  const items = Array.isArray(raw) ? (raw as readonly Json[]) : [];
  return items.flatMap((item) =>
    isJsonObject(item) ? headerOf(item['name'] ?? item['key'] ?? null, item['value'] ?? null) : [],
  );
}

const headerOf = (name: Json, value: Json): NamedValue[] =>
  typeof name === 'string' && typeof value === 'string' ? [{ name, value }] : [];

/** Whether an action asks nothing that this webhook could not be asked. */
export function isWebhook(action: ApiActionRecord): boolean {
  const { request, inputs, outputs, succeedsWhen } = action;
  return (
    request.method === 'POST' &&
    request.integration === null &&
    request.query.length === 0 &&
    request.body.kind === 'json' &&
    sameJsonText(request.body.text, firstWebhookBody(inputs.map(({ name }) => name))) &&
    outputs.every(({ name, from }) => from === firstWebhookOutput(name)) &&
    succeedsWhen === firstWebhookSucceeds
  );
}

function sameJsonText(left: string, right: string): boolean {
  try {
    return JSON.stringify(JSON.parse(left)) === JSON.stringify(JSON.parse(right));
  } catch {
    return false;
  }
}
