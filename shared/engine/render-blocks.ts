import { assertNever } from '../base/assert-never.ts';
import { isJsonObject, type Json } from '../base/json.ts';
import type { CompiledBlock, CompiledNode, FillRole } from '../program/compile-block.ts';
import type { CompiledText } from '../program/compile-text.ts';
import { readReference, referenceText, type ValueScope } from '../reference/read-reference.ts';
import { skeletonOf } from '../reference/template-skeleton.ts';
import { percentEncode } from '../values/percent-encode.ts';
import { parseStyled, type StyledPart } from '../values/styled-text.ts';
import { valueText } from '../values/value-text.ts';
import { inlinedBlocks, type InlinedBlock } from './inlined-blocks.ts';
import { MASK } from './mask.ts';
import type { BlockOutput } from './output.ts';
import { fillMarked, fillText, isHidden, maskedScope, type Rendered } from './render-text.ts';
import type { StepDraft } from './step-draft.ts';

/**
 * Fills in the blocks of a message. Values are data: they are escaped, never read as markup or as a template. The one
 * exception is a block that stands for a message an attribute holds.
 */
export function renderBlocks(draft: StepDraft, blocks: readonly CompiledBlock[]): Rendered<readonly BlockOutput[]> {
  const all: readonly (CompiledBlock | InlinedBlock)[] = blocks.some(({ inlines }) => inlines !== null)
    ? blocks.flatMap<CompiledBlock | InlinedBlock>((block) =>
        block.inlines === null ? [block] : inlinedBlocks(draft, block.inlines),
      )
    : blocks;
  const shown = all.map(({ node }) => renderNode(draft, node) as BlockOutput);
  if (!all.some(({ references }) => isHidden(draft, references))) return { shown, traced: shown };
  const scope = maskedScope(draft);
  // Of a message whose very words are covered nothing may be told.
  return {
    shown,
    traced: all.map((block) => (isConcealed(block) ? covered : (renderNode(scope, block.node) as BlockOutput))),
  };
}

/** One block, filled in for whoever is not inside an exchange: what a designer sees while writing it. */
export const renderBlock = (scope: ValueScope, block: CompiledBlock): BlockOutput =>
  renderNode(scope, block.node) as BlockOutput;

const covered: BlockOutput = { kind: 'text', text: MASK };
const isConcealed = (block: CompiledBlock | InlinedBlock): boolean => 'concealed' in block && block.concealed;

function renderNode(scope: ValueScope, node: CompiledNode): unknown {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'text':
      return fillIn(scope, node.text, node.role);
    case 'list':
      return node.items.map((item) => renderNode(scope, item));
    case 'object':
      return renderMembers(scope, node.members);
    case 'choice': {
      const members = renderMembers(scope, node.members);
      const options = node.from === null ? members['options'] : optionsIn(readReference(node.from, scope));
      return { ...members, options: node.sorted ? sortedOptions(options as readonly Option[]) : options };
    }
    default:
      return assertNever(node);
  }
}

function renderMembers(
  scope: ValueScope,
  members: Extract<CompiledNode, { kind: 'object' }>['members'],
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [key, node] of members) {
    if (node.kind === 'text' && node.role === 'styled') {
      const parts = styledParts(scope, node.text);
      made[key] = parts.map(({ text }) => text).join('');
      made['parts'] = parts;
    } else {
      made[key] = renderNode(scope, node);
    }
  }
  return made;
}

/** What is put into an address stays inside its part; one that begins with a value may be a whole address. */
function fillAddress(scope: ValueScope, { template, constant }: CompiledText): string {
  if (constant !== null) return constant;
  return template.parts
    .map((part, index) => {
      if (typeof part === 'string') return part;
      const value = referenceText(part.reference, scope);
      const isWhole = index === 0 && /^(?:https?:\/\/|mailto:|tel:|\/)/i.test(value);
      return isWhole ? value.replace(/[\s"'<>\\^`{|}]/g, percentEncode) : percentEncode(value);
    })
    .join('');
}

/** The marks are those of the design: values are put in once it is known which words look how. */
function styledParts(scope: ValueScope, { template }: CompiledText): readonly StyledPart[] {
  const { text, gap, references } = skeletonOf(template);
  const values = references.values();
  return parseStyled(text).flatMap((part) => {
    const filled = part.text.replaceAll(gap, () => {
      const next = values.next().value;
      return next === undefined ? '' : referenceText(next.reference, scope);
    });
    return filled === '' ? [] : [{ ...part, text: filled }];
  });
}

function fillIn(scope: ValueScope, text: CompiledText, role: FillRole): string {
  switch (role) {
    case 'markdown':
      return fillMarked(scope, text);
    case 'address':
      return fillAddress(scope, text);
    case 'value':
      return fillText(scope, text, escapeDots);
    default:
      return fillText(scope, text);
  }
}

/** A button's value is `attribute.value`: a dot inside a value must not look like that dot. */
const escapeDots = (value: string): string => value.replaceAll('.', '\\.');

type Option = { readonly key: string; readonly value: string };

/** A list of plain values, of objects with `key` and `value` (or `name`), or an object of keys to values. */
function optionsIn(value: Json): readonly Option[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isJsonObject(value)) return Object.entries(value).map(([key, member]) => ({ key, value: valueText(member) }));
  return value.map((item): Option => {
    if (!isJsonObject(item)) return { key: valueText(item), value: valueText(item) };
    const shown = valueText(item['value'] ?? item['name'] ?? item['label'] ?? null);
    const key = valueText(item['key'] ?? item['id'] ?? null);
    return { key: key === '' ? shown : key, value: shown === '' ? key : shown };
  });
}

const sortedOptions = (options: readonly Option[]): readonly Option[] =>
  options.toSorted((left, right) => {
    const [one, other] = [left.value.toLowerCase(), right.value.toLowerCase()];
    return one < other ? -1 : one > other ? 1 : 0;
  });
