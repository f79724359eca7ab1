import type { Json } from '../../../shared/base/json.ts';
import { MASK } from '../../../shared/engine/mask.ts';

/** Shorter secrets are left alone: masking "a" would blank the whole trace and hide nothing. */
export const leastSecretLength = 8;

export type Redactor = {
  readonly text: (text: string) => string;
  /** Every string inside, keys as well. */
  readonly json: (value: Json) => Json;
  /** Room to leave before cutting, so that no secret is cut in two and missed. */
  readonly longest: number;
};

const nothingHidden: Redactor = { text: (text) => text, json: (value) => value, longest: 0 };

/** Hides values wherever they turn up, also in the spellings in which services and libraries repeat them. */
export function createRedactor(values: readonly string[], least: number = leastSecretLength): Redactor {
  const hidden = values.filter((value) => value.length >= least);
  if (hidden.length === 0) return nothingHidden;
  const spelled = hidden.flatMap((value) => [value, ...spellings(value).filter((form) => form.length >= least)]);
  // Longest first, so that a spelling containing another goes as a whole.
  const forms = [...new Set(spelled)].toSorted((left, right) => right.length - left.length);
  const shortest = forms.at(-1)?.length ?? 0;
  // One look tells of nearly every short text that there is nothing to hide in it.
  const any = forms.join('').length > longestPattern ? null : new RegExp(forms.map(escapeForPattern).join('|'));
  const isClear = (subject: string): boolean =>
    subject.length < shortest || (any !== null && subject.length < longText && !any.test(subject));
  const text = (subject: string): string =>
    isClear(subject) ? subject : forms.reduce((left, form) => left.replaceAll(form, MASK), subject);
  const json = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return (value as readonly Json[]).map(json);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [text(key), json(each)]));
  };
  return { text, json, longest: forms[0]?.length ?? 0 };
}

/** Beyond these, looking for one form after the other is faster than for all at once. */
const longestPattern = 16 * 1024;
const longText = 2048;

/** Makes what hides these values; short ones are left alone. */
export type RedactorOf = (values: readonly string[]) => Redactor;

/** Makes the redactor of the same values once; what it knows goes when its run does. */
export function createRedactorShelf(): RedactorOf {
  const shelf: { readonly values: readonly string[]; readonly redactor: Redactor }[] = [];
  return (values) => {
    const known = shelf.find(
      (each) => each.values.length === values.length && each.values.every((value, at) => value === values[at]),
    );
    if (known !== undefined) return known.redactor;
    const redactor = createRedactor(values);
    shelf.unshift({ values: [...values], redactor });
    shelf.splice(mostOnShelf);
    return redactor;
  };
}
const mostOnShelf = 32;

const escapeForPattern = (form: string): string => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function spellings(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const percent = encodeURIComponent(value);
  const base64 = [0, 1, 2].map((offset) => insideOfBase64(bytes, offset));
  return [
    value.toUpperCase(),
    value.toLowerCase(),
    [...value].toReversed().join(''),
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
    percent.replaceAll('%20', '+'),
    encodeURIComponent(percent),
    [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/'),
    unicodeEscapes(value),
    value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
    value.replace(/[&<>"]/g, (character) => htmlEntities[character] ?? character),
  ];
}

/**
 * Base64 of a value inside something longer starts at one of three offsets; the characters that also carry bits of the
 * neighbours are left out, the rest is the same wherever it stands.
 */
function insideOfBase64(bytes: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const start = offset === 0 ? 0 : offset + 1;
  const loose = (offset + bytes.length) % 3 === 0 ? 0 : 1;
  return encoded.slice(start, encoded.length - loose);
}

const unicodeEscapes = (value: string): string =>
  Array.from({ length: value.length }, (_, at) => `\\u${value.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

const htmlEntities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
