import { builtInContexts, isBuiltInContext, stepContexts } from '../model/built-in-contexts.ts';
import type { Document } from '../model/document.ts';
import { parsedReferences, type ParsedUse } from './parsed-references.ts';
import type { Rule } from './rule.ts';

/** References to a context that does not exist. */
export const unknownContext: Rule = (document) => {
  const custom = customContextNames(document);
  return parsedReferences(document)
    .uses.filter((use) => !isBuiltInContext(use.context) && !custom.has(use.context) && !isOfSteps(document, use))
    .map(({ ref, field, context, reference }) => ({
      code: 'P001-unknown-context',
      severity: 'error',
      ref,
      field,
      sentence: `There is no context “${context}” (in {${context}.${reference.attribute}}). Add it, or use user or session.`,
    }));
};

/** Writing to a context the engine fills itself, or to a constant, does nothing. */
export const writesReadOnlyContext: Rule = (document) => {
  const constant = new Set(
    [...document.tables.contexts.values()].filter(({ lifetime }) => lifetime === 'constant').map(({ name }) => name),
  );
  const isReadOnly = (context: string): boolean =>
    constant.has(context) || builtInContexts.some(({ name, writable }) => name === context && !writable);
  return parsedReferences(document)
    .uses.filter(({ access, context }) => access === 'write' && isReadOnly(context))
    .map(({ ref, field, context, reference }) => ({
      code: 'P014-writes-read-only-context',
      severity: 'error',
      ref,
      field,
      sentence: `“${context}” can only be read, so ${reference.attribute} cannot be stored there. Store it in user or session.`,
    }));
};

/** Contexts a step of a workflow has, and nobody else. */
const isOfSteps = (document: Document, { ref, field, context }: ParsedUse): boolean =>
  field === 'steps' && stepContexts.has(context) && document.tables.actions.get(ref)?.kind === 'workflow';

const customContextNames = (document: Document): Set<string> =>
  new Set([...document.tables.contexts.values()].map((context) => context.name));
