import { actionArguments, type ActionArgument } from '../actions/action-arguments.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { compileAssignments, type CompiledAssignment } from './compile-assignments.ts';
import { compiledConditions, type CompiledConditions } from './compile-conditions.ts';
import { compileText, type CompiledText } from './compile-text.ts';

export type CompiledAction = {
  readonly arguments: readonly ActionArgument[];
  readonly confirmation: CompiledConditions;
  readonly question: CompiledText;
  readonly failureMessage: CompiledText | null;
  /** What a `setAttributes` action writes; empty for the others. */
  readonly assignments: readonly CompiledAssignment[];
};

const known = new WeakMap<ActionRecord, CompiledAction>();

/** What an action needs to run, ready; made once per record. */
export function compiledAction(record: ActionRecord): CompiledAction {
  const found = known.get(record);
  if (found !== undefined) return found;
  const message = record.onFailure?.message ?? '';
  const made: CompiledAction = {
    arguments: actionArguments(record),
    confirmation: compiledConditions(record.confirmation.conditions),
    question: compileText(record.confirmation.question),
    failureMessage: message === '' ? null : compileText(message),
    assignments: record.kind === 'setAttributes' ? compileAssignments(record.assignments) : [],
  };
  known.set(record, made);
  return made;
}
