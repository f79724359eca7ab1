/** A run of words that look alike. */
export type StyledPart = { readonly text: string; readonly style: 'plain' | 'bold' | 'italic' | 'underlined' };

const marks = [
  ['**', 'bold'],
  ['++', 'underlined'],
  ['*', 'italic'],
] as const;

/** Reads `**bold**`, `++underlined++` and `*italic*`; a backslash takes a mark its meaning, a lone mark is itself. */
export function parseStyled(text: string): readonly StyledPart[] {
  const parts: StyledPart[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const mark = marks.find(([sign]) => text.startsWith(sign, at));
    const end = mark === undefined ? -1 : closing(text, mark[0], at + mark[0].length);
    if (mark !== undefined && end > 0) {
      if (plain !== '') parts.push({ text: plain, style: 'plain' });
      plain = '';
      parts.push({ text: unescape(text.slice(at + mark[0].length, end)), style: mark[1] });
      at = end + mark[0].length;
    } else {
      const isEscape = text[at] === '\\' && /[\\*+]/.test(text[at + 1] ?? '');
      plain += text[isEscape ? at + 1 : at] ?? '';
      at += isEscape ? 2 : 1;
    }
  }
  if (plain !== '') parts.push({ text: plain, style: 'plain' });
  return parts;
}

/** Where the mark is closed; -1 when it never is, or around nothing. */
function closing(text: string, sign: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(sign, at)) return at > from ? at : -1;
  }
  return -1;
}

const unescape = (text: string): string => text.replace(/\\([\\*+])/g, '$1');

/** The words without their marks. */
export const withoutStyles = (text: string): string =>
  parseStyled(text)
    .map((part) => part.text)
    .join('');
