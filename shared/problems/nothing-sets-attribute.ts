import { builtInAttributes } from '../model/built-in-contexts.ts';
import type { Document } from '../model/document.ts';
import { outputNames } from '../model/selectors/output-names.ts';
import { usesByAttribute } from './attribute-uses.ts';
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

/** Every attribute name that is registered, set somewhere, or set by the engine. */
export function settableAttributes(document: Document): ReadonlySet<string> {
  const names = new Set(builtInAttributes);
  for (const attribute of document.tables.attributes.values()) names.add(attribute.name);
  // One that no intent uses yet is about to set what it gives.
  for (const action of document.tables.actions.values()) for (const name of outputNames(action)) names.add(name);
  for (const [name, { setBy }] of usesByAttribute(document)) if (setBy.length > 0) names.add(name);
  return names;
}
