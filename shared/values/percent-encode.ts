import { utf8Encode } from './utf8.ts';

const unreserved = /^[A-Za-z0-9\-._~]$/;

/** RFC 3986: everything but letters, digits and `-._~` becomes `%XX`, so no character can mean structure. */
export function percentEncode(text: string): string {
  let encoded = '';
  for (const character of text) encoded += unreserved.test(character) ? character : percentBytes(character);
  return encoded;
}

export const percentBytes = (text: string): string =>
  Array.from(utf8Encode(text), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
