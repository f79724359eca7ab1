import type { WordVectors } from '../interpret/classifier/word-vectors.ts';
import type { ActionRecord } from '../model/action-record.ts';
import type { AttributeMember, AttributeType } from '../model/attribute-type.ts';
import type { ContextRecord, ScenarioRecord, TurnRecord } from '../model/design-records.ts';
import type { Document } from '../model/document.ts';
import type { IntentRecord } from '../model/intent-record.ts';
import type { InterpreterRecord } from '../model/interpreter-record.ts';
import type { ReferencePath } from '../reference/reference.ts';
import { compiledIntent, type CompiledIntent } from './compile-intent.ts';
import type { Problem } from '../problems/problem.ts';

/** What the scenario, a conversation, a scene and a turn have in common once compiled. */
export type ProgramLevel = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly conditions: TurnRecord['conditions'];
  readonly starting: boolean;
  /** Whoever finishes a turn in here completes the conversation. */
  readonly completing: boolean;
  /** Of the nearest level that names one that exists; null is the built-in interpreter. */
  readonly interpreter: string | null;
};

export type ProgramConversation = ProgramLevel & {
  readonly kind: 'conversation';
  readonly scenes: readonly ProgramScene[];
};

export type ProgramScene = ProgramLevel & {
  readonly kind: 'scene';
  readonly conversation: ProgramConversation;
  readonly turns: readonly ProgramTurn[];
  /** Valid origin (the id of an intent or turn) to the turns that name it. */
  readonly turnsByOrigin: ReadonlyMap<string, readonly ProgramTurn[]>;
};

export type ProgramTurn = ProgramLevel & {
  readonly kind: 'turn';
  readonly open: boolean;
  readonly scene: ProgramScene;
  readonly requests: readonly ProgramIntent[];
  readonly responses: readonly ProgramIntent[];
};

export class ProgramIntent {
  readonly id: string;
  readonly turn: ProgramTurn;
  readonly record: IntentRecord;
  /** Its own interpreter or the nearest above it; null is the built-in one. */
  readonly interpreter: string | null;
  /** Said of the intent itself. */
  readonly completing: boolean;
  #compiled: CompiledIntent | null = null;

  constructor(turn: ProgramTurn, record: IntentRecord, interpreter: string | null) {
    this.id = record.id;
    this.turn = turn;
    this.record = record;
    this.interpreter = interpreter;
    this.completing = record.behaviors.includes('COMPLETING');
  }

  /** What it does, made when it is first asked for: an exchange asks a dozen times, of a few intents of thousands. */
  get compiled(): CompiledIntent {
    return (this.#compiled ??= compiledIntent(this.record));
  }
}

/**
 * The scenario compiled: linked, indexed, immutable, runnable. Expensive parts (parsed texts, search scopes, the hash)
 * are made when first needed and kept per record, so compiling again after an edit costs what the edit changed.
 */
export type Program = {
  readonly document: Document;
  readonly scenario: ProgramLevel;
  readonly settings: {
    /** Seconds; null means for ever. */
    readonly sessionLifetime: number | null;
    readonly strict: boolean;
    readonly typedEmpty: boolean;
    /** Null: messages are said as they are written. */
    readonly languages: NonNullable<ScenarioRecord['languages']> | null;
  };
  readonly conversations: readonly ProgramConversation[];
  /** Conversations, scenes and turns by id. */
  readonly levels: ReadonlyMap<string, ProgramConversation | ProgramScene | ProgramTurn>;
  readonly intents: ReadonlyMap<string, ProgramIntent>;
  /** Types of attributes that are not plain text, by name. */
  readonly attributeTypes: ReadonlyMap<string, AttributeType>;
  /** The type of an attribute; text when nothing says otherwise. */
  readonly typeOf: (attribute: string) => AttributeType;
  /** The type of a member at the end of a path; undefined when none is declared. */
  readonly memberTypeOf: (attribute: string, path: ReferencePath) => AttributeType | undefined;
  /** What composites consist of, by the name of the attribute. */
  readonly attributeMembers: ReadonlyMap<string, readonly AttributeMember[]>;
  /** Names of attributes that no trace may show. */
  readonly sensitive: ReadonlySet<string>;
  /** The scenario's own contexts, and values for built-in ones, by name. */
  readonly contexts: ReadonlyMap<string, ContextRecord>;
  readonly interpreters: ReadonlyMap<string, InterpreterRecord>;
  readonly actions: ReadonlyMap<string, ActionRecord>;
  /** What words mean, for the built-in interpreter; null: it goes by the words themselves. */
  readonly wordVectors: WordVectors | null;
  /** Fingerprint of the logic: what is drawn where does not change it. */
  readonly hash: string;
  /** What is wrong with the design. The program runs all the same; broken parts lead nowhere. */
  readonly problems: readonly Problem[];
};
