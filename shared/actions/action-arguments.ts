import type { ActionRecord, ApiActionRecord, IntegrationRecord } from '../model/action-record.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import type { Reference } from '../reference/reference.ts';
import { planJson, planTexts } from './json-plan.ts';
import { parseRequestText, type VariablePart } from './parse-request-text.ts';

/** What a caller gives to an action: declared as an input, or found as `$name` in the request. */
export type ActionArgument = {
  readonly name: string;
  readonly type: AttributeType;
  readonly required: boolean;
  readonly sensitive: boolean;
  /** false: only the request mentions it, so it is a required text. */
  readonly declared: boolean;
};

const known = new WeakMap<
  ActionRecord,
  { readonly integration: IntegrationRecord | null; readonly found: readonly ActionArgument[] }
>();

/** Declared inputs first, then every other `$name` in the order of the request. */
export function actionArguments(
  action: ActionRecord,
  integration: IntegrationRecord | null = null,
): readonly ActionArgument[] {
  const remembered = known.get(action);
  if (remembered !== undefined && remembered.integration === integration) return remembered.found;
  const found = findArguments(action, integration);
  known.set(action, { integration, found });
  return found;
}

function findArguments(action: ActionRecord, integration: IntegrationRecord | null): readonly ActionArgument[] {
  const all = new Map<string, ActionArgument>();
  for (const { name, type, required, sensitive } of action.inputs) {
    all.set(name, { name, type, required, sensitive, declared: true });
  }
  if (action.kind === 'api') {
    for (const part of requestVariables(action, integration)) {
      if (part.kind !== 'argument' || all.has(part.name)) continue;
      all.set(part.name, { name: part.name, type: 'string', required: true, sensitive: false, declared: false });
    }
  }
  return [...all.values()];
}

/** The `{references}` a request reads from the conversation. */
export const requestReferences = (action: ApiActionRecord): readonly Reference[] =>
  requestVariables(action, null).flatMap((part) => (part.kind === 'reference' ? [part.reference] : []));

function requestVariables(action: ApiActionRecord, integration: IntegrationRecord | null): readonly VariablePart[] {
  const { baseUrl, path, query, headers, body } = action.request;
  const texts = [
    integration?.baseUrl ?? baseUrl,
    path,
    ...query.flatMap(({ name, value }) => [name, value]),
    ...[...headers, ...(integration?.headers ?? [])].map(({ value }) => value),
    ...(body.kind === 'form' ? body.fields : []).flatMap(({ name, value }) => [name, value]),
    ...(body.kind === 'text' ? [body.text] : []),
  ];
  return [...texts.flatMap(variablesOf), ...(body.kind === 'json' ? jsonVariables(body.text) : [])];
}

const variablesOf = (text: string): readonly VariablePart[] =>
  parseRequestText(text).parts.filter((part) => typeof part !== 'string');

/** A body that is not JSON yet is being written; its `$names` are arguments already. */
function jsonVariables(text: string): readonly VariablePart[] {
  const plan = planJson(text);
  return plan.ok ? planTexts(plan.value) : variablesOf(text).filter((part) => part.kind === 'argument');
}
