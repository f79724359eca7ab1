import type { Document } from '../model/document.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** Levels and intents that name an interpreter that does not exist: the one above them reads instead. */
export const unknownInterpreter: Rule = (document) => {
  const { scenario, tables } = document;
  const problems: Problem[] = [];
  const look = ({ id, name, interpreter }: Reader): void => {
    if (interpreter === null || tables.interpreters.has(interpreter)) return;
    problems.push({
      code: 'P020-unknown-interpreter',
      severity: 'error',
      ref: id,
      field: 'interpreter',
      sentence: `“${name}” is to be read by “${interpreter}”, which does not exist. Choose another interpreter, or none.`,
    });
  };
  look(scenario);
  for (const table of ['conversations', 'scenes', 'turns', 'intents'] as const) tables[table].forEach(look);
  return problems;
};

type Reader = Pick<Document['scenario'], 'name' | 'interpreter'> & { readonly id: string };
