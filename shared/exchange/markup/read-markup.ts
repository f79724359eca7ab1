import { leafBlockSchema, messageBlockSchema, type LeafBlock, type MessageBlock } from '../../model/message-block.ts';
import { blockMarkup } from './block-markup.ts';
import { ElementReader } from './element-reader.ts';
import { readFields } from './markup-field.ts';
import { parseXml, type MarkupProblem, type XmlElement } from './parse-xml.ts';
import { isTrue } from './said-text.ts';

/** A message as it was written down in markup. `problems` name everything that was not taken as it stands. */
export type ReadMarkup = {
  readonly disableText: boolean;
  readonly hideAvatar: boolean;
  readonly blocks: readonly MessageBlock[];
  readonly problems: readonly MarkupProblem[];
};

const longest = 1_000_000;

/**
 * Reads `<message>…</message>`. Total: unknown elements are told and left out, a text that is no markup at all is a
 * text, and whatever comes out are blocks the model knows.
 */
export function readMarkup(source: string): ReadMarkup {
  if (source.length > longest) return plainText(source.slice(0, longest), `Expected at most ${longest} characters.`);
  const { nodes, problems: faults } = parseXml(source);
  const [root, ...more] = nodes.filter((node) => node.kind === 'element');
  if (root === undefined) return plainText(source, 'This is no message markup; it was taken as a text.');
  const problems: MarkupProblem[] = [...faults];
  for (const node of nodes)
    if (node.kind === 'text' && node.text.trim() !== '')
      problems.push({ position: node.at, sentence: 'The text beside the message was left out.' });
  for (const { name, at } of more)
    problems.push({ position: at, sentence: `<${name}> beside the message was left out.` });
  const message = readRoot(root, problems);
  return { ...message, problems: problems.toSorted((left, right) => left.position - right.position) };
}

function plainText(source: string, sentence: string): ReadMarkup {
  const text = source.trim();
  const blocks: MessageBlock[] = text === '' ? [] : [{ kind: 'text', text }];
  return { disableText: false, hideAvatar: false, blocks, problems: text === '' ? [] : [{ position: 0, sentence }] };
}

function readRoot(root: XmlElement, problems: MarkupProblem[]): Omit<ReadMarkup, 'problems'> {
  const reader = new ElementReader(root, problems);
  if (root.name !== 'message') {
    reader.tell(`Expected <message>, found <${root.name}>.`);
    const block = readBlock(reader);
    return { disableText: false, hideAvatar: false, blocks: block === null ? [] : [block] };
  }
  const disableText = isTrue(reader.attribute(['disable_text']));
  const hideAvatar = isTrue(reader.attribute(['hide_avatar']));
  const names = root.children.flatMap((node) => (node.kind === 'element' ? [node.name] : []));
  const blocks = reader.children(names).flatMap((child) => readBlock(child) ?? []);
  reader.end();
  return { disableText, hideAvatar, blocks };
}

const kindOfElement = new Map(
  Object.entries(blockMarkup).flatMap(([kind, { elements }]) =>
    elements.map((element) => [element, kind as MessageBlock['kind']] as const),
  ),
);

function readBlock(reader: ElementReader): MessageBlock | null {
  const kind = kindOfElement.get(reader.element.name);
  if (kind === undefined) {
    reader.tell(`<${reader.element.name}> is no kind of message; it was left out.`);
    return null;
  }
  const items = kind === 'list' ? { items: readItems(reader) } : {};
  const fields = { ...emptyFields[kind], ...readFields(reader, blockMarkup[kind].fields), ...items };
  const parsed = messageBlockSchema.safeParse({ kind, ...fields });
  if (parsed.success) return parsed.data;
  reader.tell(`<${reader.element.name}> holds something that does not fit; it was left out.`);
  return null;
}

/** What a block must say even when the markup does not. A list without a word on it lies on its side. */
const emptyFields: { readonly [Kind in MessageBlock['kind']]?: object } = {
  text: { text: '' },
  button: { buttons: [] },
  list: { view: 'horizontal' },
};

function readItems(list: ElementReader): LeafBlock[] {
  return list.children(['item']).flatMap((item) => {
    const names = item.element.children.flatMap((node) => (node.kind === 'element' ? [node.name] : []));
    const [first, ...more] = item.children(names);
    for (const { element } of more) item.tell(`An item holds one message; <${element.name}> was left out.`, element.at);
    item.end();
    const block = first === undefined ? null : readBlock(first);
    const leaf = block === null ? null : leafBlockSchema.safeParse(block);
    if (leaf === null || leaf.success) return leaf === null ? [] : [leaf.data];
    item.tell('An item cannot hold another list or the message of an attribute; it was left out.');
    return [];
  });
}
