import { blockTexts } from '../model/block-texts.ts';
import type { Condition } from '../model/condition.ts';
import type { Document } from '../model/document.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { actionSteps, actionTexts, mapStepOperands } from '../model/action-texts.ts';
import type { IntegrationRecord } from '../model/integration-record.ts';
import type { IntentRecord, Message } from '../model/intent-record.ts';
import type { Operand } from '../model/operand.ts';

/**
 * One place where the design names an attribute. `text` is a whole template (`It is {user.status}`) or a bare
 * reference (`user.status`); a write stores into it, a read takes from it.
 */
export type ReferenceUse = {
  readonly ref: string;
  readonly field: string;
  readonly form: 'reference' | 'template';
  readonly access: 'read' | 'write';
  readonly text: string;
};

/** Every reference of the document, in a fixed order. */
export function collectReferences(document: Document): ReferenceUse[] {
  const { scenario, tables } = document;
  const uses: ReferenceUse[] = [...referencesOf(scenario, visitLevel)];
  for (const table of ['conversations', 'scenes', 'turns'] as const)
    for (const record of tables[table].values()) uses.push(...referencesOf(record, visitLevel));
  for (const intent of tables.intents.values()) uses.push(...referencesOf(intent, visitIntent));
  for (const action of tables.actions.values()) uses.push(...referencesOf(action, visitAction));
  for (const integration of tables.integrations.values()) uses.push(...referencesOf(integration, visitIntegration));
  return uses;
}

type Visitor = ReturnType<typeof createVisitor>;

const known = new WeakMap<object, readonly ReferenceUse[]>();

/** Records never change, so what one speaks of is looked for once. */
function referencesOf<Value extends object>(
  record: Value,
  visitRecord: (visit: Visitor, record: Value) => void,
): readonly ReferenceUse[] {
  const before = known.get(record);
  if (before !== undefined) return before;
  const uses: ReferenceUse[] = [];
  visitRecord(createVisitor(uses), record);
  known.set(record, uses);
  return uses;
}

const visitLevel = (visit: Visitor, level: { readonly id: string; readonly conditions: readonly Condition[] }): void =>
  visit.conditions(level.id, level.conditions);

function visitIntegration(visit: Visitor, { id, baseUrl, headers, environments = {} }: IntegrationRecord): void {
  visit.template(id, 'baseUrl', baseUrl);
  for (const { value } of headers) visit.template(id, 'headers', value);
  for (const environment of Object.values(environments)) visit.template(id, 'environments', environment.baseUrl);
}

function createVisitor(uses: ReferenceUse[]) {
  const operand = (ref: string, field: string, side: Operand | undefined): void => {
    if (side?.kind === 'reference') uses.push({ ref, field, form: 'reference', access: 'read', text: side.reference });
  };
  const conditions = (ref: string, list: readonly Condition[], field = 'conditions'): void => {
    for (const condition of list) {
      if (condition.kind === 'group') conditions(ref, condition.conditions, field);
      else for (const side of [condition.left, condition.right, condition.upper]) operand(ref, field, side);
    }
  };
  const template = (ref: string, field: string, text: string): void => {
    if (text.includes('{')) uses.push({ ref, field, form: 'template', access: 'read', text });
  };
  const write = (ref: string, field: string, text: string): void => {
    uses.push({ ref, field, form: 'reference', access: 'write', text });
  };
  const read = (ref: string, field: string, text: string): void => {
    if (text !== '') uses.push({ ref, field, form: 'reference', access: 'read', text });
  };
  return { operand, conditions, template, write, read };
}

function visitIntent(visit: Visitor, intent: IntentRecord): void {
  visit.conditions(intent.id, intent.conditions);
  for (const reference of intent.expectedAttributes) visit.write(intent.id, 'expectedAttributes', reference);
  for (const assignment of intent.setAttributes) {
    visit.operand(intent.id, 'setAttributes', assignment.value);
    visit.write(intent.id, 'setAttributes', assignment.reference);
  }
  for (const use of intent.actions) {
    for (const operand of Object.values(use.inputs)) visit.operand(use.id, 'inputs', operand);
    for (const reference of Object.values(use.outputs)) visit.write(use.id, 'outputs', reference);
  }
  for (const message of intent.messages) visitMessage(visit, message);
}

function visitMessage(visit: Visitor, message: Message): void {
  visit.conditions(message.id, message.conditions);
  for (const block of message.blocks) {
    const field = block.kind === 'text' ? 'text' : 'blocks';
    for (const { text, role } of blockTexts(block)) {
      // The text above buttons has a field of its own to be pointed at.
      if (role === 'attribute') visit.write(message.id, field, text);
      else if (role === 'reference') visit.read(message.id, field, text);
      else
        visit.template(message.id, block.kind === 'button' ? (role === 'markdown' ? 'text' : 'buttons') : field, text);
    }
  }
  for (const texts of Object.values(message.translations ?? {}))
    for (const text of Object.values(texts)) visit.template(message.id, 'translations', text);
}

function visitAction(visit: Visitor, action: ActionRecord): void {
  visit.conditions(action.id, action.conditions ?? []);
  visit.conditions(action.id, action.confirmation.conditions, 'confirmation');
  visit.template(action.id, 'confirmation', action.confirmation.question);
  if (action.onFailure !== null) visit.template(action.id, 'onFailure', action.onFailure.message);
  if (action.kind === 'setAttributes') {
    for (const assignment of action.assignments) {
      visit.operand(action.id, 'assignments', assignment.value);
      visit.write(action.id, 'assignments', assignment.reference);
    }
    return;
  }
  if (action.kind === 'workflow') {
    mapStepOperands(action.steps, (operand) => {
      visit.operand(action.id, 'steps', operand);
      return operand;
    });
    for (const step of actionSteps(action.steps)) visit.conditions(action.id, step.conditions, 'steps');
  }
  for (const { text, role, field } of actionTexts(action)) {
    if (role === 'template') visit.template(action.id, field, text);
    // A JSON body is full of braces that are no references: only those inside its strings are looked at.
    if (role === 'json')
      for (const [, inside] of text.matchAll(/"((?:[^"\\]|\\.)*)"/g)) visit.template(action.id, field, inside ?? '');
  }
}
