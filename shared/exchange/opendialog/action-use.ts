import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { parseReference } from '../../reference/parse-reference.ts';

/** An action on an intent as the file tells it: what is given to it and where its results go, by reference. */
export type ReadUse = {
  /** The name, id or component of the action. */
  readonly action: string;
  readonly inputs: readonly (readonly [name: string, reference: string])[];
  readonly outputs: readonly (readonly [name: string, reference: string])[];
};

const actionKeys = ['id', 'action_id', 'action', 'name', 'od_id'] as const;
const inputKeys = ['inputs', 'attribute_inputs', 'attribute_input', 'input_attributes'] as const;
const outputKeys = ['outputs', 'attribute_outputs', 'attribute_output', 'output_attributes'] as const;

/** Every form in which actions were written over the years; null when no action is named. */
export function readUse(raw: Json): ReadUse | null {
  if (typeof raw === 'string') return raw.trim() === '' ? null : { action: raw.trim(), inputs: [], outputs: [] };
  if (!isJsonObject(raw)) return null;
  const action = actionKeys.map((key) => raw[key]).find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof action !== 'string') return null;
  return { action: action.trim(), inputs: mappingIn(raw, inputKeys), outputs: mappingIn(raw, outputKeys) };
}

function mappingIn(raw: JsonObject, keys: readonly string[]): ReadUse['inputs'] {
  const value = keys.map((key) => raw[key]).find((found) => found !== undefined);
  if (value === undefined || value === null) return [];
  if (isJsonObject(value)) return Object.entries(value).flatMap(([name, target]) => pair(name, target));
  return Array.isArray(value) ? (value as readonly Json[]).flatMap(entryPair) : [];
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
  const parsed = parseReference(reference);
  return parsed.ok ? [[parsed.value.attribute, reference]] : [];
}

/** An attribute and the context it is in, or the whole reference. */
function pair(name: string, target: Json): ReadUse['inputs'] {
  if (name === '' || name === '__proto__' || typeof target !== 'string' || target === '') return [];
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

export const sameUse = (left: ReadUse, right: ReadUse): boolean =>
  JSON.stringify([left.inputs, left.outputs]) === JSON.stringify([right.inputs, right.outputs]);
