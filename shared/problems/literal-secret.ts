import type { NamedValue } from '../model/action-parts.ts';
import { isLiteral, isSecretName } from '../model/secret-names.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** A key or password typed into a request would be kept in the file for everyone to read. */
export const literalSecret: Rule = (document) => {
  const problems: Problem[] = [];
  const look = (ref: string, field: string, entries: readonly NamedValue[]): void => {
    for (const entry of entries)
      if (isSecretName(entry.name) && isLiteral(entry.value))
        problems.push({
          code: 'P019-literal-secret',
          severity: 'warning',
          ref,
          field,
          sentence: `“${entry.name}” looks like a secret written into the scenario. Keep it in the vault, through an integration's authentication.`,
        });
  };
  for (const action of document.tables.actions.values()) {
    if (action.kind !== 'api') continue;
    look(action.id, 'request.headers', action.request.headers);
    look(action.id, 'request.query', action.request.query);
  }
  for (const integration of document.tables.integrations.values()) look(integration.id, 'headers', integration.headers);
  return problems;
};
