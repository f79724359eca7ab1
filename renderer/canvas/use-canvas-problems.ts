import { createContext, useContext } from 'react';
import type { Document } from '../../shared/model/document.ts';
import { findActionUse } from '../../shared/model/selectors/find-action-use.ts';
import type { Problem } from '../../shared/problems/problem.ts';

/** Problems by the id of what is drawn. */
export type CanvasProblems = ReadonlyMap<string, readonly Problem[]>;

/** A problem of a message shows on its intent; one of an action use, on the action. */
export function problemsByNode(document: Document, problems: readonly Problem[]): CanvasProblems {
  const byNode = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { ref } = problem;
    const isUse = findActionUse(document, ref) !== undefined;
    const id = isUse ? ref : (document.homes.get(ref)?.record ?? ref);
    byNode.set(id, [...(byNode.get(id) ?? []), problem]);
  }
  return byNode;
}

export const CanvasProblemsContext = createContext<CanvasProblems>(new Map());

/** What is wrong with the given records, worst first. */
export function useCanvasProblems(ids: readonly (string | null | undefined)[]): readonly Problem[] {
  const all = useContext(CanvasProblemsContext);
  const own = ids.flatMap((id) => (id == null ? [] : (all.get(id) ?? [])));
  return own.toSorted((left, right) => Number(right.severity === 'error') - Number(left.severity === 'error'));
}
