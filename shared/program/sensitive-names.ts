import type { Document } from '../model/document.ts';
import { compileAssignments, type CompiledAssignment } from './compile-assignments.ts';
import { compileTarget } from './compile-operand.ts';
import { sensitiveOutputs } from './sensitive-outputs.ts';
import { showsAny } from './shows-any.ts';

/** Attributes marked as sensitive, those a sensitive output is stored in, and those either is copied to. */
export function sensitiveNames(document: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (const attribute of document.tables.attributes.values()) if (attribute.sensitive) names.add(attribute.name);
  addOutputs(document, names);
  if (names.size === 0) return names;
  for (const name of wholeUtterance) names.add(name);
  addCopies(allAssignments(document), names);
  return names;
}

/** Who says something sensitive says it within an utterance, so reading that as a whole shows it too. */
const wholeUtterance = ['utterance', 'utterance_text'];

function addOutputs(document: Document, names: Set<string>): void {
  const outputs = sensitiveOutputs(document);
  if (outputs.size === 0) return;
  for (const list of outputs.values()) for (const name of list) names.add(name);
  for (const intent of document.tables.intents.values()) {
    for (const use of intent.actions) {
      for (const name of outputs.get(use.action) ?? []) {
        const target = compileTarget(use.outputs[name] ?? name);
        if (target !== null) names.add(target.attribute);
      }
    }
  }
}

function allAssignments(document: Document): CompiledAssignment[] {
  const found: CompiledAssignment[] = [];
  for (const intent of document.tables.intents.values()) {
    if (intent.setAttributes.length > 0) found.push(...compileAssignments(intent.setAttributes));
  }
  for (const action of document.tables.actions.values()) {
    if (action.kind === 'setAttributes') found.push(...compileAssignments(action.assignments));
  }
  return found;
}

/** A copy of a copy counts too, so this goes on until nothing is added. */
function addCopies(assignments: readonly CompiledAssignment[], names: Set<string>): void {
  for (let before = -1; before !== names.size;) {
    before = names.size;
    for (const { target, value } of assignments) {
      if (value.kind === 'reference' && showsAny(value.reference, names)) names.add(target.attribute);
    }
  }
}
