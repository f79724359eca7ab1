import type { JsonObject } from '../../../../shared/base/json.ts';
import type { ActionOutput } from '../../../../shared/model/action-parts.ts';
import type { AttributeType } from '../../../../shared/model/attribute-type.ts';

/** What the result of every action of this kind has; a model is not asked for these. */
const ownNames: ReadonlySet<string> = new Set([
  'action_success',
  'llm_response',
  'llm_action_error',
  'llm_action_flagged_moderation_categories',
  'llm_action_prompt_exclusions',
  'llm_action_response_exclusions',
  'scripted',
]);

/** The outputs a model is to fill: all that are no path into the result and no part of every result. */
export const askedOutputs = (outputs: readonly ActionOutput[]): readonly ActionOutput[] =>
  outputs.filter(({ name, from }) => from.trim() === '' && !ownNames.has(name));

/** A JSON Schema for the answer: what is said, and the outputs with their descriptions as instructions. */
export function answerSchema(outputs: readonly ActionOutput[]): JsonObject {
  const asked = askedOutputs(outputs).map(
    ({ name, type, description }) =>
      [name, { ...orNull(schemas[type]), ...(description.trim() === '' ? {} : { description }) }] as const,
  );
  const properties = { llm_response: { type: 'string', description: 'What is said to the person.' } };
  const all: JsonObject = { ...properties, ...Object.fromEntries(asked) };
  return { type: 'object', properties: all, required: Object.keys(all), additionalProperties: false };
}

/** Services that enforce schemas strictly take no objects of any shape. */
export const isStrict = (outputs: readonly ActionOutput[]): boolean =>
  askedOutputs(outputs).every(({ type }) => schemas[type]['items'] !== anything && schemas[type] !== anything);

/** A model that does not know must be able to say so. */
const orNull = (schema: JsonObject): JsonObject =>
  typeof schema['type'] === 'string' ? { ...schema, type: [schema['type'], 'null'] } : schema;

const anything: JsonObject = {};
const text: JsonObject = { type: 'string' };
const moment: JsonObject = { type: 'string', format: 'date-time' };
const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items });

const schemas: Readonly<Record<AttributeType, JsonObject>> = {
  string: text,
  boolean: { type: 'boolean' },
  int: { type: 'integer' },
  float: { type: 'number' },
  timestamp: moment,
  'string[]': listOf(text),
  'boolean[]': listOf({ type: 'boolean' }),
  'int[]': listOf({ type: 'integer' }),
  'float[]': listOf({ type: 'number' }),
  'timestamp[]': listOf(moment),
  utterance: text,
  list: listOf(anything),
  'composite[]': listOf(anything),
  'file[]': listOf(anything),
  composite: anything,
  formData: anything,
  location: anything,
  file: anything,
  json: anything,
};
