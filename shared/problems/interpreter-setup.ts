import { recordIn, type Document } from '../model/document.ts';
import { isAsked, type AskedInterpreter } from '../model/interpreter-record.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** Interpreters that have to be asked, but of which nobody knows how. With mocks the built-in one takes their place. */
export const interpreterWithoutService: Rule = (document) => {
  const problems: Problem[] = [];
  for (const interpreter of document.tables.interpreters.values()) {
    if (!isAsked(interpreter)) continue;
    const address = addressProblem(document, interpreter);
    if (address !== null) problems.push(address);
    const part = missingPart(interpreter);
    if (part === null) continue;
    const { field, wanted } = part;
    problems.push({
      code: 'P022-incomplete-interpreter',
      severity: 'warning',
      ref: interpreter.id,
      field,
      sentence: `${interpreter.name} has no ${wanted} yet, so it can only be mocked.`,
    });
  }
  return problems;
};

function addressProblem(document: Document, { id: ref, name, integration }: AskedInterpreter): Problem | null {
  const about = { ref, field: 'integration' };
  if (integration === null)
    return {
      code: 'P021-interpreter-without-integration',
      severity: 'warning',
      ...about,
      sentence: `${name} has no integration to be asked through, so it can only be mocked. Choose one.`,
    };
  const record = recordIn(document, 'integrations', integration);
  if (record === undefined)
    return {
      code: 'P017-unknown-integration',
      severity: 'error',
      ...about,
      sentence: `${name} uses an integration that does not exist. Choose another.`,
    };
  if (record.baseUrl.trim() !== '') return null;
  return {
    code: 'P018-missing-address',
    severity: 'warning',
    ...about,
    sentence: `${name} is asked through ${record.name}, which has no base URL yet, so it can only be mocked.`,
  };
}

function missingPart(interpreter: AskedInterpreter): { readonly field: string; readonly wanted: string } | null {
  if (interpreter.kind === 'llm') return interpreter.model.trim() === '' ? { field: 'model', wanted: 'model' } : null;
  return interpreter.path.trim() === '' ? { field: 'path', wanted: 'path' } : null;
}

/** A service's intent that stands for one the design does not have is heard for nothing. */
export const unknownServiceIntent: Rule = (document) => {
  const problems: Problem[] = [];
  let ids: ReadonlySet<string> | null = null;
  for (const interpreter of document.tables.interpreters.values()) {
    if (interpreter.kind !== 'dialogflow' && interpreter.kind !== 'lex') continue;
    ids ??= new Set([...document.tables.intents.values()].map(({ intentId }) => intentId));
    for (const [name, intentId] of Object.entries(interpreter.intents)) {
      if (ids.has(intentId)) continue;
      problems.push({
        code: 'P023-unknown-service-intent',
        severity: 'warning',
        ref: interpreter.id,
        field: 'intents',
        sentence: `For ${interpreter.name}, “${name}” means “${intentId}”, but no intent has that id. Correct one of them.`,
      });
    }
  }
  return problems;
};
