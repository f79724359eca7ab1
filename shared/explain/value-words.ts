import type { Json } from '../base/json.ts';
import { visibleText } from './visible-text.ts';

const longest = 80;

/** A value as a sentence shows it. */
export function valueWords(value: Json): string {
  if (value === null) return 'nothing';
  return shorten(typeof value === 'string' ? `“${visibleText(value)}”` : visibleText(JSON.stringify(value)));
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** “84 ms”, “1.2 s”. */
export const duration = (milliseconds: number): string =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

const shorten = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
