import type { Document } from '../../shared/model/document.ts';
import { attributeNamed } from '../../shared/model/selectors/attribute-named.ts';
import type { TraceEventOf } from '../../shared/engine/trace-event.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import type { Program } from '../../shared/program/program.ts';
import {
  conversationScope,
  enteredSceneScope,
  inTurnScope,
  midTurnScope,
  outOfTurnScope,
  startingScope,
  type Scope,
} from '../../shared/program/scope.ts';
import { parseTemplate } from '../../shared/reference/parse-template.ts';

/** Things a person could say now that the scenario listens for: the first sample of each intent in reach, then more. */
export function suggestions(
  document: Document,
  ended: TraceEventOf<'exchange.ended'> | null,
  limit: number,
): readonly string[] {
  const program = compileScenario(document);
  // Intents that share an id are one thing to a person: where is my order, where is order 7.
  const spoken = [...reach(program, ended).byIntentId.values()].map((candidates) =>
    candidates.flatMap(({ intent }) => intent.record.samples.flatMap((sample) => filledIn(document, sample) ?? [])),
  );
  const longest = Math.max(0, ...spoken.map((samples) => samples.length));
  const inTurns = Array.from({ length: longest }, (_, round) => spoken.flatMap((samples) => samples[round] ?? []));
  return [...new Set(inTurns.flat())].slice(0, limit);
}

/** What is searched from where the last exchange left the talk. */
function reach(program: Program, ended: TraceEventOf<'exchange.ended'> | null): Scope {
  if (ended === null) return startingScope(program, 'USER');
  const { position } = ended;
  const level = (id: string | null) => (id === null ? undefined : program.levels.get(id));
  const [turn, scene, conversation] = [level(position.turn), level(position.scene), level(position.conversation)];
  if (turn?.kind === 'turn') {
    const isAnswered = turn.responses.some(({ record }) => record.speaker === 'USER');
    if (position.midTurn && isAnswered) return midTurnScope(turn, 'USER');
    if (position.intent === null) return inTurnScope(turn, 'USER');
    return outOfTurnScope(turn.scene, 'USER', origins(program, ended));
  }
  if (scene?.kind === 'scene') return enteredSceneScope(scene, 'USER', origins(program, ended));
  return conversation?.kind === 'conversation'
    ? conversationScope(conversation, 'USER')
    : startingScope(program, 'USER');
}

function origins(program: Program, { matched, selected }: TraceEventOf<'exchange.ended'>): readonly string[] {
  const previous = program.intents.get(selected.at(-1) ?? matched ?? '');
  return previous === undefined ? [] : [previous.id, previous.record.intentId, previous.turn.id];
}

/** A sample with the examples of its attributes; null when one of them has no example to give. */
function filledIn(document: Document, sample: string): string | null {
  const parts = parseTemplate(sample).parts.map((part) => {
    if (typeof part === 'string') return part;
    const example = attributeNamed(document, part.reference.attribute)?.example ?? null;
    return typeof example === 'string' || typeof example === 'number' ? String(example) : null;
  });
  return parts.includes(null) ? null : parts.join('');
}
