import { percentBytes, percentEncode } from '../values/percent-encode.ts';
import { variableName, type RequestFiller } from './request-filler.ts';
import type { VariablePart } from './parse-request-text.ts';
import type { TextParts, UrlPlan } from './url-plan.ts';

export type QueryField = { readonly name: TextParts; readonly value: TextParts };

/** Puts values into an address. They are encoded, so they end where the author said they end. */
export function fillUrl(plan: UrlPlan, fields: readonly QueryField[], filler: RequestFiller): string {
  const path = plan.segments.map((segment) => `/${fillSegment(segment, filler)}`).join('');
  const query = [...fillInlineQuery(plan, filler), ...fillFields(fields, filler, percentEncode)].join('&');
  return plan.origin + path + (query === '' ? '' : `?${query}`);
}

function fillSegment(segment: TextParts, filler: RequestFiller): string {
  const text = filler.fill(segment, percentEncode, keepEncoded);
  const variable = segment.find((part): part is VariablePart => typeof part !== 'string');
  if (variable === undefined) return text;
  const name = variableName(variable);
  // `/orders/` instead of `/orders/17` may mean all of them, and `..` leaves the place: neither can be encoded away.
  if (text === '') filler.miss(name);
  if (isDotSegment(text)) filler.refuse(`The value of ${name} would lead to another path ("${text}").`);
  return text;
}

const isDotSegment = (segment: string): boolean => /^(?:\.|%2e){1,2}$/i.test(segment);

const fillInlineQuery = (plan: UrlPlan, filler: RequestFiller): readonly string[] =>
  plan.query.flatMap(({ name, value }) => {
    if (filler.isLeftOut(value ?? name)) return [];
    const filled = filler.fill(name, percentEncode, keepEncoded);
    return [value === null ? filled : `${filled}=${filler.fill(value, percentEncode, keepEncoded)}`];
  });

/** `name=value` pairs of a query or a form; those without a name or with nothing to send are left out. */
export function fillFields(
  fields: readonly QueryField[],
  filler: RequestFiller,
  encode: (text: string) => string,
): readonly string[] {
  return fields.flatMap(({ name, value }) => {
    if (filler.isLeftOut(value)) return [];
    const filledName = filler.fill(name, encode, encode);
    return filledName === '' ? [] : [`${filledName}=${filler.fill(value, encode, encode)}`];
  });
}

/** The author's own text, which may be encoded already: only what no address may hold is changed. */
const keepEncoded = (text: string): string => text.replace(/[^!$%&'()*+,\-./0-9:;=?@A-Z_a-z~]+/gu, percentBytes);
