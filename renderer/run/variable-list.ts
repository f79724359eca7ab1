import type { Json } from '../../shared/base/json.ts';
import { MASK } from '../../shared/engine/mask.ts';
import type { AttributeType } from '../../shared/model/attribute-type.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Variable, Variables } from '../state/run-variables.ts';

export type VariableLine = {
  readonly variable: Variable;
  readonly reference: string;
  readonly type: AttributeType;
  readonly isMasked: boolean;
};
export type ContextLines = { readonly context: string; readonly lines: readonly VariableLine[] };

const firstContexts = ['user', 'session'];

/** The attributes by context and name; the two contexts everybody has come first. */
export function variableList(variables: Variables, document: Document, filter: string): readonly ContextLines[] {
  const wanted = filter.trim().toLowerCase();
  const registered = new Map(document.tables.attributes.valueSeq().map(({ name, type }) => [name, type]));
  return [...variables.keys()]
    .toSorted((left, right) => rank(left) - rank(right) || compare(left, right))
    .map((context) => ({ context, lines: linesOf(context) }))
    .filter(({ lines }) => lines.length > 0);

  function linesOf(context: string): readonly VariableLine[] {
    return [...(variables.get(context)?.values() ?? [])]
      .map((variable) => ({
        variable,
        reference: `${context}.${variable.name}`,
        type: registered.get(variable.name) ?? typeOf(variable.after),
        isMasked: variable.after === MASK,
      }))
      .filter(({ reference, variable }) =>
        `${reference} ${JSON.stringify(variable.after)}`.toLowerCase().includes(wanted),
      )
      .toSorted((left, right) => compare(left.variable.name, right.variable.name));
  }
}

const rank = (context: string): number => {
  const at = firstContexts.indexOf(context);
  return at < 0 ? firstContexts.length : at;
};

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** An attribute nobody registered has the type of what it holds. */
function typeOf(value: Json): AttributeType {
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'object':
      return Array.isArray(value) ? 'list' : 'json';
    default:
      return 'string';
  }
}
