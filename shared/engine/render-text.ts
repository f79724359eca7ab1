import type { CompiledText } from '../program/compile-text.ts';
import type { CompiledBlock } from '../program/compile-intent.ts';
import { escapeMarkdown } from '../reference/escape-markdown.ts';
import { renderTemplate, type ValueScope } from '../reference/read-reference.ts';
import { MASK, showsSensitive } from './mask.ts';
import type { BlockOutput } from './output.ts';
import type { StepDraft } from './step-draft.ts';

/** A text as the person sees it, and as the trace may show it. Both are the same object unless something is hidden. */
export type Rendered<Value> = { readonly shown: Value; readonly traced: Value };

/** Fills in the blocks of a message. Values are data: they are escaped, never read as markup or as a template. */
export function renderBlocks(draft: StepDraft, blocks: readonly CompiledBlock[]): Rendered<readonly BlockOutput[]> {
  const shown = blocks.map((block) => renderBlock(draft.scope, block));
  if (!blocks.some((block) => textsOf(block).some((text) => isHidden(draft, text)))) return { shown, traced: shown };
  const scope = maskedScope(draft);
  return { shown, traced: blocks.map((block) => renderBlock(scope, block)) };
}

/** A single text with markdown, such as a question or a failure message. */
export function renderText(draft: StepDraft, text: CompiledText): Rendered<string> {
  const shown = fill(draft.scope, text, escapeMarkdown);
  return { shown, traced: isHidden(draft, text) ? fill(maskedScope(draft), text, escapeMarkdown) : shown };
}

function renderBlock(scope: ValueScope, block: CompiledBlock): BlockOutput {
  const text = fill(scope, block.text, escapeMarkdown);
  if (block.kind === 'text') return { kind: 'text', text };
  const buttons = block.buttons.map((button) => ({
    text: fill(scope, button.text),
    callback: fill(scope, button.callback),
    value: fill(scope, button.value, escapeDots),
  }));
  return { kind: 'button', text, buttons };
}

const fill = (scope: ValueScope, text: CompiledText, escape?: (value: string) => string): string =>
  text.constant ?? renderTemplate(text.template, scope, escape);

/** A button's value is `attribute.value`: a dot inside a value must not look like that dot. */
const escapeDots = (value: string): string => value.replaceAll('.', '\\.');

const textsOf = (block: CompiledBlock): readonly CompiledText[] =>
  block.kind === 'text'
    ? [block.text]
    : [block.text, ...block.buttons.flatMap((button) => [button.text, button.callback, button.value])];

const isHidden = (draft: StepDraft, text: CompiledText): boolean =>
  text.constant === null &&
  draft.program.sensitive.size > 0 &&
  text.template.parts.some((part) => typeof part !== 'string' && showsSensitive(draft.program, part.reference));

const maskedScope = (draft: StepDraft): ValueScope => ({
  ...draft.scope,
  read: (context, attribute) => {
    const value = draft.scope.read(context, attribute);
    return value !== null && draft.program.sensitive.has(attribute) ? MASK : value;
  },
});
