/** Widths of Inter's letters in parts of the font size, by kind: near enough to know how many lines a text takes. */
const widths: readonly (readonly [letters: string, width: number])[] = [
  [" ijl.,;:'|!`", 0.28],
  ['frtI()[]{}/\\"-', 0.38],
  ['mwMW@%', 0.9],
  ['ABCDEFGHJKLNOPQRSTUVXYZ&', 0.68],
];
const widthOf = new Map(widths.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));
const usual = 0.58;
/** Letters of scripts that fill a square. */
const wide = 1;

export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const letter of text) width += widthOf.get(letter) ?? (letter > '\u2e7f' ? wide : usual);
  return width * fontSize;
}

/** How many lines a text takes when it is wrapped at `width`, at least 1 and at most `most`. */
export function lineCount(text: string, fontSize: number, width: number, most: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += paragraphLines(paragraph, fontSize, width);
    if (lines >= most) return most;
  }
  return Math.max(1, lines);
}

function paragraphLines(paragraph: string, fontSize: number, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(/(?<=\s)/)) {
    const wordWidth = textWidth(word, fontSize);
    // The space after the last word of a line takes no room.
    if (used > 0 && used + textWidth(word.trimEnd(), fontSize) > width) {
      lines += 1;
      used = 0;
    }
    // A word longer than a line is broken.
    lines += Math.floor(wordWidth / width);
    used += wordWidth % width;
  }
  return lines;
}
