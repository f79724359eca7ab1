import type { Transition } from '../model/intent-record.ts';
import type { Program, ProgramIntent, ProgramScene } from '../program/program.ts';
import {
  conversationScope,
  enteredSceneScope,
  inTurnScope,
  midTurnScope,
  outOfTurnScope,
  startingScope,
  type Scope,
} from '../program/scope.ts';

/** Everything a talk may come to listen for, place by place: the very scopes it will search. Some come twice. */
export function* talkScopes(program: Program): Generator<Scope> {
  yield startingScope(program, 'USER');
  const targets = transitionTargets(program);
  const intentsSaid = intentsBySaid(program);
  for (const level of program.levels.values()) {
    const isTarget = targets.has(level.id);
    if (level.kind === 'conversation') {
      if (isTarget) yield conversationScope(level, 'USER');
    } else if (level.kind === 'scene') {
      for (const origins of originsFor(program, level, intentsSaid)) {
        yield outOfTurnScope(level, 'USER', origins);
        if (isTarget) yield enteredSceneScope(level, 'USER', origins);
      }
    } else {
      yield midTurnScope(level, 'USER');
      if (isTarget) yield inTurnScope(level, 'USER');
    }
  }
}

/** The levels some transition leads to, of an intent or of an action that failed. */
function transitionTargets(program: Program): ReadonlySet<string> {
  const targets = new Set<string>();
  const add = (transition: Transition | null): void => {
    const target = transition?.turn ?? transition?.scene ?? transition?.conversation ?? null;
    if (target !== null) targets.add(target);
  };
  for (const { record } of program.intents.values()) add(record.transition);
  for (const { onFailure } of program.document.tables.actions.values()) add(onFailure?.transition ?? null);
  return targets;
}

function intentsBySaid(program: Program): ReadonlyMap<string, readonly ProgramIntent[]> {
  const found = new Map<string, ProgramIntent[]>();
  for (const intent of program.intents.values()) {
    const listed = found.get(intent.record.intentId);
    if (listed === undefined) found.set(intent.record.intentId, [intent]);
    else listed.push(intent);
  }
  return found;
}

/** Where one may come from, as far as it matters to the scene: nothing special, or an intent some turn is valid after. */
function* originsFor(
  program: Program,
  { turnsByOrigin }: ProgramScene,
  intentsSaid: ReadonlyMap<string, readonly ProgramIntent[]>,
): Generator<readonly string[]> {
  yield [];
  for (const origin of turnsByOrigin.keys()) {
    const level = program.levels.get(origin);
    const intent = program.intents.get(origin);
    const intents = [
      ...(intent === undefined ? [] : [intent]),
      ...(intentsSaid.get(origin) ?? []),
      ...(level?.kind === 'turn' ? [...level.requests, ...level.responses] : []),
    ];
    for (const { id, record, turn } of intents) yield [id, record.intentId, turn.id];
  }
}
