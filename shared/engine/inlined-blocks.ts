import { isJsonObject, type Json } from '../base/json.ts';
import { readMarkup } from '../exchange/markup/read-markup.ts';
import { messageBlockSchema, type MessageBlock } from '../model/message-block.ts';
import { compileBlock, type CompiledBlock } from '../program/compile-block.ts';
import { readReference } from '../reference/read-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { isHidden } from './render-text.ts';
import type { StepDraft } from './step-draft.ts';

/** A block that came out of an attribute; `concealed` when no trace may show what it says. */
export type InlinedBlock = CompiledBlock & { readonly concealed: boolean };

/** Blocks of one inlined message at most; what comes from outside must not fill the page. */
const mostBlocks = 50;

/**
 * The blocks of the message an attribute holds: as markup, as blocks, or as plain words. Its references are filled in
 * like those of any message; a message inside it is not, so that none can hold itself.
 */
export function inlinedBlocks(draft: StepDraft, reference: Reference): readonly InlinedBlock[] {
  const value = readReference(reference, draft);
  const blocks = blocksHeld(value).filter(({ kind }) => kind !== 'attribute');
  // Whoever may not see the attribute may not see what it says either.
  const concealed = isHidden(draft, [reference]);
  return blocks.slice(0, mostBlocks).map((block) => {
    const compiled = compileBlock(block);
    return { ...compiled, references: [...compiled.references, reference], concealed };
  });
}

/** The blocks a value stands for; what is none of them is left out. */
export function blocksHeld(value: Json): readonly MessageBlock[] {
  if (value === null) return [];
  if (typeof value === 'string') return readMarkup(value).blocks;
  const listed: Json = isJsonObject(value) ? (value['blocks'] ?? [value]) : value;
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((item): MessageBlock[] => {
    const parsed = messageBlockSchema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}
