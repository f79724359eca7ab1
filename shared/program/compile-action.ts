import { actionArguments, type ActionArgument } from '../actions/action-arguments.ts';
import { parseRequestText, type RequestText } from '../actions/parse-request-text.ts';
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
  /** The texts a `dateTime` action fills in; empty for the others. */
  readonly moment: { readonly base: RequestText['parts']; readonly modifier: RequestText['parts'] };
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
    moment: record.kind === 'dateTime' ? { base: parts(record.base), modifier: parts(record.modifier) } : noMoment,
  };
  known.set(record, made);
  return made;
}

const parts = (text: string): RequestText['parts'] => parseRequestText(text).parts;
const noMoment: CompiledAction['moment'] = { base: [], modifier: [] };
