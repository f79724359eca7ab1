import type { Program, ProgramLevel } from '../program/program.ts';
import type { Candidate, Scope } from '../program/scope.ts';
import { checkCompiled, checkConditions } from './check-conditions.ts';
import { spendStep } from './spend-budget.ts';
import type { StepDraft } from './step-draft.ts';
import type { RejectionReason } from './trace-event.ts';

/** One look through a scope. */
export type Search = {
  readonly scope: Scope;
  /** `seq` of the event that says what is searched. */
  readonly entered: number;
  /** What the conditions of a level gave; each is checked once a search. Null until one has any. */
  guards: Map<ProgramLevel, boolean> | null;
};

export type Heard = { readonly confidence: number | null; readonly threshold: number | null };

export function enterScope(draft: StepDraft, scope: Scope, because: string): Search {
  spendStep(draft);
  const { kind, speaker, searched } = scope;
  const cause = draft.current?.cause ?? null;
  const entered = draft.emit({
    ...draft.event(null, cause),
    kind: 'scope.entered',
    scope: kind,
    speaker,
    because,
    searched,
  });
  return { scope, entered, guards: null };
}

/** Whether the conditions of all levels above a candidate hold. */
export function guardsHold(draft: StepDraft, search: Search, { guards }: Candidate): boolean {
  if (!scenarioHolds(draft, search)) return false;
  return guards.every((level) => levelHolds(draft, search, level));
}

/** The scenario's own conditions stand at the very beginning of a talk only. */
function scenarioHolds(draft: StepDraft, search: Search): boolean {
  const { scenario } = draft.program;
  if (scenario.conditions.length === 0 || draft.previous !== null) return true;
  return levelHolds(draft, search, scenario);
}

function levelHolds(draft: StepDraft, search: Search, level: ProgramLevel): boolean {
  const known = search.guards?.get(level);
  if (known !== undefined) return known;
  const outcome = checkConditions(draft, level.id, level.conditions, search.entered);
  search.guards ??= new Map();
  search.guards.set(level, outcome);
  return outcome;
}

/** What is known of the levels' conditions, to go on with later, and back again. A level that is gone is forgotten. */
export const knownGuards = ({ guards }: Search): { readonly [level: string]: boolean } =>
  Object.fromEntries([...(guards ?? [])].map(([{ id }, outcome]) => [id, outcome]));

export const guardsOf = (program: Program, known: ReturnType<typeof knownGuards>): Search['guards'] =>
  new Map(
    Object.entries(known).flatMap(([id, outcome]) => {
      const level = id === program.scenario.id ? program.scenario : program.levels.get(id);
      return level === undefined ? [] : [[level, outcome]];
    }),
  );

/** Says that a candidate is looked at; the returned `seq` is the cause of what becomes of it. */
export function consider(draft: StepDraft, candidate: Candidate, heard: Heard, cause: number): number {
  const { id, record } = candidate.intent;
  const { intentId, speaker } = record;
  const { confidence, threshold } = heard;
  return draft.emit({
    ...draft.event(id, cause),
    kind: 'candidate.considered',
    intentId,
    speaker,
    confidence,
    threshold,
  });
}

export function reject(
  draft: StepDraft,
  candidate: Candidate,
  reason: RejectionReason,
  heard: Heard,
  considered: number,
  lostTo: string | null = null,
): void {
  const { id, record } = candidate.intent;
  const { intentId, speaker } = record;
  const { confidence, threshold } = heard;
  const seq = draft.emit({
    ...draft.event(id, considered),
    kind: 'candidate.rejected',
    intentId,
    reason,
    confidence,
    threshold,
    lostTo,
  });
  if (speaker === 'USER') draft.noteLost({ ref: id, intentId, reason, seq });
}

/** The candidate's own conditions. */
export const conditionsHold = (draft: StepDraft, { intent }: Candidate, cause: number): boolean =>
  checkCompiled(draft, intent.id, intent.compiled.conditions, cause);
