import { budgets, type Budget } from './limits.ts';
import type { StepDraft } from './step-draft.ts';

/** Counts a step; false when the exchange has used up its share, which ends it. */
export function spendStep(draft: StepDraft): boolean {
  const exchange = draft.current;
  if (exchange === null) return true;
  if (exchange.exhausted) return false;
  exchange.steps += 1;
  if (exchange.steps <= budgets.steps) return true;
  reachBudget(draft, 'steps');
  return false;
}

/** Says which budget is used up and what keeps recurring, or the path there. The exchange ends at its next turn. */
export function reachBudget(draft: StepDraft, budget: Budget, path: readonly string[] | null = null): void {
  const exchange = draft.current;
  if (exchange === null || exchange.exhausted) return;
  exchange.exhausted = true;
  const cycle = path ?? recurring(exchange.visited);
  draft.emit({
    ...draft.event(cycle[0] ?? null, exchange.cause),
    kind: 'budget.reached',
    budget,
    limit: budgets[budget],
    cycle,
  });
}

/** The last round of a path that goes in circles; all of it when nothing came up twice. */
function recurring(path: readonly string[]): readonly string[] {
  const last = path.at(-1);
  if (last === undefined) return [];
  const before = path.lastIndexOf(last, -2);
  return before < 0 || path.length < 2 ? [...new Set(path)] : path.slice(before, -1);
}
