import type { NamedValue } from '../../model/action-parts.ts';
import type { ActionRecord } from '../../model/action-record.ts';
import type { IntegrationRecord } from '../../model/integration-record.ts';
import { slugify } from '../../model/ids.ts';
import { isLiteral, isSecretName } from '../../model/secret-names.ts';

/** The action with every secret that was typed into its request replaced by the name of one. */
export function actionWithoutSecrets(action: ActionRecord): ActionRecord {
  if (action.kind !== 'api') return action;
  const { request } = action;
  const body =
    request.body.kind === 'form' ? { ...request.body, fields: request.body.fields.map(withoutSecret) } : request.body;
  return {
    ...action,
    request: {
      ...request,
      baseUrl: withoutUserInfo(request.baseUrl),
      headers: request.headers.map(withoutSecret),
      query: request.query.map(withoutSecret),
      body,
    },
  };
}

export const integrationWithoutSecrets = (integration: IntegrationRecord): IntegrationRecord => ({
  ...integration,
  baseUrl: withoutUserInfo(integration.baseUrl),
  headers: integration.headers.map(withoutSecret),
});

function withoutSecret(entry: NamedValue): NamedValue {
  if (!isSecretName(entry.name) || !isLiteral(entry.value)) return entry;
  return { ...entry, value: `{secret.${slugify(entry.name).replaceAll('-', '_')}}` };
}

/** `https://name:password@host` keeps its host only. */
const withoutUserInfo = (url: string): string => url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
