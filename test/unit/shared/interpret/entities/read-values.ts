import type { Json } from '../../../../../shared/base/json.ts';
import {
  extractAttributes,
  type ExpectedAttribute,
  type SpokenAt,
} from '../../../../../shared/interpret/extract-attributes.ts';
import { readWords } from '../../../../../shared/interpret/read-words.ts';

/** Friday, 29 January 2027, half past three in the afternoon. */
export const friday: SpokenAt = { at: Date.UTC(2027, 0, 29, 15, 30), zone: 'UTC' };

/** What one attribute takes from a text; undefined when nothing. */
export function valueIn(
  text: string,
  attribute: ExpectedAttribute,
  spoken: SpokenAt | null = friday,
): Json | undefined {
  return Object.fromEntries(extractAttributes([attribute], { text, words: readWords(text) }, new Set(), spoken))[
    attribute.name
  ];
}
