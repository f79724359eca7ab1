import type { SyntaxProblem } from './reference.ts';

/** A place in a text, and the first thing that was wrong on the way. */
export class TextCursor {
  readonly text: string;
  position: number;
  private found: SyntaxProblem | null = null;

  constructor(text: string, position: number) {
    this.text = text;
    this.position = position;
  }

  atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The character here; empty at the end. */
  peek(ahead = 0): string {
    return this.text[this.position + ahead] ?? '';
  }

  /** All characters from here that belong together; may be none. */
  word(belongs: (character: string) => boolean): string {
    const start = this.position;
    while (!this.atEnd() && belongs(this.peek())) this.position += 1;
    return this.text.slice(start, this.position);
  }

  name(): string {
    return isDigit(this.peek()) ? '' : this.word(isNameCharacter);
  }

  skipSpace(): void {
    this.word(isSpace);
  }

  /** The text between quotes; undefined when there is no quote here; null when it is never closed. */
  quoted(): string | null | undefined {
    const quote = this.peek();
    if (quote !== "'" && quote !== '"') return undefined;
    const start = this.position;
    let text = '';
    for (let at = start + 1; at < this.text.length; at += 1) {
      const character = this.text[at] ?? '';
      const next = this.text[at + 1] ?? '';
      if (character === quote) {
        this.position = at + 1;
        return text;
      }
      // Other backslashes stay: date formats use them to write a letter as it is.
      const escapes = character === '\\' && (next === quote || next === '\\');
      text += escapes ? next : character;
      if (escapes) at += 1;
    }
    return this.stop(start, this.text.length - start, `The quote ${quote} is never closed.`);
  }

  /** Notes what is wrong, unless something was before. */
  stop(position: number, length: number, sentence: string): null {
    this.found ??= { position, length: Math.min(length, this.text.length - position), sentence };
    return null;
  }

  problem(): SyntaxProblem {
    return this.found ?? this.unexpected();
  }

  unexpected(): SyntaxProblem {
    const character = this.peek();
    return {
      position: this.position,
      length: character === '' ? 0 : 1,
      sentence:
        character === ''
          ? 'The reference ends too early.'
          : `"${character}" cannot stand here; a reference looks like user.order_id or user.items[0].name | uppercase.`,
    };
  }
}

export const isSpace = (character: string): boolean => character !== '' && ' \t\n\r\u00a0'.includes(character);
export const isDigit = (character: string): boolean => character >= '0' && character <= '9';
export const isNameCharacter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') ||
  (character >= 'A' && character <= 'Z') ||
  character === '_' ||
  isDigit(character);
