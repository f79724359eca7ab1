import type { WorkflowStep } from './action-kinds.ts';
import type { ActionRecord } from './action-record.ts';
import type { IntegrationRecord } from './integration-record.ts';
import { mapActionTexts, mapStepConditions, mapStepOperands } from './action-texts.ts';
import type { Condition } from './condition.ts';
import { mapBlockTexts, type TextRole } from './block-texts.ts';
import type { IntentRecord, Message } from './intent-record.ts';
import type { Operand } from './operand.ts';

/** What to do with every place that names an attribute: a bare reference, a text with `{references}`, a button value. */
export type ReferenceMap = {
  readonly reference: (text: string) => string;
  readonly template: (text: string) => string;
  readonly buttonValue: (text: string) => string;
  /** The field of a form, or the answer to a question, that becomes an attribute; without it as a reference. */
  readonly answer?: (text: string) => string;
};

export function mapIntent(intent: IntentRecord, map: ReferenceMap): IntentRecord {
  return {
    ...intent,
    conditions: mapConditions(intent.conditions, map),
    samples: intent.samples.map(map.template),
    expectedAttributes: intent.expectedAttributes.map(map.reference),
    setAttributes: mapAssignments(intent.setAttributes, map),
    actions: intent.actions.map((use) => ({
      ...use,
      inputs: mapValues(use.inputs, (operand) => mapOperand(operand, map)),
      outputs: mapValues(use.outputs, map.reference),
    })),
    messages: intent.messages.map((message) => mapMessage(message, map)),
  };
}

export function mapAction(action: ActionRecord, map: ReferenceMap): ActionRecord {
  const { confirmation, onFailure } = action;
  const { conditions } = action;
  const shared = {
    ...(conditions === undefined ? {} : { conditions: mapConditions(conditions, map) }),
    confirmation: {
      ...confirmation,
      conditions: mapConditions(confirmation.conditions, map),
      question: map.template(confirmation.question),
    },
    onFailure: onFailure === null ? null : { ...onFailure, message: map.template(onFailure.message) },
  };
  if (action.kind === 'setAttributes')
    return { ...action, ...shared, assignments: mapAssignments(action.assignments, map) };
  if (action.kind === 'workflow') return { ...action, ...shared, steps: mapSteps(action.steps, map) };
  return mapActionTexts({ ...action, ...shared }, (text, role) => (role === 'parameters' ? text : map.template(text)));
}

export function mapIntegration(integration: IntegrationRecord, map: ReferenceMap): IntegrationRecord {
  return {
    ...integration,
    baseUrl: map.template(integration.baseUrl),
    headers: mapNamed(integration.headers, map),
    ...(integration.operations === undefined
      ? {}
      : { operations: integration.operations.map((one) => ({ ...one, path: map.template(one.path) })) }),
    ...(integration.environments === undefined
      ? {}
      : {
          environments: mapValues(integration.environments, (one) => ({ ...one, baseUrl: map.template(one.baseUrl) })),
        }),
  };
}

const mapSteps = (steps: readonly WorkflowStep[], map: ReferenceMap): readonly WorkflowStep[] =>
  mapStepConditions(
    mapStepOperands(steps, (operand) => mapOperand(operand, map)),
    (conditions) => mapConditions(conditions, map),
  );

export const mapConditions = (conditions: readonly Condition[], map: ReferenceMap): Condition[] =>
  conditions.map((condition) => {
    if (condition.kind === 'group') return { ...condition, conditions: mapConditions(condition.conditions, map) };
    const { left, right, upper } = condition;
    return {
      ...condition,
      left: mapOperand(left, map),
      ...(right === undefined ? {} : { right: mapOperand(right, map) }),
      ...(upper === undefined ? {} : { upper: mapOperand(upper, map) }),
    };
  });

const mapOperand = (operand: Operand, map: ReferenceMap): Operand =>
  operand.kind === 'reference' ? { ...operand, reference: map.reference(operand.reference) } : operand;

function mapAssignments<Assignment extends { readonly reference: string; readonly value: Operand }>(
  assignments: readonly Assignment[],
  map: ReferenceMap,
): Assignment[] {
  return assignments.map((assignment) => ({
    ...assignment,
    reference: map.reference(assignment.reference),
    value: mapOperand(assignment.value, map),
  }));
}

function mapMessage(message: Message, map: ReferenceMap): Message {
  const { translations } = message;
  return {
    ...message,
    conditions: mapConditions(message.conditions, map),
    blocks: message.blocks.map((block) => mapBlockTexts(block, (text, role) => mapText(text, role, map))),
    // A translation is found by the text it translates, so both change alike.
    ...(translations === undefined
      ? {}
      : { translations: mapValues(translations, (texts) => mapTranslated(texts, map)) }),
  };
}

const mapTranslated = (texts: Readonly<Record<string, string>>, map: ReferenceMap): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([from, to]) => [map.template(from), map.template(to)]));

function mapText(text: string, role: TextRole, map: ReferenceMap): string {
  if (role === 'value') return map.buttonValue(text);
  if (role === 'attribute') return (map.answer ?? map.reference)(text);
  return role === 'reference' ? map.reference(text) : map.template(text);
}

const mapNamed = <Entry extends { readonly value: string }>(entries: readonly Entry[], map: ReferenceMap): Entry[] =>
  entries.map((entry) => ({ ...entry, value: map.template(entry.value) }));

const mapValues = <Value>(
  entries: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> => Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value)]));
