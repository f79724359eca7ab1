import type { Document } from '../../shared/model/document.ts';
import type { TraceEventOf } from '../../shared/engine/trace-event.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import { scopeAfter, type TalkPlace } from '../../shared/program/scope-after.ts';
import { sampleAsSaid } from '../../shared/understanding/sample-as-said.ts';

/** Things a person could say now that the scenario listens for: the first sample of each intent in reach, then more. */
export function suggestions(
  document: Document,
  ended: TraceEventOf<'exchange.ended'> | null,
  limit: number,
): readonly string[] {
  const program = compileScenario(document);
  // Intents that share an id are one thing to a person: where is my order, where is order 7.
  const spoken = [...scopeAfter(program, placeAfter(ended)).byIntentId.values()].map((candidates) =>
    candidates.flatMap(({ intent }) => intent.record.samples.flatMap((sample) => sampleAsSaid(document, sample) ?? [])),
  );
  const longest = Math.max(0, ...spoken.map((samples) => samples.length));
  const inTurns = Array.from({ length: longest }, (_, round) => spoken.flatMap((samples) => samples[round] ?? []));
  return [...new Set(inTurns.flat())].slice(0, limit);
}

/** Where the last exchange left the talk. */
export function placeAfter(ended: TraceEventOf<'exchange.ended'> | null): TalkPlace | null {
  if (ended === null) return null;
  const { conversation, scene, turn, intent, midTurn } = ended.position;
  return { conversation, scene, turn, intent, midTurn, previous: ended.selected.at(-1) ?? ended.matched };
}
