import type { JsonObject } from '../base/json.ts';
import type { ProgramIntent } from '../program/program.ts';
import type { Candidate } from '../program/scope.ts';
import { origins } from './place.ts';
import { conditionsHold, consider, guardsHold, reject, type Heard, type Search } from './search.ts';
import type { StepDraft } from './step-draft.ts';

/** What an interpreter made of the utterance for a candidate. A confidence of null: its id was named outright. */
export type Found = { readonly confidence: number | null; readonly attributes: JsonObject };
export type Reading = { readonly found: Found | null; readonly cause: number };

/** A USER intent that was heard. */
export type Match = { readonly intent: ProgramIntent; readonly attributes: JsonObject; readonly seq: number };

type Read = (candidate: Candidate) => Reading;
type Contender = {
  readonly candidate: Candidate;
  readonly found: Found;
  readonly heard: Heard;
  readonly considered: number;
};

/**
 * Lets candidates compete: levels' conditions, confidence, own conditions, then rank. Every candidate is shown in the
 * trace with the reason it lost.
 */
export function matchIntent(
  draft: StepDraft,
  search: Search,
  candidates: readonly Candidate[],
  read: Read,
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
  const { confidence, attributes } = best.found;
  const { intentId } = intent.record;
  const seq = draft.emit({ ...draft.event(intent.id, best.considered), kind: 'intent.matched', intentId, confidence });
  return { intent, attributes, seq };
}

function admit(draft: StepDraft, search: Search, candidate: Candidate, read: Read): Contender | null {
  const open = guardsHold(draft, search, candidate);
  const reading = open ? read(candidate) : null;
  const found = reading?.found ?? null;
  const byIdAlone = found !== null && found.confidence === null;
  const threshold = byIdAlone ? null : candidate.intent.record.confidence;
  const heard = { confidence: found?.confidence ?? null, threshold };
  const considered = consider(draft, candidate, heard, reading?.cause ?? search.entered);
  if (found === null || (!byIdAlone && (found.confidence ?? 0) < (threshold ?? 0))) {
    reject(draft, candidate, open ? 'confidence' : 'condition', heard, considered);
    return null;
  }
  draft.interpreted = found.attributes;
  const holds = conditionsHold(draft, candidate, considered);
  draft.interpreted = null;
  if (holds) return { candidate, found, heard, considered };
  reject(draft, candidate, 'condition', heard, considered);
  return null;
}

/** Confidence, then listening for the previous intent, then the number of attributes, then the order listed. */
function winner(draft: StepDraft, contenders: readonly Contender[]): Contender | undefined {
  if (contenders.length < 2) return contenders[0];
  const previous = origins(draft);
  const listens = ({ candidate }: Contender): number =>
    candidate.intent.record.listensFor.some((origin) => previous.includes(origin)) ? 1 : 0;
  const count = ({ found }: Contender): number => Object.keys(found.attributes).length;
  return contenders.reduce((best, next) => {
    const ahead =
      (next.found.confidence ?? 1) - (best.found.confidence ?? 1) ||
      listens(next) - listens(best) ||
      count(next) - count(best);
    return ahead > 0 ? next : best;
  });
}
