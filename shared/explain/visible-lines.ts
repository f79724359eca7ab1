import { visibleText } from './visible-text.ts';

/** A text of several lines with everything in it visible; where a line ends is seen by itself. */
export const visibleLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => visibleText(line))
    .join('\n');
