import { z } from 'zod';
import type { JsonObject } from '../base/json.ts';
import { scenarioRecordSchema } from '../model/design-records.ts';
import { idTextSchema } from '../model/ids.ts';
import { canvasTables, designTables, tableSchemas, type TableName } from '../model/record-tables.ts';
import { scenarioFormat, scenarioVersion } from './file-format.ts';

/** The JSON Schema (draft 2020-12) of a scenario file, made from the schemas the reader itself uses. */
export function scenarioJsonSchema(): JsonObject {
  const file = z.looseObject({
    format: z.literal(scenarioFormat),
    version: z.literal(scenarioVersion),
    scenario: scenarioRecordSchema,
    ...groupsOf(designTables),
    canvas: z.looseObject(groupsOf(canvasTables)).optional(),
  });
  const { $schema, ...schema } = z.toJSONSchema(file, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (recordSchemas.has(zodSchema)) leaveOutId(jsonSchema);
    },
  });
  const named = { $schema, $id: `urn:parley:schema:scenario:${scenarioVersion}`, title: 'Parley scenario', ...schema };
  return named as unknown as JsonObject;
}

const groupsOf = (tables: readonly TableName[]) =>
  Object.fromEntries(tables.map((table) => [table, z.record(idTextSchema, tableSchemas[table]).optional()]));

/** Every schema of one record: a table's own, or the kinds it is made of. */
const recordSchemas: ReadonlySet<unknown> = new Set(
  Object.values<z.ZodType>(tableSchemas).flatMap<unknown>((schema) =>
    schema instanceof z.ZodDiscriminatedUnion ? schema.options : [schema],
  ),
);

/** In a file the id is the name a record stands under. */
function leaveOutId(schema: z.core.JSONSchema.BaseSchema): void {
  delete schema.properties?.['id'];
  if (schema.required !== undefined) schema.required = schema.required.filter((field) => field !== 'id');
}
