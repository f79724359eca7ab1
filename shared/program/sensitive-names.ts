import type { Document } from '../model/document.ts';
import { parseReference } from '../reference/parse-reference.ts';

/** Attributes marked as sensitive, and those a sensitive output of an action is stored in. */
export function sensitiveNames(document: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (const attribute of document.tables.attributes.values()) if (attribute.sensitive) names.add(attribute.name);
  const outputs = sensitiveOutputs(document);
  if (outputs.size === 0) return names;
  for (const list of outputs.values()) for (const name of list) names.add(name);
  for (const intent of document.tables.intents.values()) {
    for (const use of intent.actions) {
      for (const name of outputs.get(use.action) ?? []) {
        const target = parseReference(use.outputs[name] ?? name);
        if (target.ok) names.add(target.value.attribute);
      }
    }
  }
  return names;
}

function sensitiveOutputs(document: Document): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const action of document.tables.actions.values()) {
    const names = action.outputs.filter((output) => output.sensitive).map((output) => output.name);
    if (names.length > 0) found.set(action.id, names);
  }
  return found;
}
