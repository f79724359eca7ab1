import type { JsonObject } from '../base/json.ts';
import type { ProgramIntent } from '../program/program.ts';
import type { Candidate } from '../program/scope.ts';
import { origins } from './place.ts';
import { conditionsHold, consider, guardsHold, reject, type Heard, type Search } from './search.ts';
import type { StepDraft } from './step-draft.ts';

/** What was interpreted for a candidate; null when nothing was. */
export type Reading = { readonly confidence: number | null; readonly attributes: JsonObject; readonly cause: number };

/** A USER intent that was heard. */
export type Match = { readonly intent: ProgramIntent; readonly attributes: JsonObject; readonly seq: number };

type Contender = { readonly candidate: Candidate; readonly reading: Reading; readonly heard: Heard; readonly considered: number };

/**
 * Lets candidates compete: levels' conditions, confidence, own conditions, then rank. Every candidate is shown in the
 * trace with the reason it lost.
 */
export function matchIntent(
  draft: StepDraft,
  search: Search,
  candidates: readonly Candidate[],
  read: (candidate: Candidate) => Reading | null,
): Match | null {
  const contenders: Contender[] = [];
  for (const candidate of candidates) {
    const contender = admit(draft, search, candidate, read);
    if (contender !== null) contenders.push(contender);
  }
  const best = winner(draft, contenders);
  if (best === undefined || draft.current?.exhausted === true) return null;
  for (const loser of contenders) {
    if (loser === best) continue;
    reject(draft, loser.candidate, 'rank', loser.heard, loser.considered, best.candidate.intent.id);
  }
  const { intent } = best.candidate;
  const { confidence, attributes } = best.reading;
  const { intentId } = intent.record;
  const seq = draft.emit({ kind: 'intent.matched', intentId, confidence }, intent.id, best.considered);
  return { intent, attributes, seq };
}

function admit(
  draft: StepDraft,
  search: Search,
  candidate: Candidate,
  read: (candidate: Candidate) => Reading | null,
): Contender | null {
  const open = guardsHold(draft, search, candidate);
  const reading = open ? read(candidate) : null;
  const byIdAlone = reading !== null && reading.confidence === null;
  const threshold = byIdAlone ? null : candidate.intent.record.confidence;
  const heard = { confidence: reading?.confidence ?? null, threshold };
  const considered = consider(draft, candidate, heard, reading?.cause ?? search.entered);
  if (reading === null || (!byIdAlone && (reading.confidence ?? 0) < (threshold ?? 0))) {
    reject(draft, candidate, open ? 'confidence' : 'condition', heard, considered);
    return null;
  }
  draft.interpreted = reading.attributes;
  const holds = conditionsHold(draft, candidate, considered);
  draft.interpreted = null;
  if (holds) return { candidate, reading, heard, considered };
  reject(draft, candidate, 'condition', heard, considered);
  return null;
}

/** Confidence, then listening for the previous intent, then the number of attributes, then the order listed. */
function winner(draft: StepDraft, contenders: readonly Contender[]): Contender | undefined {
  if (contenders.length < 2) return contenders[0];
  const previous = origins(draft);
  const listens = ({ candidate }: Contender): number =>
    candidate.intent.record.listensFor.some((origin) => previous.includes(origin)) ? 1 : 0;
  const count = ({ reading }: Contender): number => Object.keys(reading.attributes).length;
  return contenders.reduce((best, next) => {
    const ahead =
      (next.reading.confidence ?? 1) - (best.reading.confidence ?? 1) || listens(next) - listens(best) || count(next) - count(best);
    return ahead > 0 ? next : best;
  });
}
