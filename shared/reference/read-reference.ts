import type { Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import { valueText } from '../values/value-text.ts';
import { applyFilters } from './filters/apply-filters.ts';
import type { Template } from './parse-template.ts';
import { readPath } from './read-path.ts';
import type { Reference, ReferencePath, ReferenceTarget } from './reference.ts';

/** Where references are read. The engine gives one for an exchange, the test panel one for a request. */
export type ValueScope = {
  /** The value, or null when there is none; unknown contexts have none. */
  readonly read: (context: string, attribute: string) => Json;
  readonly typeOf: (attribute: string) => AttributeType;
  /** The type declared for what stands at a path inside an attribute; undefined when nobody declared one. */
  readonly memberTypeOf?: (attribute: string, path: ReferencePath) => AttributeType | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name of the person's time zone; without it, UTC. */
  readonly timeZone?: string;
  /** Told what a filter could not do; rendering goes on. */
  readonly warn?: (sentence: string) => void;
};

/** The value a reference stands for; null when anything on the way is missing. */
export function readReference(reference: Reference, scope: ValueScope): Json {
  const value = readTarget(reference, scope);
  if (reference.filters.length === 0) return value;
  return applyFilters(value, reference.filters, {
    timeZone: scope.timeZone ?? 'UTC',
    read: (target) => readTarget(target, scope),
    warn: scope.warn ?? ignore,
  });
}

const ignore = (): void => {};

/** Fills a text in. One pass: a value is never read again as a template, whatever it holds. */
export function renderTemplate(template: Template, scope: ValueScope, escape?: (text: string) => string): string {
  const texts = template.parts.map((part) => {
    if (typeof part === 'string') return part;
    const value = referenceText(part.reference, scope);
    return escape === undefined ? value : escape(value);
  });
  // Joined, a text is one piece of memory; added up it would stay a tree of its parts for as long as it is kept.
  return texts.join('');
}

/** The value as it reads in a sentence; its attribute's type counts as long as no filter changed the value. */
export function referenceText(reference: Reference, scope: ValueScope): string {
  const value = readReference(reference, scope);
  if (reference.filters.length > 0) return valueText(value);
  return valueText(value, typeAt(reference, scope));
}

const defaultContext = 'user';

const readTarget = (target: ReferenceTarget, scope: ValueScope): Json =>
  readPath(scope.read(target.context ?? defaultContext, target.attribute), target.path);

function typeAt({ attribute, path }: Reference, scope: ValueScope): AttributeType | undefined {
  const type = scope.typeOf(attribute);
  if (path.length === 0) return type;
  if (path.length === 1 && type === 'timestamp[]') return 'timestamp';
  return scope.memberTypeOf?.(attribute, path);
}
