import { createContext, useContext } from 'react';
import type { Problem } from '../../shared/problems/problem.ts';

/** What is wrong beside a field, in a sentence. */
export type Trouble = { readonly severity: Problem['severity']; readonly sentence: string };

export type ProblemsByRef = ReadonlyMap<string, readonly Problem[]>;

export const ProblemsContext = createContext<ProblemsByRef>(new Map());
export const useProblemsByRef = (): ProblemsByRef => useContext(ProblemsContext);

/** The id of the record the form is about, where problems are told by it. */
export const SubjectContext = createContext<string | null>(null);

/** How bad it is what is wrong with some fields of the record the form is about; null while nothing is. */
export function useTroubleIn(fields: string | undefined): Problem['severity'] | null {
  const problems = useProblemsByRef();
  const subject = useContext(SubjectContext);
  if (fields === undefined || subject === null) return null;
  const names = new Set(fields.split(' '));
  const found = (problems.get(subject) ?? []).filter(({ field }) => names.has(field.split('.')[0] ?? ''));
  return found.length === 0 ? null : found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

export function problemsByRef(problems: readonly Problem[]): ProblemsByRef {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) found.set(problem.ref, [...(found.get(problem.ref) ?? []), problem]);
  return found;
}

/** Fields that hold references say themselves, and at once, what is wrong with one. */
const saidByField: ReadonlySet<string> = new Set([
  'P001-unknown-context',
  'P002-nothing-sets-attribute',
  'P003-broken-reference',
  'P014-writes-read-only-context',
  'P016-broken-pattern',
]);

export const troublesAt = (problems: ProblemsByRef, ref: string, field: string): readonly Trouble[] =>
  (problems.get(ref) ?? [])
    .filter((problem) => problem.field === field && !saidByField.has(problem.code))
    .map(({ severity, sentence, here }) => ({ severity, sentence: here ?? sentence }));

/** Fields that stand in a form and say what is wrong with them. */
const fieldsInForms: ReadonlySet<string> = new Set(
  [
    'name samples messages transition virtualIntent interpreter conditions expectedAttributes',
    'setAttributes assignments action inputs outputs text buttons confirmation onFailure',
    'mocks headers integration model path intents callbacks rules pattern blocks translations disableText',
    'steps base modifier format zone',
  ].flatMap((line) => line.split(' ')),
);
const isInForm = (field: string): boolean =>
  fieldsInForms.has(field) || /^(?:inputs|request|blocks|rules|steps)\./.test(field);

/** What is wrong with a record beside all its fields, like where it stands. */
export const troublesBeside = (problems: ProblemsByRef, ref: string): readonly Trouble[] =>
  (problems.get(ref) ?? []).filter((problem) => !isInForm(problem.field));
