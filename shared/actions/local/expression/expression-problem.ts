import type { SyntaxProblem } from '../../../reference/reference.ts';
import { presentName, unknownFunction, unknownName } from './evaluate-expression.ts';
import { childrenOf, namesRead, type ExpressionNode } from './expression-node.ts';
import { functionsByName } from './function-table.ts';
import { parseExpression } from './parse-expression.ts';

/**
 * What is wrong with an expression before it is ever worked out: it cannot be read, names something that is not there,
 * or calls a function that is not or is called otherwise. Null when nothing is.
 */
export function expressionProblem(text: string, known: readonly string[]): SyntaxProblem | null {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed.failure;
  const names = new Set([...known, presentName]);
  const missing = namesRead(parsed.value).find(({ name }) => !names.has(name));
  if (missing !== undefined) return problemAt(missing, unknownName(missing.name, known));
  return callProblem(parsed.value);
}

function callProblem(node: ExpressionNode): SyntaxProblem | null {
  if (node.kind === 'call') {
    const called = functionsByName.get(node.name);
    if (called === undefined) return problemAt(node, unknownFunction(node.name));
    const [least, most] = called.takes;
    if (node.args.length < least || node.args.length > most)
      return problemAt(node, `"${node.name}" is called like this: ${called.signature}.`);
  }
  for (const child of childrenOf(node)) {
    const problem = callProblem(child);
    if (problem !== null) return problem;
  }
  return null;
}

const problemAt = ({ start, end }: ExpressionNode, sentence: string): SyntaxProblem => ({
  position: start,
  length: end - start,
  sentence,
});
