import { assertNever } from '../base/assert-never.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import type { RequestTemplate } from '../model/action-kinds.ts';
import type { NamedValue } from '../model/action-parts.ts';
import type { ApiActionRecord } from '../model/action-record.ts';
import type { IntegrationRecord } from '../model/integration-record.ts';
import type { BodyPlan } from './fill-body.ts';
import type { HeaderField } from './fill-headers.ts';
import type { QueryField } from './fill-url.ts';
import { planJson } from './json-plan.ts';
import { parseRequestText } from './parse-request-text.ts';
import { planUrl, type UrlPlan } from './url-plan.ts';

/** A request read once and filled many times. */
export type RequestPlan = {
  readonly url: UrlPlan;
  readonly query: readonly QueryField[];
  readonly headers: readonly HeaderField[];
  readonly body: BodyPlan;
};

/** Records never change, so what was read from them stays true as long as they live. */
const plans = new WeakMap<
  ApiActionRecord,
  { readonly integration: IntegrationRecord | null; readonly plan: Result<RequestPlan, string> }
>();

/** The failure is a sentence about the design: a base URL, a body that is not JSON. */
export function planRequest(
  action: ApiActionRecord,
  integration: IntegrationRecord | null,
): Result<RequestPlan, string> {
  const known = plans.get(action);
  if (known !== undefined && known.integration === integration) return known.plan;
  const plan = planFresh(action.request, integration);
  plans.set(action, { integration, plan });
  return plan;
}

function planFresh(request: RequestTemplate, integration: IntegrationRecord | null): Result<RequestPlan, string> {
  if (request.integration !== null && integration === null) {
    return fail(`Its integration ${request.integration} is not in this scenario.`);
  }
  const url = planUrl(integration === null ? request.baseUrl : integration.baseUrl, request.path);
  if (!url.ok) return url;
  const body = planBody(request.body);
  if (!body.ok) return body;
  return succeed({
    url: url.value,
    query: request.query.map(planField),
    headers: mergeHeaders(integration?.headers ?? [], request.headers).map(({ name, value }) => ({
      name,
      value: parseRequestText(value).parts,
    })),
    body: body.value,
  });
}

const planField = ({ name, value }: NamedValue): QueryField => ({
  name: parseRequestText(name).parts,
  value: parseRequestText(value).parts,
});

/** The action's headers take the place of the integration's of the same name. */
function mergeHeaders(shared: readonly NamedValue[], own: readonly NamedValue[]): readonly NamedValue[] {
  const ownNames = new Set(own.map(({ name }) => name.toLowerCase()));
  return [...shared.filter(({ name }) => !ownNames.has(name.toLowerCase())), ...own];
}

function planBody(body: RequestTemplate['body']): Result<BodyPlan, string> {
  switch (body.kind) {
    case 'none':
      return succeed({ kind: 'none' });
    case 'text':
      return succeed({ kind: 'text', parts: parseRequestText(body.text).parts });
    case 'form':
      return succeed({ kind: 'form', fields: body.fields.map(planField) });
    case 'json': {
      const plan = planJson(body.text);
      return plan.ok ? succeed({ kind: 'json', plan: plan.value }) : plan;
    }
    default:
      return assertNever(body);
  }
}
