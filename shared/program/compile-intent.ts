import type { ActionUse, IntentRecord, Message } from '../model/intent-record.ts';
import { compileAssignments, type CompiledAssignment } from './compile-assignments.ts';
import { compiledConditions, type CompiledConditions } from './compile-conditions.ts';
import { compileOperand, compileTarget, type CompiledOperand, type WriteTarget } from './compile-operand.ts';
import { compileBlock, type CompiledBlock } from './compile-block.ts';
import { translatedBlock } from './translated-block.ts';

export type CompiledUse = {
  readonly record: ActionUse;
  readonly inputs: ReadonlyMap<string, CompiledOperand>;
  /** Output name to where it goes; an output that is not listed goes to the default context. */
  readonly outputs: ReadonlyMap<string, WriteTarget>;
};

export type CompiledMessage = {
  readonly record: Message;
  readonly conditions: CompiledConditions;
  /** In a language of the scenario; null for the one it is written in. Made when first said. */
  readonly blocks: (language: string | null) => readonly CompiledBlock[];
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

function compileMessage(record: Message): CompiledMessage {
  const languages = new Map<string | null, readonly CompiledBlock[]>();
  return {
    record,
    conditions: compiledConditions(record.conditions),
    blocks: (language) => {
      const found = languages.get(language);
      if (found !== undefined) return found;
      const made = record.blocks.map((block) => compileBlock(translatedBlock(block, record, language)));
      languages.set(language, made);
      return made;
    },
  };
}
