import { builtInAttributes } from '../model/built-in-contexts.ts';
import { blockTexts } from '../model/block-texts.ts';
import type { Document } from '../model/document.ts';
import { parsedReferences } from './parsed-references.ts';
import type { Rule } from './rule.ts';

const writableContexts = new Set(['user', 'session']);

/** An attribute that is read, is not registered, and that nothing ever sets: most often a misspelt name. */
export const nothingSetsAttribute: Rule = (document) => {
  const settable = settableAttributes(document);
  return parsedReferences(document)
    .uses.filter(({ access, context, reference }) => {
      return access === 'read' && writableContexts.has(context) && !settable.has(reference.attribute);
    })
    .map(({ ref, field, context, reference }) => ({
      code: 'P002-nothing-sets-attribute',
      severity: 'warning',
      ref,
      field,
      sentence: `Nothing sets {${context}.${reference.attribute}}. Check the spelling, or register the attribute.`,
    }));
};

/** Every attribute name that is registered, written somewhere, or set by the engine. */
export function settableAttributes(document: Document): ReadonlySet<string> {
  const names = new Set(builtInAttributes);
  for (const attribute of document.tables.attributes.values()) names.add(attribute.name);
  for (const action of document.tables.actions.values()) {
    names.add(`${action.name}_action_success`);
    names.add(`${action.name}_status_code`);
    for (const output of action.outputs) names.add(output.name);
    for (const name of Object.keys(action.onFailure?.outputs ?? {})) names.add(name);
  }
  for (const use of parsedReferences(document).uses) if (use.access === 'write') names.add(use.reference.attribute);
  for (const intent of document.tables.intents.values())
    for (const message of intent.messages)
      for (const block of message.blocks)
        for (const { text, role } of blockTexts(block))
          if (role === 'value') names.add(text.slice(0, Math.max(0, text.indexOf('.'))));
  return names;
}
