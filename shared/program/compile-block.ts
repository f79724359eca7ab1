import { foldBlock, type TextFold, type TextRole } from '../model/block-texts.ts';
import type { MessageBlock } from '../model/message-block.ts';
import { parseReference } from '../reference/parse-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { compileText, type CompiledText } from './compile-text.ts';

/** How a text is filled in: by what it is for, or `styled` for the words of a button that mark some of them. */
export type FillRole = TextRole | 'styled';

/** A block cut into what never changes and what is filled in each time it is said. */
export type CompiledNode =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: CompiledText; readonly role: FillRole }
  | { readonly kind: 'list'; readonly items: readonly CompiledNode[] }
  | { readonly kind: 'object'; readonly members: readonly CompiledMember[] }
  /** Something with `options` that come from an attribute or are to be sorted. */
  | {
      readonly kind: 'choice';
      readonly members: readonly CompiledMember[];
      readonly from: Reference | null;
      readonly sorted: boolean;
    };
export type CompiledMember = readonly [key: string, node: CompiledNode];

export type CompiledBlock = {
  readonly node: CompiledNode;
  /** The attribute that holds the message this block stands for; null for every other kind of block. */
  readonly inlines: Reference | null;
  /** Everything it reads. */
  readonly references: readonly Reference[];
};

/** Cuts a block up, once; a block without references comes out as it is. */
export function compileBlock(block: MessageBlock): CompiledBlock {
  const references: Reference[] = [];
  const node = foldBlock(block, nodeFold(references));
  return { node, inlines: block.kind === 'attribute' ? (references[0] ?? null) : null, references };
}

const nodeFold = (references: Reference[]): TextFold<CompiledNode> => ({
  text: (text, role) => {
    if (role === 'attribute') return { kind: 'constant', value: text };
    if (role === 'reference') {
      const parsed = parseReference(text);
      if (parsed.ok) references.push(parsed.value);
      return { kind: 'constant', value: parsed.ok ? parsed.value : null };
    }
    const compiled = compileText(text);
    if (compiled.constant !== null) return { kind: 'constant', value: compiled.constant };
    for (const part of compiled.template.parts) if (typeof part !== 'string') references.push(part.reference);
    return { kind: 'text', text: compiled, role };
  },
  constant: (value) => ({ kind: 'constant', value }),
  list: (items) =>
    items.every(isConstant) ? { kind: 'constant', value: items.map((item) => item.value) } : { kind: 'list', items },
  object: toObject,
});

type Constant = Extract<CompiledNode, { kind: 'constant' }>;
const isConstant = (node: CompiledNode): node is Constant => node.kind === 'constant';

/** Notes for the design alone; who reads the message does not get them. */
const unsaid: ReadonlySet<string> = new Set(['extras', 'optionsFrom', 'alphabetical', 'styled']);

function toObject(all: readonly CompiledMember[]): CompiledNode {
  const constantOf = (key: string): unknown => {
    const node = all.find(([name]) => name === key)?.[1];
    return node?.kind === 'constant' ? node.value : undefined;
  };
  const isStyled = constantOf('styled') === true;
  const members = all
    .filter(([key]) => !unsaid.has(key))
    .map(([key, node]): CompiledMember => (isStyled && key === 'text' ? [key, styledNode(node)] : [key, node]));
  const from = constantOf('optionsFrom');
  const sorted = constantOf('alphabetical') === true;
  if (sorted || (typeof from === 'object' && from !== null))
    return { kind: 'choice', members, from: (from ?? null) as Reference | null, sorted };
  if (!members.every(([, node]) => isConstant(node))) return { kind: 'object', members };
  return { kind: 'constant', value: Object.fromEntries(members.map(([key, node]) => [key, (node as Constant).value])) };
}

const styledNode = (node: CompiledNode): CompiledNode =>
  node.kind === 'text'
    ? { ...node, role: 'styled' }
    : node.kind === 'constant'
      ? styledConstant(String(node.value))
      : node;

const styledConstant = (text: string): CompiledNode => ({
  kind: 'text',
  text: { template: { parts: [text], problems: [] }, constant: text },
  role: 'styled',
});
