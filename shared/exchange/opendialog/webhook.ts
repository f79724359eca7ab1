import { isJsonObject, type Json } from '../../base/json.ts';
import type { NamedValue } from '../../model/action-parts.ts';
import type { ApiActionRecord } from '../../model/action-record.ts';

/**
 * The webhook of OpenDialog, first version: inputs and outputs travel in one fixed shape, and the answer says itself
 * whether it succeeded.
 */
export const webhookComponent = 'action.core.webhook';
export const webhookSucceeds = 'successful';
const outputPath = 'output_data.attributes';

/** The body every such webhook is sent: each input under its own name, with its type. */
export const webhookBody = (inputs: readonly string[]): string =>
  JSON.stringify(
    {
      input_data: { attributes: Object.fromEntries(inputs.map((name) => [name, `$${name}`])) },
      custom_data: [],
      instance_data: [],
    },
    null,
    2,
  );

export const webhookOutput = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `${outputPath}.${name}` : `${outputPath}."${name}"`;

/** Longer addresses are no addresses. */
const longest = 4000;

/** An address cut into the part that says who is asked, which holds no variables, and the rest. */
export function splitAddress(url: string): { readonly baseUrl: string; readonly path: string } {
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/is.exec(url.trim()) ?? [];
  const parts = origin === '' ? { baseUrl: url.trim(), path: '' } : { baseUrl: origin, path: rest };
  return parts.baseUrl.length > longest || parts.path.length > longest ? { baseUrl: '', path: '' } : parts;
}

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
    sameJsonText(request.body.text, webhookBody(inputs.map(({ name }) => name))) &&
    outputs.every(({ name, from }) => from === webhookOutput(name)) &&
    succeedsWhen === webhookSucceeds
  );
}

function sameJsonText(left: string, right: string): boolean {
  try {
    return JSON.stringify(JSON.parse(left)) === JSON.stringify(JSON.parse(right));
  } catch {
    return false;
  }
}
