import type { ActionInput, ActionOutput, NamedValue } from '../model/action-parts.ts';
import type { ApiActionRecord } from '../model/action-record.ts';
import type { AttributeType } from '../model/attribute-type.ts';

/** What an API action is made of when it is to speak to a webhook; identity, timeout and the like are its own. */
export type WebhookParts = Pick<ApiActionRecord, 'kind' | 'inputs' | 'outputs' | 'request'> &
  Partial<Pick<ApiActionRecord, 'succeedsWhen' | 'successes'>>;

type Field = { readonly name: string; readonly type?: AttributeType };
type Called = { readonly url: string; readonly headers?: readonly NamedValue[]; readonly inputs: readonly Field[] };

/**
 * The first webhook: inputs and outputs travel in one fixed shape, each with its type; null in the answer unsets, and the
 * answer says itself whether it succeeded.
 */
export const firstWebhook = ({ url, headers = [], inputs, outputs }: Called & { readonly outputs: readonly Field[] }) =>
  ({
    kind: 'api',
    inputs: inputs.map(toInput),
    outputs: outputs.map(({ name, type = 'json' }) => toOutput(name, type, firstWebhookOutput(name))),
    request: {
      integration: null,
      ...splitAddress(url),
      method: 'POST',
      headers: [...headers],
      query: [],
      body: { kind: 'json', text: firstWebhookBody(inputs.map(({ name }) => name)) },
    },
    succeedsWhen: firstWebhookSucceeds,
  }) satisfies WebhookParts;

/** The body every such webhook is sent: each input under its own name, with its type. */
export const firstWebhookBody = (inputs: readonly string[]): string =>
  JSON.stringify(
    {
      input_data: { attributes: Object.fromEntries(inputs.map((name) => [name, `$${name}`])) },
      custom_data: [],
      instance_data: [],
    },
    null,
    2,
  );

export const firstWebhookSucceeds = 'successful';

export const firstWebhookOutput = (name: string): string =>
  `output_data.attributes.${/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : JSON.stringify(name)}`;

/** What may be said of the second webhook, beside where it is. */
type SecondWebhook = Called & {
  readonly method?: ApiActionRecord['request']['method'];
  readonly query?: readonly NamedValue[];
  /** A JSON text; what is one reference inside quotes is sent with its type. Null sends none. */
  readonly body: string | null;
  /** `from` is a JMESPath into the answer. */
  readonly outputs: readonly (Field & { readonly from: string })[];
  /** The output that holds the whole answer as a text. */
  readonly raw?: string;
};

/** The second webhook: any method and any JSON, and success by class of status. */
export const secondWebhook = (wish: SecondWebhook) =>
  ({
    kind: 'api',
    inputs: wish.inputs.map(toInput),
    outputs: [
      ...wish.outputs.map(({ name, type = 'json', from }) => toOutput(name, type, from)),
      ...(wish.raw === undefined ? [] : [toOutput(wish.raw, 'string', '@')]),
    ],
    request: {
      integration: null,
      ...splitAddress(wish.url),
      method: wish.method ?? 'POST',
      headers: [...(wish.headers ?? [])],
      query: [...(wish.query ?? [])],
      body: wish.body === null ? { kind: 'none' } : { kind: 'json', text: wish.body },
    },
    successes: { '1xx': true, '2xx': true, '3xx': true, '4xx': false, '5xx': false },
  }) satisfies WebhookParts;

/** Any value is taken as it is: the service decides what it makes of it. */
const toInput = ({ name, type = 'json' }: Field): ActionInput => ({
  name,
  type,
  description: '',
  required: false,
  sensitive: false,
});

const toOutput = (name: string, type: AttributeType, from: string): ActionOutput => ({
  name,
  type,
  description: '',
  from,
  sensitive: false,
});

/** Longer addresses are no addresses. */
const longest = 4000;

/** An address cut into the part that says who is asked, which holds no variables, and the rest. */
export function splitAddress(url: string): { readonly baseUrl: string; readonly path: string } {
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/is.exec(url.trim()) ?? [];
  const parts = origin === '' ? { baseUrl: url.trim(), path: '' } : { baseUrl: origin, path: rest };
  return parts.baseUrl.length > longest || parts.path.length > longest ? { baseUrl: '', path: '' } : parts;
}
