import type { Json } from '../../../shared/base/json.ts';
import { patternProblem } from '../../../shared/conditions/matches-pattern.ts';
import { orderOf } from '../../../shared/conditions/compare-values.ts';
import type { ConditionTest } from '../../../shared/model/condition.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import type { Trouble } from '../problems-by-ref.ts';

export type ValueTroubles = { readonly right: readonly Trouble[]; readonly upper: readonly Trouble[] };

const none: ValueTroubles = { right: [], upper: [] };

/** What is wrong with the values a test compares with, beyond their type: told beside them while they are written. */
export function valueTroubles({ operation, right, upper }: ConditionTest): ValueTroubles {
  const value = writtenIn(right);
  if (value === undefined) return none;
  if (operation === 'matches' && typeof value === 'string') {
    const problem = patternProblem(value);
    return problem === null ? none : { right: [{ severity: 'error', sentence: problem }], upper: [] };
  }
  if (operation === 'between') return { right: [], upper: rangeTroubles(value, writtenIn(upper)) };
  if (operation.startsWith('time_passed_') && Number(value) === 0 && value !== '' && value !== null)
    return warn('With 0 seconds this never holds.');
  if (operation.startsWith('length_') && typeof value === 'number' && value < 0)
    return warn('A length is never below 0.');
  return none;
}

function rangeTroubles(lower: Json, upper: Json | undefined): readonly Trouble[] {
  if (upper === undefined || lower === '' || upper === '' || lower === null || upper === null) return [];
  return (orderOf(lower, upper) ?? 0) > 0
    ? [{ severity: 'warning', sentence: 'Nothing is in between: this end is below the other.' }]
    : [];
}

const writtenIn = (side: Operand | undefined): Json | undefined => (side?.kind === 'value' ? side.value : undefined);
const warn = (sentence: string): ValueTroubles => ({ right: [{ severity: 'warning', sentence }], upper: [] });
