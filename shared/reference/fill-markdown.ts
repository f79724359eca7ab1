import { escapeMarkdown } from './escape-markdown.ts';
import { firstSign, isPunctuation, isWord, lastSign, markedSpans, type MarkedSpan } from './markdown-marks.ts';
import type { Template, TemplateReference } from './parse-template.ts';
import { referenceText, renderTemplate, type ValueScope } from './read-reference.ts';
import { skeletonOf, type Skeleton } from './template-skeleton.ts';

/**
 * Fills in a text with markdown whose marks were read before: a value never makes, breaks or leaves over a mark. Around
 * nothing there is no emphasis; blanks at the ends of a value stand outside of it; in code a value is as it is.
 */
export function fillMarkdown(template: Template, scope: ValueScope): string {
  const known = nodesByTemplate.get(template);
  const found = known === undefined ? markedNodes(template) : known;
  if (known === undefined) nodesByTemplate.set(template, found);
  return found === null ? renderTemplate(template, scope, escapeMarkdown) : fillNodes(found, { scope, isCode: false });
}

type Node =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'value'; readonly reference: TemplateReference }
  | { readonly kind: MarkedSpan['kind']; readonly mark: string; readonly children: readonly Node[] };

/** Reading the marks is a matter of the text alone, so it is done once for as long as the text is there. */
const nodesByTemplate = new WeakMap<Template, readonly Node[] | null>();

/** Null where no value stands between marks. */
function markedNodes(template: Template): readonly Node[] | null {
  const skeleton = skeletonOf(template);
  const around = markedSpans(skeleton.text)
    .filter(({ start, close }) => skeleton.text.slice(start, close).includes(skeleton.gap))
    .toSorted((one, other) => one.start - other.start);
  if (around.length === 0) return null;
  const gaps = skeleton.references.values();
  return nodesIn(skeleton, around, gaps, 0, skeleton.text.length);
}

function nodesIn(
  skeleton: Skeleton,
  spans: readonly MarkedSpan[],
  gaps: Iterator<TemplateReference>,
  from: number,
  to: number,
): readonly Node[] {
  const nodes: Node[] = [];
  let at = from;
  for (const span of spans) {
    if (span.start < at || span.close >= to) continue;
    const { kind, mark, start, close } = span;
    nodes.push(...wordsAndValues(skeleton, gaps, at, start));
    const inner = spans.filter((other) => other.start > start && other.close < close);
    nodes.push({ kind, mark, children: nodesIn(skeleton, inner, gaps, start + mark.length, close) });
    at = close + mark.length;
  }
  return [...nodes, ...wordsAndValues(skeleton, gaps, at, to)];
}

function wordsAndValues({ text, gap }: Skeleton, gaps: Iterator<TemplateReference>, from: number, to: number): Node[] {
  return text
    .slice(from, to)
    .split(gap)
    .flatMap((words, index): Node[] => {
      const reference = index === 0 ? undefined : gaps.next().value;
      return [
        ...(reference === undefined ? [] : [{ kind: 'value' as const, reference }]),
        ...(words === '' ? [] : [{ kind: 'words' as const, text: words }]),
      ];
    });
}

type Filling = { readonly scope: ValueScope; readonly isCode: boolean };

function fillNodes(nodes: readonly Node[], filling: Filling): string {
  const pieces = nodes.map((node) =>
    node.kind === 'emphasis' ? fillNodes(node.children, filling) : fillOne(node, filling),
  );
  // Joined, a text is one piece of memory; added up it would stay a tree of its parts for as long as it is kept.
  return nodes
    .map((node, index) => {
      const piece = pieces[index] ?? '';
      if (node.kind !== 'emphasis') return piece;
      const ahead = pieces.slice(0, index).findLast((each) => each !== '');
      const behind = pieces.slice(index + 1).find((each) => each !== '');
      return emphasised(piece, node.mark, lastSign(ahead ?? ''), firstSign(behind ?? ''));
    })
    .join('');
}

function fillOne(node: Exclude<Node, { kind: 'emphasis' }>, { scope, isCode }: Filling): string {
  if (node.kind === 'words') return node.text;
  if (node.kind === 'value') {
    const value = referenceText(node.reference.reference, scope);
    return isCode ? value : escapeMarkdown(value);
  }
  return code(fillNodes(node.children, { scope, isCode: true }), node.mark);
}

/** A mark has to be longer than any in the value, or the code would end there. */
function code(text: string, mark: string): string {
  if (text.trim() === '') return text;
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = longest >= mark.length ? '`'.repeat(longest + 1) : mark;
  const isTight = text.startsWith('`') || text.endsWith('`');
  return isTight ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Each paragraph by itself, as no emphasis goes on behind an empty line. */
function emphasised(text: string, mark: string, ahead: string | undefined, behind: string | undefined): string {
  return text
    .split(/(\n[ \t]*\n\s*)/)
    .map((part, index, all) => {
      const words = part.trim();
      if (words === '') return part;
      const [lead = '', trail = ''] = [/^\s*/.exec(part)?.[0], /\s*$/.exec(part)?.[0]];
      const before = index === 0 && lead === '' ? ahead : undefined;
      const after = index === all.length - 1 && trail === '' ? behind : undefined;
      return `${lead}${mark}${joiner(before, firstSign(words))}${words}${joiner(after, lastSign(words))}${mark}${trail}`;
    })
    .join('');
}

/** Between a word and a sign a mark would not be one; what nobody sees makes it one. */
const joiner = (outer: string | undefined, inner: string | undefined): string =>
  isWord(outer) && isPunctuation(inner) ? '\u2060' : '';
