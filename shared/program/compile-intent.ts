import type { ActionUse, IntentRecord, Message, MessageBlock } from '../model/intent-record.ts';
import { compileAssignments, type CompiledAssignment } from './compile-assignments.ts';
import { compiledConditions, type CompiledConditions } from './compile-conditions.ts';
import { compileOperand, compileTarget, type CompiledOperand, type WriteTarget } from './compile-operand.ts';
import { compileText, type CompiledText } from './compile-text.ts';

export type CompiledUse = {
  readonly record: ActionUse;
  readonly inputs: ReadonlyMap<string, CompiledOperand>;
  /** Output name to where it goes; an output that is not listed goes to the default context. */
  readonly outputs: ReadonlyMap<string, WriteTarget>;
};

export type CompiledBlock =
  | { readonly kind: 'text'; readonly text: CompiledText }
  | {
      readonly kind: 'button';
      readonly text: CompiledText;
      readonly buttons: readonly {
        readonly text: CompiledText;
        readonly callback: CompiledText;
        readonly value: CompiledText;
      }[];
    };

export type CompiledMessage = {
  readonly record: Message;
  readonly conditions: CompiledConditions;
  readonly blocks: readonly CompiledBlock[];
};

export type CompiledIntent = {
  readonly conditions: CompiledConditions;
  /** Attribute name to the context an interpretation stores it in. */
  readonly expected: ReadonlyMap<string, string>;
  readonly assignments: readonly CompiledAssignment[];
  readonly uses: readonly CompiledUse[];
  readonly messages: readonly CompiledMessage[];
};

const known = new WeakMap<IntentRecord, CompiledIntent>();

/** What an intent does, ready to run; made once per record, when it is first needed. */
export function compiledIntent(record: IntentRecord): CompiledIntent {
  const found = known.get(record);
  if (found !== undefined) return found;
  const made: CompiledIntent = {
    conditions: compiledConditions(record.conditions),
    expected: expectedContexts(record.expectedAttributes),
    assignments: compileAssignments(record.setAttributes),
    uses: record.actions.map(compileUse),
    messages: record.messages.map(compileMessage),
  };
  known.set(record, made);
  return made;
}

function expectedContexts(references: readonly string[]): ReadonlyMap<string, string> {
  const contexts = new Map<string, string>();
  for (const text of references) {
    const target = compileTarget(text);
    if (target !== null) contexts.set(target.attribute, target.context);
  }
  return contexts;
}

function compileUse(record: ActionUse): CompiledUse {
  const outputs = new Map<string, WriteTarget>();
  for (const [name, text] of Object.entries(record.outputs)) {
    const target = compileTarget(text);
    if (target !== null) outputs.set(name, target);
  }
  const inputs = new Map(Object.entries(record.inputs).map(([name, operand]) => [name, compileOperand(operand)]));
  return { record, inputs, outputs };
}

const compileMessage = (record: Message): CompiledMessage => ({
  record,
  conditions: compiledConditions(record.conditions),
  blocks: record.blocks.map(compileBlock),
});

function compileBlock(block: MessageBlock): CompiledBlock {
  const text = compileText(block.text);
  if (block.kind === 'text') return { kind: 'text', text };
  const buttons = block.buttons.map((button) => ({
    text: compileText(button.text),
    callback: compileText(button.callback),
    value: compileText(button.value),
  }));
  return { kind: 'button', text, buttons };
}
