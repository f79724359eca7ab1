import { assertNever } from '../base/assert-never.ts';
import type { NamedValue } from './action-parts.ts';
import type { RequestTemplate, WorkflowStep } from './action-kinds.ts';
import type { ActionOf, ActionRecord } from './action-record.ts';
import type { Condition } from './condition.ts';
import type { Operand } from './operand.ts';

/**
 * How a text of an action is read. `template`: `$names` are arguments, `{references}` are filled in. `json`: the same
 * inside the strings of a JSON text. `parameters`: only `$names`, which are bound and never pasted.
 */
export type ActionTextRole = 'template' | 'json' | 'parameters';
export type ActionText = { readonly text: string; readonly role: ActionTextRole; readonly field: string };

/** What to do with each text; `field` is where it stands, as problems and forms name it. */
type ChangeText = (text: string, role: ActionTextRole, field: string) => string;

/** The action with every text that may hold arguments or references changed. Whatever reads such texts goes by this. */
export function mapActionTexts(action: ActionRecord, change: ChangeText): ActionRecord {
  switch (action.kind) {
    case 'api':
      return { ...action, request: mapRequest(action.request, change) };
    case 'llm':
      return mapFields(action, ['path', 'system', 'prompt', 'failureText'], change);
    case 'database':
      return { ...action, query: change(action.query, 'parameters', 'query') };
    case 'dateTime':
      return mapFields(action, ['base', 'modifier'], change);
    case 'email':
      return mapFields(action, ['from', 'to', 'copy', 'subject', 'body'], change);
    case 'ticket':
      return mapFields(
        { ...action, tags: action.tags.map((tag) => change(tag, 'template', 'tags')) },
        ['subject', 'text', 'email'],
        change,
      );
    case 'handOff':
      return mapFields(action, ['account', 'inbox', 'note', 'text', 'returnText'], change);
    case 'spreadsheet':
      return mapFields({ ...action, cells: mapNamed(action.cells, 'cells', change) }, ['sheet'], change);
    case 'holiday':
      return mapFields(action, ['country', 'region', 'date'], change);
    case 'setAttributes':
    case 'python':
    case 'calculation':
    case 'validation':
    case 'workflow':
      return action;
    default:
      return assertNever(action);
  }
}

/** Every such text, in the order of the fields. */
export function actionTexts(action: ActionRecord): readonly ActionText[] {
  const found: ActionText[] = [];
  mapActionTexts(action, (text, role, field) => {
    found.push({ text, role, field });
    return text;
  });
  return found;
}

/** The steps of a workflow with every operand changed: inputs and lists. Their conditions are not looked at. */
export const mapStepOperands = (
  steps: readonly WorkflowStep[],
  change: (operand: Operand) => Operand,
): readonly WorkflowStep[] =>
  steps.map((step): WorkflowStep => {
    if (step.kind === 'each') return { ...step, list: change(step.list), steps: mapStepOperands(step.steps, change) };
    if (step.kind === 'together')
      return { ...step, branches: step.branches.map((branch) => mapStepOperands(branch, change)) };
    const inputs = Object.entries(step.inputs).map(([name, operand]) => [name, change(operand)] as const);
    return { ...step, inputs: Object.fromEntries(inputs) };
  });

/** The steps of a workflow with the conditions of each changed. */
export const mapStepConditions = (
  steps: readonly WorkflowStep[],
  change: (conditions: readonly Condition[]) => readonly Condition[],
): readonly WorkflowStep[] =>
  steps.map((step): WorkflowStep => {
    if (step.kind === 'action') return { ...step, conditions: change(step.conditions) };
    return step.kind === 'each'
      ? { ...step, steps: mapStepConditions(step.steps, change) }
      : { ...step, branches: step.branches.map((branch) => mapStepConditions(branch, change)) };
  });

/** The steps that run an action, at any depth. */
export const actionSteps = (
  steps: ActionOf<'workflow'>['steps'],
): readonly Extract<WorkflowStep, { kind: 'action' }>[] =>
  steps.flatMap((step) => {
    if (step.kind === 'action') return [step];
    return step.kind === 'each' ? actionSteps(step.steps) : step.branches.flatMap(actionSteps);
  });

function mapRequest(request: RequestTemplate, change: ChangeText): RequestTemplate {
  return {
    ...request,
    baseUrl: change(request.baseUrl, 'template', 'request.baseUrl'),
    path: change(request.path, 'template', 'request.path'),
    query: mapNamed(request.query, 'request.query', change),
    // The name of a header is what it is.
    headers: request.headers.map((header) => ({
      ...header,
      value: change(header.value, 'template', 'request.headers'),
    })),
    body: mapBody(request.body, change),
  };
}

function mapBody(body: RequestTemplate['body'], change: ChangeText): RequestTemplate['body'] {
  switch (body.kind) {
    case 'none':
      return body;
    case 'form':
      return { ...body, fields: mapNamed(body.fields, 'request.body', change) };
    case 'json':
      return { ...body, text: change(body.text, 'json', 'request.body') };
    case 'text':
      return { ...body, text: change(body.text, 'template', 'request.body') };
    default:
      return assertNever(body);
  }
}

const mapNamed = (entries: readonly NamedValue[], field: string, change: ChangeText): NamedValue[] =>
  entries.map((entry) => ({
    ...entry,
    name: change(entry.name, 'template', field),
    value: change(entry.value, 'template', field),
  }));

/** Changes the fields that hold a text, one after the other. */
function mapFields<Action extends ActionRecord, Field extends keyof Action & string>(
  action: Action,
  fields: readonly Field[],
  change: ChangeText,
): Action {
  const changed = fields.map((field) => [field, change(String(action[field]), 'template', field)] as const);
  return { ...action, ...Object.fromEntries(changed) };
}
