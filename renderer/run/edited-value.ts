import type { Json } from '../../shared/base/json.ts';
import type { AttributeType } from '../../shared/model/attribute-type.ts';

const texts: ReadonlySet<AttributeType> = new Set(['string', 'utterance']);

/** A value as it is put into a field. */
export const valueToText = (value: Json): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

/** What was typed, as a value. What is no data of its own is handed on as text; the engine casts it to the type. */
export function textToValue(text: string, type: AttributeType): Json {
  if (texts.has(type)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
