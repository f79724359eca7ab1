import type { ReadLimits } from './read-limits.ts';
import { problemAt, type ReadProblem } from './read-problem.ts';

/** `fatal` ends the reading; `findings` make a file unusable as it is, but it could be parsed. */
export type Scan = { readonly fatal: ReadProblem | null; readonly findings: readonly ReadProblem[] };

/**
 * One pass over a JSON text before anything is built from it: grammar, depth, number of values, and what JSON.parse
 * would pass over in silence: keys given twice, keys that reach for a prototype, numbers too large to keep.
 */
export const scanJson = (text: string, limits: ReadLimits): Scan => new JsonScanner(text, limits).scan();

/** A list or object being read. A list counts its entries, an object remembers its keys; null while a key is read. */
type Frame = { readonly keys: Set<string> | null; key: string | null; count: number };

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const words = ['true', 'false', 'null'];

class JsonScanner {
  readonly #text: string;
  readonly #limits: ReadLimits;
  readonly #frames: Frame[] = [];
  readonly #findings: ReadProblem[] = [];
  #at = 0;
  #values = 0;
  #fatal: ReadProblem | null = null;

  constructor(text: string, limits: ReadLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  scan(): Scan {
    while (this.#value() && this.#betweenValues()) {
      // Each round reads one value and what leads to the next.
    }
    return { fatal: this.#fatal, findings: this.#findings };
  }

  /** Reads one value, or opens one that is not empty and stands at its first member. False when reading ends. */
  #value(): boolean {
    this.#values += 1;
    if (this.#values > this.#limits.values)
      return this.#stop(`Expected at most ${this.#limits.values} values in one file.`);
    const character = this.#next();
    switch (character) {
      case '{':
        return this.#open(new Set(), '}');
      case '[':
        return this.#open(null, ']');
      case '"':
        return this.#string() !== null;
      default:
        return this.#number() || this.#word() || this.#unexpected('a value');
    }
  }

  #open(keys: Set<string> | null, end: string): boolean {
    if (this.#frames.length >= this.#limits.depth)
      return this.#stop(`Expected at most ${this.#limits.depth} levels of nesting.`);
    this.#at += 1;
    if (this.#next() === end) {
      this.#at += 1;
      return true;
    }
    this.#frames.push({ keys, key: null, count: 0 });
    return (keys === null || this.#key()) && this.#value();
  }

  /** After a value: closes what ends here and goes to the next member. False at the end of the text. */
  #betweenValues(): boolean {
    for (;;) {
      const frame = this.#frames.at(-1);
      const character = this.#next();
      if (frame === undefined) return character !== undefined && this.#unexpected('nothing more');
      const end = frame.keys === null ? ']' : '}';
      if (character === ',') {
        this.#at += 1;
        frame.count += 1;
        return frame.keys === null || this.#key();
      }
      if (character !== end) return this.#unexpected(`"," or "${end}"`);
      this.#at += 1;
      this.#frames.pop();
    }
  }

  #key(): boolean {
    const frame = this.#frames.at(-1);
    if (frame?.keys == null) return false;
    frame.key = null;
    if (this.#next() !== '"') return this.#unexpected('a name in quotes');
    const key = this.#string();
    if (key === null) return false;
    frame.key = key;
    if (frame.keys.has(key))
      this.#find(`The name ${JSON.stringify(key)} is given twice; only the last one would count.`);
    else if (this.#reachesPrototype(key)) this.#find(`The name "${key}" is not allowed here.`);
    frame.keys.add(key);
    if (this.#next() !== ':') return this.#unexpected('":"');
    this.#at += 1;
    return true;
  }

  /** The two ways JSON can be built to change what every object inherits, once careless code copies it. */
  #reachesPrototype(key: string): boolean {
    return key === '__proto__' || (key === 'prototype' && this.#frames.at(-2)?.key === 'constructor');
  }

  /** Reads a text from its quote to behind the closing one; null when it is broken. */
  #string(): string | null {
    const text = this.#text;
    const start = this.#at;
    let isPlain = true;
    for (let at = start + 1; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        this.#at = at + 1;
        const raw = text.slice(start + 1, at);
        return isPlain ? raw : (JSON.parse(`"${raw}"`) as string);
      }
      if (code === 0x5c) {
        isPlain = false;
        escapePattern.lastIndex = at;
        const escape = escapePattern.exec(text);
        if (escape !== null) at += escape[0].length - 1;
        else return this.#brokenString(at, 'an escape such as \\n or \\u00e9');
      } else if (!(code >= 0x20)) {
        return this.#brokenString(at, 'the closing quote');
      }
    }
  }

  #brokenString(at: number, expected: string): null {
    this.#at = at;
    this.#unexpected(expected);
    return null;
  }

  #number(): boolean {
    numberPattern.lastIndex = this.#at;
    const found = numberPattern.exec(this.#text)?.[0];
    if (found === undefined) return false;
    this.#at += found.length;
    const mayOverflow = found.length > 300 || /e/i.test(found);
    if (mayOverflow && !Number.isFinite(Number(found))) this.#find('This number is too large to keep.');
    return true;
  }

  #word(): boolean {
    const word = words.find((one) => this.#text.startsWith(one, this.#at));
    if (word !== undefined) this.#at += word.length;
    return word !== undefined;
  }

  /** Skips white space and looks at what follows; undefined at the end. */
  #next(): string | undefined {
    const text = this.#text;
    for (let at = this.#at; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) continue;
      this.#at = at;
      return text[at];
    }
  }

  #path(): (string | number)[] {
    return this.#frames.flatMap((frame) => (frame.keys === null ? frame.count : (frame.key ?? [])));
  }

  #find(sentence: string): void {
    if (this.#findings.length < this.#limits.problems) this.#findings.push(problemAt(this.#path(), sentence));
  }

  #unexpected(expected: string): false {
    const before = this.#text.slice(0, this.#at);
    const line = before.split('\n').length;
    const column = this.#at - before.lastIndexOf('\n');
    const found = this.#at < this.#text.length ? JSON.stringify(this.#text.slice(this.#at, this.#at + 1)) : 'the end';
    return this.#stop(`Expected ${expected}, found ${found} in line ${line}, column ${column}.`);
  }

  #stop(sentence: string): false {
    this.#fatal = problemAt(this.#path(), sentence);
    return false;
  }
}
