import type { FilterArgument, FilterCall, Reference, ReferencePath, ReferenceTarget } from './reference.ts';
import { isDigit, isNameCharacter, isSpace, TextCursor } from './text-cursor.ts';

/** Where a reference names its context (null when left out) and its attribute. */
export type NameSpan = {
  readonly context: { readonly start: number; readonly end: number } | null;
  readonly attribute: { readonly start: number; readonly end: number };
};

/** What could be written at a place: for `attribute`, of which context; `key` is a step inside a value. */
export type Expectation = {
  readonly kind: 'context' | 'attribute' | 'key' | 'filter' | 'argument';
  readonly context: string | null;
  readonly start: number;
};

/**
 * One reader for every way a reference is written, from any position of any text, so that templates, mappings and
 * editors agree. It looks at each character once and stops at the first that cannot belong to a reference.
 */
export class ReferenceScanner extends TextCursor {
  readonly names: NameSpan[] = [];
  /** The last thing that was looked for: what an editor offers when the text ends there. */
  expecting: Expectation | null = null;

  /** The reference that starts here, or null with a `problem()`. Leaves the position behind it and its filters. */
  reference(): Reference | null {
    this.skipSpace();
    const target = this.target();
    if (target === null) return null;
    const filters: FilterCall[] = [];
    this.skipSpace();
    while (this.peek() === '|') {
      this.position += 1;
      const filter = this.filter();
      if (filter === null) return null;
      filters.push(filter);
      this.skipSpace();
    }
    return { ...target, filters };
  }

  /** A path without an attribute in front: `items[0].name`. */
  keys(): ReferencePath | null {
    const first = this.peek() === '[' ? undefined : this.dottedKey();
    const rest = first === null ? null : this.path();
    return first === undefined || first === null || rest === null ? rest : [first, ...rest];
  }

  private target(): ReferenceTarget | null {
    const start = this.position;
    this.expect('context', null);
    const first = this.name();
    if (first === '') return this.stop(start, 1, 'A reference starts with the name of a context or an attribute.');
    const contextEnd = this.position;
    const hasContext = this.peek() === '.' && !isDigit(this.peek(1));
    if (!hasContext) {
      this.names.push({ context: null, attribute: { start, end: contextEnd } });
      const path = this.path();
      return path === null ? null : { context: null, attribute: first, path };
    }
    this.position += 1;
    const attributeStart = this.position;
    this.expect('attribute', first);
    const attribute = this.name();
    if (attribute === '') return this.stop(attributeStart, 1, `After "${first}." comes the name of an attribute.`);
    this.names.push({
      context: { start, end: contextEnd },
      attribute: { start: attributeStart, end: this.position },
    });
    const path = this.path();
    return path === null ? null : { context: first, attribute, path };
  }

  private path(): ReferencePath | null {
    const path: (string | number)[] = [];
    for (;;) {
      const opening = this.peek();
      if (opening !== '.' && opening !== '[') return path;
      this.position += 1;
      const key = opening === '.' ? this.dottedKey() : this.bracketKey();
      if (key === null) return null;
      path.push(key);
    }
  }

  private dottedKey(): string | number | null {
    const start = this.position;
    this.expect('key', null);
    const key = this.word(isKeyCharacter);
    if (key === '') return this.stop(start, 1, 'After "." comes a name or a position.');
    return asKey(key);
  }

  private bracketKey(): string | number | null {
    const start = this.position - 1;
    this.expect('key', null);
    this.skipSpace();
    const quoted = this.quoted();
    if (quoted === null) return null;
    const key = quoted === undefined ? this.word(isBareBracketCharacter).trimEnd() : quoted;
    this.skipSpace();
    if (quoted === undefined && key === '') {
      return this.stop(start, 1, "Between brackets comes a position or a key, for example [0] or ['name'].");
    }
    if (this.peek() !== ']') return this.stop(start, this.position - start, 'This "[" is never closed with "]".');
    this.position += 1;
    return quoted === undefined ? asKey(key) : key;
  }

  private filter(): FilterCall | null {
    this.skipSpace();
    const start = this.position;
    this.expect('filter', null);
    const name = this.name();
    if (name === '') return this.stop(start, 1, 'After "|" comes the name of a filter.');
    if (this.peek() === '(') {
      this.position += 1;
      return this.callArguments(name);
    }
    const args: FilterArgument[] = [];
    for (;;) {
      this.skipSpace();
      const next = this.peek();
      if (next === '' || next === '|' || next === '}' || next === '{') return { name, args };
      const argument = this.argument(isBareCharacter);
      if (argument === null) return null;
      args.push(argument);
    }
  }

  private callArguments(name: string): FilterCall | null {
    const start = this.position - 1;
    const args: FilterArgument[] = [];
    this.skipSpace();
    if (this.peek() === ')') {
      this.position += 1;
      return { name, args };
    }
    for (;;) {
      this.skipSpace();
      const argument = this.argument(isBareCallCharacter);
      if (argument === null) return null;
      args.push(argument);
      this.skipSpace();
      const next = this.peek();
      if (next !== ',' && next !== ')') {
        return this.stop(start, this.position - start, `The "(" after ${name} is never closed with ")".`);
      }
      this.position += 1;
      if (next === ')') return { name, args };
    }
  }

  private argument(isBare: (character: string) => boolean): FilterArgument | null {
    const start = this.position;
    this.expect('argument', null);
    const quoted = this.quoted();
    if (quoted === null) return null;
    if (quoted !== undefined) return { kind: 'text', text: quoted };
    if (this.peek() === '@' && isNameCharacter(this.peek(1))) {
      this.position += 1;
      const target = this.target();
      return target === null ? null : { kind: 'reference', target };
    }
    const text = this.word(isBare);
    return text === '' ? this.stop(start, 1, 'A value is missing here.') : { kind: 'text', text };
  }

  private expect(kind: Expectation['kind'], context: string | null): void {
    this.expecting = { kind, context, start: this.position };
  }
}

/** Keys come from other people's data: letters of any script, and dashes. */
const isKeyCharacter = (character: string): boolean =>
  isNameCharacter(character) || character === '-' || character > '\u00bf';
const isBareCharacter = (character: string): boolean => !isSpace(character) && !'|{}'.includes(character);
const isBareCallCharacter = (character: string): boolean => isBareCharacter(character) && !',)'.includes(character);
const isBareBracketCharacter = (character: string): boolean => !'[]{}|\'"'.includes(character);

/** `0` is a position; `007` and anything longer than a position can be is a key. */
const asKey = (text: string): string | number => (/^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text);
