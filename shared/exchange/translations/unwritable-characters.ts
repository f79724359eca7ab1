/** A text without what no XML can hold: control characters, halves of characters, and two that are none. */
export const withoutUnwritable = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu, '');
