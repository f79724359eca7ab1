import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { compareText } from '../../base/order.ts';
import { parseReference } from '../../reference/parse-reference.ts';

/** An action on an intent as the file tells it: what is given to it and where its results go, by reference. */
export type ReadUse = {
  /** The name, id or component of the action. */
  readonly action: string;
  readonly inputs: readonly (readonly [name: string, reference: string])[];
  readonly outputs: readonly (readonly [name: string, reference: string])[];
};

/** As long as names and references may be. */
const longestName = 200;
const longestReference = 1800;

const actionKeys = ['id', 'action_id', 'action', 'name', 'od_id'] as const;
const inputKeys = ['inputs', 'attribute_inputs', 'attribute_input', 'input_attributes'] as const;
const outputKeys = ['outputs', 'attribute_outputs', 'attribute_output', 'output_attributes'] as const;

/** Every form in which actions were written over the years; null when no action is named. */
export function readUse(raw: Json): ReadUse | null {
  if (typeof raw === 'string')
    return raw.trim() === '' || raw.length > longestName ? null : { action: raw.trim(), inputs: [], outputs: [] };
  if (!isJsonObject(raw)) return null;
  const action = actionKeys.map((key) => raw[key]).find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof action !== 'string' || action.length > longestName) return null;
  return { action: action.trim(), inputs: mappingIn(raw, inputKeys), outputs: mappingIn(raw, outputKeys) };
}

function mappingIn(raw: JsonObject, keys: readonly string[]): ReadUse['inputs'] {
  const value = keys.map((key) => raw[key]).find((found) => found !== undefined);
  if (value === undefined || value === null) return [];
  const pairs = isJsonObject(value)
    ? Object.entries(value).flatMap(([name, target]) => pair(name, target))
    : Array.isArray(value)
      ? (value as readonly Json[]).flatMap(entryPair)
      : [];
  // A name given twice has its last value, as in any object.
  return [...new Map(pairs)];
}

/** `"user.name"`, `{id: "user.name"}`, `{attribute: "name", reference: "user.name"}`. */
function entryPair(entry: Json): ReadUse['inputs'] {
  if (typeof entry === 'string') return named(entry);
  if (!isJsonObject(entry)) return [];
  const name = entry['attribute'] ?? entry['name'] ?? entry['key'] ?? null;
  const target = entry['reference'] ?? entry['context'] ?? entry['value'] ?? null;
  if (typeof name === 'string' && target !== null) return pair(name, target);
  const id = entry['id'] ?? name;
  return typeof id === 'string' ? named(id) : [];
}

/** A reference alone names the attribute as well. */
function named(reference: string): ReadUse['inputs'] {
  const parsed = reference.length > longestReference ? null : parseReference(reference);
  const isShort = parsed?.ok === true && parsed.value.attribute.length <= longestName;
  return isShort && parsed.value.attribute !== '__proto__' ? [[parsed.value.attribute, reference]] : [];
}

/** An attribute and the context it is in, or the whole reference. */
function pair(name: string, target: Json): ReadUse['inputs'] {
  if (name === '' || name === '__proto__' || name.length > longestName) return [];
  if (typeof target !== 'string' || target === '' || target.length > longestReference) return [];
  return [[name, target.includes('.') ? target : `${target}.${name}`]];
}

/** A use in the present form. A reference that ends in the name stands alone. */
export const printUse = ({ action, inputs, outputs }: ReadUse): JsonObject => ({
  id: action,
  inputs: inputs.map(printPair),
  outputs: outputs.map(printPair),
});

function printPair([name, reference]: ReadUse['inputs'][number]): Json {
  const parsed = parseReference(reference);
  const isNamed = parsed.ok && parsed.value.attribute === name;
  return isNamed ? reference : { attribute: name, reference };
}

/** Whether two uses give and take the same, in whatever order. */
export const sameUse = (left: ReadUse, right: ReadUse): boolean => mappingText(left) === mappingText(right);

const mappingText = ({ inputs, outputs }: ReadUse): string =>
  JSON.stringify([inputs, outputs].map((pairs) => pairs.toSorted(byName)));

const byName = ([left]: readonly [string, string], [right]: readonly [string, string]): number =>
  compareText(left, right);
