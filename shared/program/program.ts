import type { ActionRecord } from '../model/action-record.ts';
import type { AttributeRecord, ContextRecord, InterpreterRecord } from '../model/design-records.ts';
import type { Document } from '../model/document.ts';
import type { Behavior, IntentRecord } from '../model/intent-record.ts';
import type { Condition } from '../model/condition.ts';
import type { Problem } from '../problems/problem.ts';

/** What a conversation, scene, turn and the scenario have in common once compiled. */
export type ProgramLevel = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly conditions: readonly Condition[];
  readonly starting: boolean;
};

export type ProgramConversation = ProgramLevel & {
  readonly kind: 'conversation';
  readonly scenes: readonly ProgramScene[];
};

export type ProgramScene = ProgramLevel & {
  readonly kind: 'scene';
  readonly conversation: ProgramConversation;
  readonly turns: readonly ProgramTurn[];
  /** Valid origin (an intent or turn) to the turns that name it. */
  readonly turnsByOrigin: ReadonlyMap<string, readonly ProgramTurn[]>;
};

export type ProgramTurn = ProgramLevel & {
  readonly kind: 'turn';
  readonly scene: ProgramScene;
  /** Position among the turns of its scene. */
  readonly index: number;
  readonly open: boolean;
  readonly requests: readonly ProgramIntent[];
  readonly responses: readonly ProgramIntent[];
};

export type ProgramIntent = {
  readonly kind: 'intent';
  readonly id: string;
  readonly turn: ProgramTurn;
  readonly record: IntentRecord;
  /** The interpreter that reads for it: its own or the nearest above; null is the built-in one. */
  readonly interpreter: string | null;
};

/**
 * The scenario compiled: linked, indexed, immutable, runnable. Expensive parts (parsed texts, sample indexes, the hash)
 * are made when first needed and kept, per record, so compiling again after an edit costs what the edit changed.
 */
export type Program = {
  readonly document: Document;
  readonly scenario: ProgramLevel;
  readonly settings: {
    readonly sessionLifetime: number | null;
    readonly strict: boolean;
    readonly typedEmpty: boolean;
  };
  readonly conversations: readonly ProgramConversation[];
  /** Conversations, scenes and turns by id. */
  readonly levels: ReadonlyMap<string, ProgramConversation | ProgramScene | ProgramTurn>;
  readonly intents: ReadonlyMap<string, ProgramIntent>;
  /** Registered attributes by name. */
  readonly attributes: ReadonlyMap<string, AttributeRecord>;
  /** Contexts of the scenario by name. */
  readonly contexts: ReadonlyMap<string, ContextRecord>;
  readonly interpreters: ReadonlyMap<string, InterpreterRecord>;
  readonly actions: ReadonlyMap<string, ActionRecord>;
  /** Fingerprint of the logic: what is drawn where does not change it. */
  readonly hash: string;
  /** What is wrong with the design. The program runs all the same; broken parts lead nowhere. */
  readonly problems: readonly Problem[];
};

export const hasBehavior = (behaviors: readonly Behavior[], behavior: Behavior): boolean => behaviors.includes(behavior);
