import type { Json, JsonObject } from '../../../../../shared/base/json.ts';
import { fingerprintOf, fingerprintText } from '../../../../../shared/program/hash.ts';

/** One documented behaviour of OpenDialog. Cases have no ids of their own. */
export type Case = { readonly area: string; readonly input: Json; readonly expected: Json; readonly source: string };
export type NamedCase = Case & { readonly id: string };

/** What came of a case here, in the words of `expected`, so that a failure reads as a difference. */
export type Outcome = { readonly got: Json; readonly passes: boolean };
export type Handler = (input: Json, expected: Json) => Outcome;

/** A case that comes out otherwise here on purpose: by id, or all of an area whose input, as JSON, fits a pattern. */
export type BetterCase =
  | { readonly case: string; readonly reason: string }
  | { readonly area: string; readonly pattern: string; readonly reason: string };

/** Ids that stay when cases are added: the area and a fingerprint of the input. */
export function nameCases(cases: readonly Case[]): readonly NamedCase[] {
  const taken = new Map<string, number>();
  return cases.map((one) => {
    const id = `${one.area}-${fingerprintText(fingerprintOf(one.input)).slice(0, 8)}`;
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    return { ...one, id: count === 1 ? id : `${id}-${count}` };
  });
}

export const same = (got: Json, expected: Json): Outcome => ({ got, passes: equal(got, expected) });

/** Every part of `expected` is there; more may be. */
export const includes = (got: Json, expected: Json): Outcome => ({ got, passes: holds(got, expected) });

/** For expectations in prose: what must be so, and what came out. */
export const holdsThat = (passes: boolean, got: Json): Outcome => ({ got, passes });

export function equal(left: Json, right: Json): boolean {
  return holds(left, right) && holds(right, left);
}

/** Whether all of `part` is in `whole`. */
export function holds(whole: Json | undefined, part: Json): boolean {
  if (typeof part !== 'object' || part === null) return whole === part;
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole) !== Array.isArray(part)) return false;
  if (Array.isArray(part) && (whole as readonly Json[]).length !== part.length) return false;
  return Object.entries(part).every(([key, value]: [string, Json]) => holds((whole as JsonObject)[key], value));
}

export const asObject = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
export const asList = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
export const asWord = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A value as it stands in markup: a text as it is, anything else as JSON. */
export const written = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
