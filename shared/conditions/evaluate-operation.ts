import type { Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import type { Operation } from '../model/condition.ts';

export { patternProblem } from './pattern.ts';

export type OperationOperands = {
  readonly left: Json;
  readonly right: Json;
  /** The other end of `between`; null elsewhere. */
  readonly upper: Json;
  /** The reference on the left leads nowhere. */
  readonly leftMissing: boolean;
};

export type OperationOptions = {
  /** The type of the attribute on the left. */
  readonly type: AttributeType;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly strict: boolean;
  readonly typedEmpty: boolean;
};

export function evaluateOperation(operation: Operation, operands: OperationOperands, options: OperationOptions): boolean {
  void options;
  return operation === 'eq' && operands.left === operands.right;
}
