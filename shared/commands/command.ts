import type { ActionId, ActionUseId, AttributeId, ConversationId, IntentId, SceneId, TurnId } from '../model/ids.ts';
import type { ActionRecord } from '../model/action-record.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import type { NoteColour, NoteForm, ScenarioRecord, TestStep } from '../model/design-records.ts';
import type { Speaker } from '../model/intent-record.ts';
import type { Operand } from '../model/operand.ts';
import type { RecordPut, TableName, TableRecords } from '../model/record-tables.ts';

/** A place in canvas pixels, from the corner of the frame that holds what is made; on empty canvas, of the canvas. */
export type Point = { readonly x: number; readonly y: number };

/** Fields of one record to replace. A field set to undefined is left alone; optional ones are taken away by `without`. */
export type RecordUpdate = {
  [Name in TableName]: {
    readonly kind: 'record.update';
    readonly table: Name;
    readonly id: string;
    readonly changes: Partial<Omit<TableRecords[Name], 'id'>>;
    readonly without?: readonly string[];
  };
}[TableName];

/**
 * Everything that can happen to a document. Commands are data: planned into a Diff, applied, undone by its inverse.
 * New ids are chosen while planning, readable and free, so equal commands on equal documents give equal results.
 */
export type Command =
  | { readonly kind: 'scenario.update'; readonly changes: Partial<Omit<ScenarioRecord, 'id'>> }
  | { readonly kind: 'conversation.add'; readonly name: string; readonly at?: Point }
  | { readonly kind: 'scene.add'; readonly conversation: ConversationId; readonly name: string; readonly at?: Point }
  | { readonly kind: 'turn.add'; readonly scene: SceneId; readonly name: string; readonly at?: Point }
  /**
   * `into` is where it was dropped: a turn takes it; a scene or conversation, or null for empty canvas, gets the
   * containers that are missing, STARTING so that the talk can begin there. `at` places the outermost new frame
   * (or the intent inside its turn).
   */
  | {
      readonly kind: 'intent.add';
      readonly speaker: Speaker;
      readonly name: string;
      readonly into: TurnId | SceneId | ConversationId | null;
      readonly at?: Point;
      /** Default: a request when the turn has none yet or its requests have the same speaker, else a response. */
      readonly bucket?: 'request' | 'response';
    }
  /** `into` an intent attaches it there at once; null leaves it on the canvas as a view at `at`. */
  | {
      readonly kind: 'action.add';
      readonly actionKind: ActionRecord['kind'];
      readonly name: string;
      readonly into: IntentId | null;
      readonly at?: Point;
      /** The use it runs ahead of; else it runs last. */
      readonly before?: ActionUseId | null;
    }
  | {
      readonly kind: 'action.attach';
      readonly action: ActionId;
      readonly intent: IntentId;
      readonly at?: Point;
      readonly before?: ActionUseId | null;
    }
  /** With its example answers, under a name of its own; shown on the canvas at `at`. */
  | { readonly kind: 'action.duplicate'; readonly action: ActionId; readonly at?: Point }
  | { readonly kind: 'attribute.add'; readonly name: string; readonly type: AttributeType }
  /** References to the attribute follow everywhere. */
  | { readonly kind: 'attribute.rename'; readonly id: string; readonly name: string }
  /** Lets everything that says one of `merged` say `keep` instead, and takes them away. */
  | { readonly kind: 'attributes.merge'; readonly keep: AttributeId; readonly merged: readonly AttributeId[] }
  /** Lets what speaks of these attributes of one context speak of another; null moves whatever is there. */
  | {
      readonly kind: 'attributes.move';
      readonly names: readonly string[] | null;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'context.add'; readonly name: string }
  | { readonly kind: 'integration.add'; readonly name: string }
  | { readonly kind: 'interpreter.add'; readonly name: string }
  | { readonly kind: 'mock.add'; readonly action: ActionId; readonly name: string }
  /** A conversation test, behind those there are. */
  | { readonly kind: 'test.add'; readonly name: string; readonly steps: readonly TestStep[] }
  | {
      readonly kind: 'note.add';
      readonly text: string;
      readonly at: Point;
      readonly form?: NoteForm;
      readonly colour?: NoteColour;
      /** A data address, for the form that shows one. */
      readonly picture?: string;
      readonly size?: { readonly width: number; readonly height: number };
    }
  /** Shows a context (by name) on the canvas, perhaps once more. */
  | { readonly kind: 'context.show'; readonly context: string; readonly at: Point }
  | RecordUpdate
  /** Removes records, action uses, messages, views or notes by id, with everything inside them. */
  | { readonly kind: 'records.remove'; readonly ids: readonly string[] }
  /** Writes whole records as one step: imports, paste, repair. Selects all of them, or those it is told. */
  | {
      readonly kind: 'records.put';
      readonly label: string;
      readonly puts: readonly RecordPut[];
      readonly select?: readonly string[];
    }
  /** Moves a conversation, scene, turn or intent under `parent`, ahead of `before` or to the end. */
  | {
      readonly kind: 'level.move';
      readonly id: string;
      readonly parent: string;
      readonly before: string | null;
      readonly bucket?: 'request' | 'response';
    }
  | {
      readonly kind: 'actionUse.move';
      readonly id: ActionUseId;
      readonly intent: IntentId;
      readonly before: ActionUseId | null;
    }
  /** `target` is a conversation, scene or turn; null removes the transition. */
  | { readonly kind: 'transition.set'; readonly intent: IntentId; readonly target: string | null }
  /** Reads an input of an action from somewhere; null leaves it unmapped. */
  | { readonly kind: 'input.map'; readonly use: ActionUseId; readonly input: string; readonly operand: Operand | null }
  /** Sends an output to `context.attribute`, registering the attribute when it is new; null goes back to the default. */
  | {
      readonly kind: 'output.map';
      readonly use: ActionUseId;
      readonly output: string;
      readonly reference: string | null;
    }
  /** Makes an intent fill `context.attribute` from what was said, or stop doing so. */
  | {
      readonly kind: 'intent.expect';
      readonly intent: IntentId;
      readonly reference: string;
      readonly expected: boolean;
    }
  | {
      readonly kind: 'canvas.place';
      /** `x`, `y` relative to the frame that holds it (views, notes and conversations: to the canvas). */
      readonly places: readonly { readonly id: string; readonly x: number; readonly y: number }[];
      /** What the canvas places by itself again, in the same step. */
      readonly clear?: readonly string[];
      /** What the step is called, when it is more than a move. */
      readonly label?: string;
    }
  /** Lets the canvas place these, and everything in them, by itself again. */
  | { readonly kind: 'canvas.tidy'; readonly ids: readonly string[] }
  /** Several commands as one step of the history. Later ones see what earlier ones made. */
  | { readonly kind: 'several'; readonly label: string; readonly commands: readonly Command[] };
