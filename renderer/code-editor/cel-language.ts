import { StreamLanguage, type StreamParser } from '@codemirror/language';

const words: ReadonlyMap<string, string> = new Map([
  ['true', 'bool'],
  ['false', 'bool'],
  ['null', 'null'],
  ['in', 'operatorKeyword'],
]);

/** Enough of CEL to colour it; whether an expression is one is said beside the field. */
const parser: StreamParser<null> = {
  name: 'cel',
  token: (stream) => {
    if (stream.eatSpace()) return null;
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match(/^[rRbB]{0,2}("([^"\\]|\\.)*"?|'([^'\\]|\\.)*'?)/)) return 'string';
    if (stream.match(/^(0x[0-9a-fA-F]+|\d+(\.\d+)?([eE][+-]?\d+)?)u?/)) return 'number';
    if (stream.match(/^[A-Za-z_]\w*(?=\s*\()/)) return 'variableName.function';
    const word = stream.match(/^[A-Za-z_]\w*/);
    if (Array.isArray(word)) return words.get(word[0]) ?? 'variableName';
    stream.next();
    return null;
  },
  languageData: { closeBrackets: { brackets: ['(', '[', '{', '"', "'"] } },
};

export const celLanguage = StreamLanguage.define(parser);
