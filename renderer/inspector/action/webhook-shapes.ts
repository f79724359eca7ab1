import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import { firstWebhook, secondWebhook, type WebhookParts } from '../../../shared/actions/webhook-presets.ts';
import type { ApiActionRecord } from '../../../shared/model/action-record.ts';

export type WebhookShape = 'first' | 'second';

/** What changes when an action is to speak to a webhook: where it calls and what it is called with stay. */
export function webhookChanges(action: ApiActionRecord, shape: WebhookShape): Partial<ApiActionRecord> {
  const { request, inputs, outputs } = action;
  const named = actionArguments(action).map(({ name, type }) => ({ name, type }));
  const called = { url: `${request.baseUrl}${request.path}`, headers: request.headers, inputs: named };
  const parts: WebhookParts =
    shape === 'first'
      ? firstWebhook({ ...called, outputs: outputs.map(({ name, type }) => ({ name, type })) })
      : secondWebhook({
          ...called,
          method: request.method === 'GET' ? 'POST' : request.method,
          query: request.query,
          body: request.body.kind === 'json' ? request.body.text : plainBody(named),
          outputs: outputs.map(({ name, type, from }) => ({ name, type, from })),
        });
  const { integration, baseUrl, path } = request;
  return {
    request: integration === null ? parts.request : { ...parts.request, integration, baseUrl, path },
    // What was said about an input or an output before is still true.
    inputs: parts.inputs.map((input) => inputs.find(({ name }) => name === input.name) ?? input),
    outputs: outputs.map((output, index) => ({ ...output, from: parts.outputs[index]?.from ?? output.from })),
    succeedsWhen: parts.succeedsWhen,
    successes: parts.successes,
  };
}

const plainBody = (inputs: readonly { readonly name: string }[]): string =>
  JSON.stringify(Object.fromEntries(inputs.map(({ name }) => [name, `$${name}`])), null, 2);
