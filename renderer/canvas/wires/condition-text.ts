import type { Condition } from '../../../shared/model/condition.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import { needsRightSide, operationWords } from '../../../shared/explain/condition-words.ts';

/** A list of conditions in words: "if user.amount is greater than 50 and session.vip is set". Empty for none. */
export function conditionText(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : `if ${conditions.map(one).join(' and ')}`;
}

function one(condition: Condition): string {
  if (condition.kind === 'group') {
    const inside = condition.conditions.map(one);
    if (condition.match === 'none') return `not (${inside.join(' or ')})`;
    return `(${inside.join(condition.match === 'all' ? ' and ' : ' or ')})`;
  }
  const left = `${operandText(condition.left)} ${operationWords[condition.operation]}`;
  if (condition.right === undefined || !needsRightSide(condition.operation)) return left;
  const upper = condition.upper === undefined ? '' : ` and ${operandText(condition.upper)}`;
  return `${left} ${operandText(condition.right)}${upper}`;
}

const operandText = (operand: Operand): string =>
  operand.kind === 'reference'
    ? operand.reference
    : typeof operand.value === 'string'
      ? operand.value
      : JSON.stringify(operand.value);
