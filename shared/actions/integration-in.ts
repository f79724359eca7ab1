import type { IntegrationRecord } from '../model/integration-record.ts';

/** Records never change, and what is planned from them is remembered by their identity. */
const known = new WeakMap<IntegrationRecord, Map<string, IntegrationRecord>>();

/** An integration as it is in an environment: base URL and secret change together, the rest stays. */
export function integrationIn(
  integration: IntegrationRecord | null,
  environment: string | null,
): IntegrationRecord | null {
  if (integration === null || environment === null) return integration;
  const environments = integration.environments ?? {};
  const own = Object.hasOwn(environments, environment) ? environments[environment] : undefined;
  if (own === undefined) return integration;
  const variants = known.get(integration) ?? new Map<string, IntegrationRecord>();
  known.set(integration, variants);
  const found = variants.get(environment) ?? changed(integration, own);
  variants.set(environment, found);
  return found;
}

function changed(
  integration: IntegrationRecord,
  own: { readonly baseUrl: string; readonly secret: string },
): IntegrationRecord {
  const { authentication } = integration;
  return {
    ...integration,
    baseUrl: own.baseUrl.trim() === '' ? integration.baseUrl : own.baseUrl,
    authentication:
      authentication.kind === 'none' || own.secret.trim() === ''
        ? authentication
        : { ...authentication, secret: own.secret },
  };
}
