import { textIn, type ElementReader } from './element-reader.ts';
import { escapeXml, type XmlElement } from './parse-xml.ts';

const marks: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*' };

/** Words with links and emphasis as markdown. Pieces of mixed content are joined by single blanks, as browsers show them. */
export function readSaidText(reader: ElementReader): string {
  let text = '';
  for (const node of reader.nodes()) {
    const piece = node.kind === 'text' ? node.text.trim() : pieceOf(node, reader);
    if (piece === '') continue;
    text += text === '' || piece.startsWith('\n') || text.endsWith('\n') ? piece : ` ${piece}`;
  }
  return text.trim();
}

function pieceOf(element: XmlElement, reader: ElementReader): string {
  const words = textIn(element).trim();
  const mark = marks[element.name];
  if (mark !== undefined) return words === '' ? '' : `${mark}${words}${mark}`;
  switch (element.name) {
    case 'link':
      return linkOf(element, reader);
    case 'a':
      return markdownLink(words, element.attributes.get('href') ?? '', element.attributes.get('target') === '_blank');
    case 'br':
      return '\n';
    case 'p':
      return `\n\n${words}\n\n`;
    default:
      reader.tell(`<${element.name}> means nothing in a text; its words were kept.`, element.at);
      return words;
  }
}

function linkOf(element: XmlElement, outer: ElementReader): string {
  const reader = outer.inside(element);
  const isNewTab = isTrue(reader.attribute(['new_tab']));
  const url = reader.child(['url'])?.text() ?? '';
  const text = reader.child(['text'])?.text() ?? '';
  reader.end();
  if (url === '') reader.tell('A link without an address was left out.');
  return url === '' ? '' : markdownLink(text === '' ? url : text, url, isNewTab);
}

const markdownLink = (text: string, url: string, isNewTab: boolean): string => {
  const label = text.replace(/[\\[\]]/g, '\\$&');
  const address = url.replace(/[\s()"]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${label}](${address}${isNewTab ? ' "_blank"' : ''})`;
};

export const isTrue = (value: string | null): boolean => value === '1' || value?.toLowerCase() === 'true';

const plainLink = /\[([^\\[\]\s](?:[^\\[\]]*[^\\[\]\s])?)\]\(([^()\s"]+)( "_blank")?\)/g;

/** The same words as markup. Links become elements where reading them back gives the same text, else all is markdown. */
export function printSaidText(text: string): string {
  const trimmed = text.trim();
  const pieces: { readonly said: string; readonly printed: string }[] = [];
  let from = 0;
  const addPlain = (until: number): void => {
    const said = trimmed.slice(from, until).trim();
    if (said !== '') pieces.push({ said, printed: escapeXml(said) });
  };
  for (const found of trimmed.matchAll(plainLink)) {
    const [said, label = '', url = '', newTab] = found;
    addPlain(found.index);
    const attribute = newTab === undefined ? '' : ' new_tab="true"';
    const printed = `<link${attribute}><url>${escapeXml(url)}</url><text>${escapeXml(label)}</text></link>`;
    pieces.push({ said, printed });
    from = found.index + said.length;
  }
  addPlain(trimmed.length);
  const survives = pieces.map(({ said }) => said).join(' ') === trimmed;
  return survives ? pieces.map(({ printed }) => printed).join(' ') : escapeXml(trimmed);
}

const styles: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*', u: '++' };

/** The words on a button; `styled` when some are marked. */
export function readButtonText(reader: ElementReader): { readonly text: string; readonly styled: boolean } {
  const nodes = reader.nodes();
  const styled = nodes.some((node) => node.kind === 'element' && styles[node.name] !== undefined);
  const pieces = nodes.map((node) => {
    if (node.kind === 'text') return styled ? node.text.trim().replace(/[\\*+]/g, '\\$&') : node.text.trim();
    const words = textIn(node).trim();
    const mark = styles[node.name];
    if (mark === undefined) reader.tell(`<${node.name}> means nothing on a button; its words were kept.`, node.at);
    return mark === undefined || words === '' ? words : `${mark}${words.replace(/[\\*+]/g, '\\$&')}${mark}`;
  });
  return { text: pieces.filter((piece) => piece !== '').join(' '), styled };
}
