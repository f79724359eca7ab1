import type { ActionRecord } from '../model/action-record.ts';
import { actionTexts, type ActionText } from '../model/action-texts.ts';
import type { IntegrationRecord } from '../model/integration-record.ts';
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
  for (const part of actionVariables(action, integration)) {
    if (part.kind !== 'argument' || all.has(part.name)) continue;
    all.set(part.name, { name: part.name, type: 'string', required: true, sensitive: false, declared: false });
  }
  return [...all.values()];
}

/** The `{references}` an action reads from the conversation. */
export const actionReferences = (action: ActionRecord): readonly Reference[] =>
  actionVariables(action, null).flatMap((part) => (part.kind === 'reference' ? [part.reference] : []));

function actionVariables(action: ActionRecord, integration: IntegrationRecord | null): readonly VariablePart[] {
  return textsFilled(action, action.kind === 'api' ? integration : null).flatMap(({ text, role }) => {
    if (role === 'json') return jsonVariables(text);
    return role === 'parameters' ? variablesOf(text).filter((part) => part.kind === 'argument') : variablesOf(text);
  });
}

type FilledText = Pick<ActionText, 'text' | 'role'>;

/** The texts of an action, with those of the integration its request goes through in place of its own base URL. */
function textsFilled(action: ActionRecord, integration: IntegrationRecord | null): readonly FilledText[] {
  const own = actionTexts(action);
  if (integration === null) return own;
  const asTemplate = (text: string): FilledText => ({ text, role: 'template' });
  return [
    asTemplate(integration.baseUrl),
    ...own.filter(({ field }) => field !== 'request.baseUrl'),
    ...integration.headers.map(({ value }) => asTemplate(value)),
  ];
}

const variablesOf = (text: string): readonly VariablePart[] =>
  parseRequestText(text).parts.filter((part) => typeof part !== 'string');

/** A body that is not JSON yet is being written; its `$names` are arguments already. */
function jsonVariables(text: string): readonly VariablePart[] {
  const plan = planJson(text);
  return plan.ok ? planTexts(plan.value) : variablesOf(text).filter((part) => part.kind === 'argument');
}
