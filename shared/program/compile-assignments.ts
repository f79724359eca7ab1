import type { IntentRecord } from '../model/intent-record.ts';
import { compileOperand, compileTarget, type CompiledOperand, type WriteTarget } from './compile-operand.ts';

export type CompiledAssignment = { readonly target: WriteTarget; readonly value: CompiledOperand };

type Assignments = IntentRecord['setAttributes'];

const known = new WeakMap<Assignments, readonly CompiledAssignment[]>();

/** Assignments ready to run, once per list. One to a text that names no attribute is left out; the problems say which. */
export function compileAssignments(list: Assignments): readonly CompiledAssignment[] {
  const found = known.get(list);
  if (found !== undefined) return found;
  const made = list.flatMap(({ reference, value }): CompiledAssignment[] => {
    const target = compileTarget(reference);
    return target === null ? [] : [{ target, value: compileOperand(value) }];
  });
  known.set(list, made);
  return made;
}
