import type { Json, JsonObject } from '../base/json.ts';
import type { ActionInput } from '../model/action-parts.ts';
import { readReference, referenceText, type ValueScope } from '../reference/read-reference.ts';
import { coerceValue } from '../values/coerce-value.ts';
import { valueText } from '../values/value-text.ts';
import type { VariablePart } from './parse-request-text.ts';
import type { TextParts } from './url-plan.ts';

/** Why no request was made; the sentence names the field or input. */
export type RequestFailure = { readonly failure: 'badRequest' | 'missingInput'; readonly sentence: string };

/** Gives variables their values for one request, and remembers the first thing that stood in the way. */
export class RequestFiller {
  failure: RequestFailure | null = null;
  private readonly inputs: ReadonlyMap<string, ActionInput>;
  private readonly args: JsonObject;
  private readonly scope: ValueScope | null;

  constructor(inputs: readonly ActionInput[], args: JsonObject, scope: ValueScope | null) {
    this.inputs = new Map(inputs.map((input) => [input.name, input]));
    this.args = args;
    this.scope = scope;
  }

  refuse(sentence: string): void {
    this.failure ??= { failure: 'badRequest', sentence };
  }

  /** With its type; null when there is none. */
  value(part: VariablePart): Json {
    if (part.kind === 'argument') return this.argument(part.name);
    return this.mayRead(part) && this.scope !== null ? readReference(part.reference, this.scope) : null;
  }

  text(part: VariablePart): string {
    if (part.kind === 'argument') return valueText(this.argument(part.name));
    return this.mayRead(part) && this.scope !== null ? referenceText(part.reference, this.scope) : '';
  }

  /** Fills a text in; `encode` makes each value fit the place, the author's own text goes through `keep`. */
  fill(parts: TextParts, encode: (value: string) => string, keep: (literal: string) => string): string {
    return parts.map((part) => (typeof part === 'string' ? keep(part) : encode(this.text(part)))).join('');
  }

  /** One variable and nothing else, that has no value: then the field it would fill is left out. */
  isLeftOut(parts: TextParts): boolean {
    const [only] = parts;
    return parts.length === 1 && only !== undefined && typeof only !== 'string' && this.value(only) === null;
  }

  private argument(name: string): Json {
    const input = this.inputs.get(name);
    const given = Object.hasOwn(this.args, name) ? (this.args[name] ?? null) : null;
    if (given !== null) return input === undefined ? given : coerceValue(given, input.type);
    if (input?.required ?? true) this.miss(name);
    return null;
  }

  miss(name: string): void {
    this.failure ??= { failure: 'missingInput', sentence: `The input ${name} has no value.` };
  }

  private mayRead(part: Extract<VariablePart, { kind: 'reference' }>): boolean {
    if (part.reference.context !== 'secret') return true;
    this.refuse('The request reads a secret. Secrets belong to the authentication of the integration.');
    return false;
  }
}

/** How a variable is called in sentences. */
export const variableName = (part: VariablePart): string =>
  part.kind === 'argument'
    ? part.name
    : `${part.reference.context === null ? '' : `${part.reference.context}.`}${part.reference.attribute}`;
