import type { Condition, ConditionGroup, ConditionTest, Operation } from '../../shared/model/condition.ts';
import type { Json } from '../../shared/base/json.ts';
import type { Operand } from '../../shared/model/operand.ts';

export const reference = (text: string): Operand => ({ kind: 'reference', reference: text });
export const value = (json: Json): Operand => ({ kind: 'value', value: json });

/** `when('user.age', 'gte', 18)`; a right side that is an operand already is taken as it is. */
export function when(
  left: string,
  operation: Operation,
  right?: Json | Operand,
  upper?: Json | Operand,
): ConditionTest {
  return {
    kind: 'test',
    operation,
    left: reference(left),
    ...(right === undefined ? {} : { right: toOperand(right) }),
    ...(upper === undefined ? {} : { upper: toOperand(upper) }),
  };
}

const group =
  (match: ConditionGroup['match']) =>
  (...conditions: Condition[]): ConditionGroup => ({ kind: 'group', match, conditions });
export const all = group('all');
export const any = group('any');
export const none = group('none');

/** A plain value stands for itself; an operand stays one. */
export function toOperand(raw: Json | Operand): Operand {
  return isOperand(raw) ? raw : value(raw);
}

function isOperand(raw: Json | Operand): raw is Operand {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return false;
  return (raw.kind === 'reference' && 'reference' in raw) || (raw.kind === 'value' && 'value' in raw);
}
