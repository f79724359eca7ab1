import type { Json } from '../../shared/base/json.ts';
import type { AttributeType } from '../../shared/model/attribute-type.ts';
import type { ValueScope } from '../../shared/reference/read-reference.ts';

type ScopeExtras = {
  readonly types?: Readonly<Record<string, AttributeType>>;
  readonly timeZone?: string;
  readonly warn?: (sentence: string) => void;
};

/** A scope that answers from plain values: `aScope({ 'user.name': 'Ada' })`. */
export function aScope(
  values: Readonly<Record<string, Json>> = {},
  { types = {}, ...extras }: ScopeExtras = {},
): ValueScope {
  return {
    read: (context, attribute) =>
      Object.hasOwn(values, `${context}.${attribute}`) ? (values[`${context}.${attribute}`] ?? null) : null,
    typeOf: (attribute) => (Object.hasOwn(types, attribute) ? (types[attribute] ?? 'string') : 'string'),
    now: 1_700_000_000_000,
    ...extras,
  };
}
