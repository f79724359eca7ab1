import type { ActionRecord, ApiActionRecord } from '../model/action-record.ts';
import { childIds, recordIn, type Document } from '../model/document.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** API actions that cannot be called: no address, or an integration that is gone. */
export const actionWithoutAddress: Rule = (document) => {
  const problems: Problem[] = [];
  for (const action of document.tables.actions.values()) {
    const problem = action.kind === 'api' ? addressProblem(document, action) : null;
    if (problem !== null) problems.push(problem);
  }
  return problems;
};

function addressProblem(document: Document, action: ApiActionRecord): Problem | null {
  const { integration, baseUrl } = action.request;
  if (integration !== null && recordIn(document, 'integrations', integration) === undefined)
    return {
      code: 'P017-unknown-integration',
      severity: 'error',
      ref: action.id,
      field: 'request.integration',
      sentence: `${action.name} uses an integration that does not exist. Choose another, or give a base URL.`,
    };
  const base =
    baseUrl !== '' ? baseUrl : (integration && recordIn(document, 'integrations', integration)?.baseUrl) || '';
  if (base !== '') return null;
  return {
    code: 'P018-missing-address',
    severity: 'warning',
    ref: action.id,
    field: 'request.baseUrl',
    sentence: `${action.name} has no base URL yet, so it can only be mocked.`,
  };
}

/** An API action in use without an example answer fails whenever the talk runs on mocks. */
export const actionWithoutMock: Rule = (document) => {
  const used = new Set<string>();
  for (const intent of document.tables.intents.values()) for (const use of intent.actions) used.add(use.action);
  const lacking = (action: ActionRecord): boolean =>
    action.kind === 'api' && used.has(action.id) && childIds(document, action.id).length === 0;
  return [...document.tables.actions.values()].filter(lacking).map((action) => ({
    code: 'P015-no-mock',
    severity: 'warning',
    ref: action.id,
    field: 'mocks',
    sentence: `${action.name} has no example answer, so it fails in mock mode. Add one in the action's examples.`,
  }));
};
