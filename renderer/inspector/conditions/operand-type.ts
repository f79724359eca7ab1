import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { ConditionTest, Operation } from '../../../shared/model/condition.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import { parseReference } from '../../../shared/reference/parse-reference.ts';
import type { KnownNames } from '../references/known-names.ts';

/** The type of what an operand stands for, as far as the design says it. */
export function operandType(operand: Operand | undefined, names: KnownNames): AttributeType {
  if (operand?.kind !== 'reference') return 'string';
  const parsed = parseReference(operand.reference);
  if (!parsed.ok || parsed.value.path.length > 0 || parsed.value.filters.length > 0) return 'string';
  return names.types.get(parsed.value.attribute) ?? 'string';
}

/** The same for what a test looks at; null where the design does not say it, as of a part or of what a filter made. */
export function lookedAtType({ left, right }: ConditionTest, names: KnownNames): AttributeType | null {
  const side = left.kind === 'reference' ? left : right;
  if (side?.kind !== 'reference') return null;
  const parsed = parseReference(side.reference);
  if (!parsed.ok || parsed.value.path.length > 0 || parsed.value.filters.length > 0) return null;
  return names.types.get(parsed.value.attribute) ?? null;
}

/** The type of the value an operation compares something of this type with. */
export function comparedWith(operation: Operation, type: AttributeType): AttributeType {
  if (operation.startsWith('length_') || operation.startsWith('time_passed_')) return 'int';
  switch (operation) {
    case 'contains':
    case 'starts_with':
    case 'ends_with':
    case 'matches':
    case 'in_set':
    case 'not_in_set':
      return 'string';
    default:
      return type;
  }
}
