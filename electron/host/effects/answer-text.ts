import type { Json } from '../../../shared/base/json.ts';
import { readJson } from '../../../shared/persistence/read-json.ts';

/** An answer as text and as JSON. `problem` says why it could not be read as what it seems to be. */
export type AnswerText = { readonly text: string; readonly json: Json; readonly problem: string | null };

/** Decodes strictly: a text that is half garbage is not handed on as if it were whole. */
export function readAnswerText(body: Buffer): AnswerText {
  const text = decode(body);
  if (text === null)
    return { text: bytesForPeople(body), json: null, problem: 'The answer is not text in UTF-8.' };
  if (!/^\s*["[{\d\-tfn]/.test(text)) return { text, json: null, problem: null };
  const parsed = readJson(text);
  if (parsed.ok) return { text, json: parsed.value, problem: null };
  // A text that begins like JSON may be plain text all the same: "true story".
  const meantAsJson = /^\s*["[{]/.test(text);
  return { text, json: null, problem: meantAsJson ? `The answer is not JSON that can be used: ${parsed.failure}` : null };
}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

const bytesForPeople = (body: Buffer): string =>
  `${body.length} bytes: ${body.subarray(0, 64).toString('hex').replace(/(..)/g, '$1 ').trimEnd()}${body.length > 64 ? ' …' : ''}`;
