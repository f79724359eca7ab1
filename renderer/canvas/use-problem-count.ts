import { createContext, useContext } from 'react';
import type { Document } from '../../shared/model/document.ts';
import type { Problem } from '../../shared/problems/problem.ts';

export type ProblemCounts = ReadonlyMap<string, number>;

/** Problems by what is drawn: those of a message count for its intent, those of an action also for its uses. */
export function countProblems(document: Document, problems: readonly Problem[]): ProblemCounts {
  const counts = new Map<string, number>();
  for (const { ref } of problems) {
    const home = document.homes.get(ref);
    const isUse = home?.table === 'intents' && isActionUse(document, home.record, ref);
    const id = isUse ? ref : (home?.record ?? ref);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

const isActionUse = (document: Document, intent: string, id: string): boolean =>
  document.tables.intents.get(intent)?.actions.some((use) => use.id === id) ?? false;

export const ProblemCountContext = createContext<ProblemCounts>(new Map());

/** How many problems the given records have between them. */
export function useProblemCount(...ids: readonly (string | null | undefined)[]): number {
  const counts = useContext(ProblemCountContext);
  return ids.reduce((sum, id) => sum + (id == null ? 0 : (counts.get(id) ?? 0)), 0);
}
