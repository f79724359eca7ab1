import type { CompiledAssignment } from '../program/compile-assignments.ts';
import { readOperand } from './check-conditions.ts';
import { setAttribute, type Written } from './set-attribute.ts';
import type { StepDraft } from './step-draft.ts';

/** Writes values in order, each seeing those before it. */
export function assign(
  draft: StepDraft,
  assignments: readonly CompiledAssignment[],
  from: { readonly ref: string; readonly source: string; readonly cause: number },
): void {
  if (assignments.length === 0) return;
  const written: Written = { origin: 'default', source: from.source, ref: from.ref, cause: from.cause };
  for (const { target, value } of assignments) setAttribute(draft, target, readOperand(draft, value), written);
}
