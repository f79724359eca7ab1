/** Something in a markup that could not be taken as it stands: where, in characters, and a sentence. */
export type MarkupProblem = { readonly position: number; readonly sentence: string };

export type XmlText = { readonly kind: 'text'; readonly text: string; readonly at: number };
export type XmlElement = {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly at: number;
};
export type XmlNode = XmlText | XmlElement;

export type ParsedXml = {
  /** What stands at the top: normally one element with blanks around it. */
  readonly nodes: readonly XmlNode[];
  readonly problems: readonly MarkupProblem[];
};

const deepest = 32;
const mostProblems = 50;
const nameAt = /[A-Za-z_][A-Za-z0-9_.:-]*/y;
const blanksAt = /\s*/y;

/**
 * Reads the small part of XML that messages are written in: elements, attributes, texts, CDATA. Total and linear: what
 * is broken is told and read as text, or closed where it must end. There are no declarations and no entities but the
 * five of XML, the blank of HTML and numbers, so nothing can grow or be fetched. A lone `&` is one.
 */
export const parseXml = (source: string): ParsedXml => new XmlReader(source).read();

type Open = {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly at: number;
  readonly children: XmlNode[];
};

class XmlReader {
  readonly #source: string;
  readonly #open: Open[] = [];
  readonly #top: XmlNode[] = [];
  readonly #problems: MarkupProblem[] = [];
  /** Where the last of each stands, so that looking for one more in vain costs nothing. */
  readonly #last: Readonly<Record<string, number>>;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#last = Object.fromEntries(['>', '"', "'"].map((sign) => [sign, source.lastIndexOf(sign)]));
  }

  read(): ParsedXml {
    while (this.#at < this.#source.length) {
      const next = this.#source.indexOf('<', this.#at);
      this.#text(next < 0 ? this.#source.length : next);
      if (next >= 0) this.#tag();
    }
    for (const { name, at } of this.#open) this.#tell(at, `<${name}> is never closed.`);
    while (this.#open.length > 0) this.#close();
    return { nodes: this.#top, problems: this.#problems };
  }

  #tell(position: number, sentence: string): void {
    if (this.#problems.length < mostProblems) this.#problems.push({ position, sentence });
  }

  #add(node: XmlNode): void {
    (this.#open.at(-1)?.children ?? this.#top).push(node);
  }

  #text(until: number): void {
    if (until > this.#at) this.#addText(decodeEntities(this.#source.slice(this.#at, until)), this.#at);
    this.#at = until;
  }

  #addText(text: string, at: number): void {
    const siblings = this.#open.at(-1)?.children ?? this.#top;
    const last = siblings.at(-1);
    // Pieces around a lone "<" or a CDATA section are one text.
    if (last?.kind === 'text') siblings[siblings.length - 1] = { ...last, text: last.text + text };
    else siblings.push({ kind: 'text', text, at });
  }

  #tag(): void {
    const { [this.#at + 1]: next } = this.#source;
    if (next === '!' || next === '?') return this.#declaration();
    if (next === '/') return this.#closingTag();
    const at = this.#at;
    const name = this.#match(nameAt, at + 1);
    if (name === '') return this.#literal('"<" begins no element here; write "&lt;".');
    this.#at = at + 1 + name.length;
    const attributes = this.#attributes();
    const isEmpty = this.#source.startsWith('/>', this.#at);
    if (!isEmpty && this.#source[this.#at] !== '>') {
      this.#at = at;
      return this.#literal(`The tag <${name}> has no end.`);
    }
    this.#at += isEmpty ? 2 : 1;
    if (this.#open.length >= deepest) return this.#tell(at, `<${name}> is nested too deep; it was left out.`);
    this.#open.push({ name, attributes, at, children: [] });
    if (isEmpty) this.#close();
  }

  #literal(sentence: string): void {
    this.#tell(this.#at, sentence);
    this.#addText('<', this.#at);
    this.#at += 1;
  }

  #declaration(): void {
    const at = this.#at;
    if (this.#source.startsWith('<![CDATA[', at)) {
      const end = this.#source.indexOf(']]>', at);
      if (end < 0) this.#tell(at, 'A CDATA section is never closed.');
      this.#addText(this.#source.slice(at + 9, end < 0 ? undefined : end), at);
      this.#at = end < 0 ? this.#source.length : end + 3;
      return;
    }
    const isComment = this.#source.startsWith('<!--', at);
    const end = this.#source.indexOf(isComment ? '-->' : '>', at);
    this.#at = end < 0 ? this.#source.length : end + (isComment ? 3 : 1);
    this.#tell(at, isComment ? 'A comment was left out.' : 'Declarations and instructions mean nothing here.');
  }

  #closingTag(): void {
    const at = this.#at;
    const name = this.#match(nameAt, at + 2);
    const end = this.#find('>', at);
    if (end < 0) return this.#literal('A closing tag has no end.');
    this.#at = end + 1;
    const depth = this.#open.findLastIndex((open) => open.name === name);
    if (depth < 0) return this.#tell(at, `</${name}> closes nothing.`);
    for (const { name: inner, at: begun } of this.#open.slice(depth + 1))
      this.#tell(begun, `<${inner}> is never closed.`);
    while (this.#open.length > depth) this.#close();
  }

  #close(): void {
    const open = this.#open.pop();
    if (open !== undefined) this.#add({ kind: 'element', ...open });
  }

  #attributes(): Map<string, string> {
    const attributes = new Map<string, string>();
    for (;;) {
      this.#at += this.#match(blanksAt, this.#at).length;
      const at = this.#at;
      const name = this.#match(nameAt, at);
      if (name === '') return attributes;
      this.#at += name.length;
      const equals = /\s*=\s*/y;
      const sign = this.#match(equals, this.#at);
      const quote = this.#source[this.#at + sign.length];
      if (sign === '' || (quote !== '"' && quote !== "'")) {
        this.#tell(at, `The attribute "${name}" has no value in quotes.`);
        attributes.set(name, '');
        this.#at += sign.length;
        this.#at += this.#match(/[^\s<>/"']*/y, this.#at).length;
        continue;
      }
      const begin = this.#at + sign.length + 1;
      const end = this.#find(quote, begin);
      if (end < 0) return attributes;
      if (attributes.has(name)) this.#tell(at, `The attribute "${name}" is given twice.`);
      else attributes.set(name, decodeEntities(this.#source.slice(begin, end)));
      this.#at = end + 1;
    }
  }

  #find(sign: string, from: number): number {
    return from > (this.#last[sign] ?? -1) ? -1 : this.#source.indexOf(sign, from);
  }

  #match(pattern: RegExp, at: number): string {
    pattern.lastIndex = at;
    return pattern.exec(this.#source)?.[0] ?? '';
  }
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos|nbsp));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
      const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : whole;
    },
  );
}

/** A text as the content of an element or the value of an attribute, whose blanks at the ends mean nothing. */
export function escapeXml(text: unknown): string {
  if (typeof text !== 'string') return '';
  return text
    .replace(unwritable, '')
    .trim()
    .replace(/[<>&"]/g, (character) => escaped[character] ?? '');
}

/** Characters no XML may hold. */
const unwritable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
const escaped: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
