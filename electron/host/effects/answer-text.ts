import type { Json } from '../../../shared/base/json.ts';
import { readJson } from '../../../shared/persistence/read-json.ts';
import { readLimits } from '../../../shared/persistence/read-limits.ts';
import { lostDigits } from './lost-digits.ts';
import { bodyCap } from './read-body.ts';

/** An answer as text and as JSON. `problem` says why it could not be read as what it seems to be. */
export type AnswerText = {
  readonly text: string;
  /** The text is what was sent, and not a picture of bytes that are no text. */
  readonly isText: boolean;
  readonly json: Json;
  readonly problem: string | null;
  /** What is not quite as it was sent; empty when all of it is. */
  readonly warning: string;
};

const answerLimits = { ...readLimits, bytes: bodyCap, values: 500_000, problems: 1 };

/** Decodes strictly: a text that is half garbage is not handed on as if it were whole. */
export function readAnswerText(body: Buffer): AnswerText {
  const text = decode(body);
  if (text === null) return { text: bytesForPeople(body), isText: false, json: null, problem: noText, warning: '' };
  const parsed = readJson(text, answerLimits);
  if (parsed.ok) return { text, isText: true, json: parsed.value, problem: null, warning: lostDigits(text) };
  // Only what sets out to be JSON can fail at it; a page or a sentence is simply something else.
  if (!/^\s*[[{]/.test(text)) return { text, isText: true, json: null, problem: null, warning: '' };
  const [first] = parsed.failure;
  const where = first === undefined || first.pointer === '' ? '' : ` (at ${first.pointer.slice(0, 200)})`;
  return {
    text,
    isText: true,
    json: null,
    problem: `The answer cannot be used as JSON: ${first?.sentence ?? ''}${where}`,
    warning: '',
  };
}

const noText = 'The answer is not text in UTF-8; it was not read.';

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

function bytesForPeople(body: Buffer): string {
  const start = body.subarray(0, 64).toString('hex').replace(/../g, '$& ').trimEnd();
  return `${body.length} bytes: ${start}${body.length > 64 ? ' …' : ''}`;
}
