import type { ActionRecord } from '../../model/action-record.ts';
import { actionTexts, mapStepOperands } from '../../model/action-texts.ts';
import { defaultContext } from '../../model/built-in-contexts.ts';
import type { Operand } from '../../model/operand.ts';
import { parseReference } from '../../reference/parse-reference.ts';
import { templateReferences } from '../../reference/parse-template.ts';
import type { BundleMapping } from './bundle-schema.ts';

export type MentionedNames = { readonly attributes: ReadonlySet<string>; readonly contexts: ReadonlySet<string> };

/** Names of the attributes and contexts that actions and mappings speak of. */
export function mentionedNames(actions: readonly ActionRecord[], mappings: readonly BundleMapping[]): MentionedNames {
  const attributes = new Set<string>();
  const contexts = new Set<string>();
  const mention = (reference: { context: string | null; attribute: string }): void => {
    attributes.add(reference.attribute);
    contexts.add(reference.context ?? defaultContext);
  };
  const mentionText = (text: string): void => {
    const parsed = parseReference(text);
    if (parsed.ok) mention(parsed.value);
  };
  const mentionOperand = (operand: Operand): void => {
    if (operand.kind === 'reference') mentionText(operand.reference);
  };
  for (const mapping of mappings) {
    Object.values(mapping.inputs).forEach(mentionOperand);
    Object.values(mapping.outputs).forEach(mentionText);
  }
  for (const action of actions) {
    // An output nobody maps goes to the default context under its own name.
    for (const output of action.outputs) attributes.add(output.name);
    for (const { text, role } of actionTexts(action))
      if (role !== 'parameters') templateReferences(text).forEach(mention);
    if (action.kind === 'workflow')
      mapStepOperands(action.steps, (operand) => {
        mentionOperand(operand);
        return operand;
      });
    if (action.kind !== 'setAttributes') continue;
    for (const assignment of action.assignments) {
      mentionText(assignment.reference);
      mentionOperand(assignment.value);
    }
  }
  return { attributes, contexts };
}
