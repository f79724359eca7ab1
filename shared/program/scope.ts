import type { Speaker } from '../model/intent-record.ts';
import type {
  Program,
  ProgramConversation,
  ProgramIntent,
  ProgramLevel,
  ProgramScene,
  ProgramTurn,
} from './program.ts';

/** An intent that may be chosen, and the levels whose conditions must hold first, outermost first. */
export type Candidate = { readonly intent: ProgramIntent; readonly guards: readonly ProgramLevel[] };

/** Everything one search looks through. It depends on the design alone, so it is made once and shared by all sessions. */
export type Scope = {
  readonly kind: 'startingPath' | 'midTurn' | 'outOfTurn' | 'inTurn';
  readonly speaker: Speaker;
  /** Ids of the levels and intents, in the order they are looked at. */
  readonly searched: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly byIntentId: ReadonlyMap<string, readonly Candidate[]>;
};

const known = new WeakMap<object, Map<string, Scope>>();

/** What the scopes of a level are kept under: the same texts each time, which a map finds without reading them. */
const names = {
  start: namesFor('start'),
  enter: namesFor('enter'),
  open: namesFor('open'),
  mid: namesFor('mid'),
  in: namesFor('in'),
} as const;

function namesFor(way: string): Readonly<Record<Speaker, string>> {
  return { USER: `${way} USER`, APP: `${way} APP` };
}

/** STARTING conversations, their STARTING scenes, their STARTING turns: the request intents. */
export const startingScope = (program: Program, speaker: Speaker): Scope =>
  remember(program, names.start[speaker], () => {
    const scope = new ScopeBuilder('startingPath', speaker);
    for (const conversation of program.conversations) if (conversation.starting) scope.addConversation(conversation);
    return scope.build();
  });

/** A transition led to the conversation: its STARTING scenes and turns. */
export const conversationScope = (conversation: ProgramConversation, speaker: Speaker): Scope =>
  remember(conversation, names.enter[speaker], () =>
    new ScopeBuilder('startingPath', speaker).addConversation(conversation).build(),
  );

/** A transition led to the scene: its STARTING turns, then the turns it offers at any time. */
export const enteredSceneScope = (scene: ProgramScene, speaker: Speaker, origins: readonly string[]): Scope =>
  remember(scene, names.enter[speaker] + originKey(scene, origins), () => {
    const scope = new ScopeBuilder('outOfTurn', speaker).visit(scene);
    const offered = offeredTurns(scene, origins);
    for (const turn of scene.turns) if (turn.starting) scope.addTurn(turn, [scene]);
    for (const turn of offered) if (!turn.starting) scope.addTurn(turn, [scene]);
    return scope.build();
  });

/** Between turns: the scene's OPEN turns and those that name where the talk comes from. */
export const outOfTurnScope = (scene: ProgramScene, speaker: Speaker, origins: readonly string[]): Scope =>
  remember(scene, names.open[speaker] + originKey(scene, origins), () => {
    const scope = new ScopeBuilder('outOfTurn', speaker).visit(scene);
    for (const turn of offeredTurns(scene, origins)) scope.addTurn(turn, []);
    return scope.build();
  });

/** The last intent was a request: the turn's responses. */
export const midTurnScope = (turn: ProgramTurn, speaker: Speaker): Scope =>
  remember(turn, names.mid[speaker], () =>
    new ScopeBuilder('midTurn', speaker).visit(turn).addIntents(turn.responses, []).build(),
  );

/** A transition pointed at the turn: its requests. */
export const inTurnScope = (turn: ProgramTurn, speaker: Speaker): Scope =>
  remember(turn, names.in[speaker], () => new ScopeBuilder('inTurn', speaker).addTurn(turn, []).build());

const everywhere = new WeakMap<Program, Map<string, ProgramIntent[]>>();

/** Every USER intent with this id, wherever it stands; only asked for to explain why none of them was searched. */
export function intentsHeardAs(program: Program, intentId: string): readonly ProgramIntent[] {
  let index = everywhere.get(program);
  if (index === undefined) {
    index = new Map();
    for (const intent of program.intents.values()) {
      if (intent.record.speaker !== 'USER') continue;
      const listed = index.get(intent.record.intentId);
      if (listed === undefined) index.set(intent.record.intentId, [intent]);
      else listed.push(intent);
    }
    everywhere.set(program, index);
  }
  return index.get(intentId) ?? [];
}

function remember(owner: object, key: string, make: () => Scope): Scope {
  let scopes = known.get(owner);
  if (scopes === undefined) known.set(owner, (scopes = new Map()));
  let scope = scopes.get(key);
  if (scope === undefined) scopes.set(key, (scope = make()));
  return scope;
}

/** Origins that no turn of the scene names do not make another scope. */
const originKey = (scene: ProgramScene, origins: readonly string[]): string =>
  scene.turnsByOrigin.size === 0
    ? ''
    : origins.flatMap((origin) => (scene.turnsByOrigin.has(origin) ? [` ${origin}`] : [])).join('');

function offeredTurns(scene: ProgramScene, origins: readonly string[]): ProgramTurn[] {
  const named = new Set(origins.flatMap((origin) => scene.turnsByOrigin.get(origin) ?? []));
  return scene.turns.filter((turn) => turn.open || named.has(turn));
}

class ScopeBuilder {
  readonly #kind: Scope['kind'];
  readonly #speaker: Speaker;
  readonly #searched: string[] = [];
  readonly #candidates: Candidate[] = [];

  constructor(kind: Scope['kind'], speaker: Speaker) {
    this.#kind = kind;
    this.#speaker = speaker;
  }

  visit(level: ProgramLevel): this {
    this.#searched.push(level.id);
    return this;
  }

  addConversation(conversation: ProgramConversation): this {
    this.visit(conversation);
    for (const scene of conversation.scenes) {
      if (!scene.starting) continue;
      this.visit(scene);
      for (const turn of scene.turns) if (turn.starting) this.addTurn(turn, [conversation, scene]);
    }
    return this;
  }

  addTurn(turn: ProgramTurn, above: readonly ProgramLevel[]): this {
    const guards = [...above, turn].filter((level) => level.conditions.length > 0);
    return this.visit(turn).addIntents(turn.requests, guards);
  }

  addIntents(intents: readonly ProgramIntent[], guards: readonly ProgramLevel[]): this {
    for (const intent of intents) {
      if (intent.record.speaker !== this.#speaker) continue;
      this.#searched.push(intent.id);
      this.#candidates.push({ intent, guards });
    }
    return this;
  }

  build(): Scope {
    const byIntentId = new Map<string, Candidate[]>();
    for (const candidate of this.#candidates) {
      const { intentId } = candidate.intent.record;
      const listed = byIntentId.get(intentId);
      if (listed === undefined) byIntentId.set(intentId, [candidate]);
      else listed.push(candidate);
    }
    return {
      kind: this.#kind,
      speaker: this.#speaker,
      searched: this.#searched,
      candidates: this.#candidates,
      byIntentId,
    };
  }
}
