import type { z } from 'zod';
import { actionRecordSchema, type ActionRecord } from './action-record.ts';
import { integrationRecordSchema, type IntegrationRecord } from './integration-record.ts';
import { mockRecordSchema, type MockRecord } from './mock-record.ts';
import {
  attributeRecordSchema,
  contextRecordSchema,
  conversationRecordSchema,
  noteRecordSchema,
  placementRecordSchema,
  sceneRecordSchema,
  testRecordSchema,
  turnRecordSchema,
  viewRecordSchema,
  type AttributeRecord,
  type ContextRecord,
  type ConversationRecord,
  type NoteRecord,
  type PlacementRecord,
  type SceneRecord,
  type TestRecord,
  type TurnRecord,
  type ViewRecord,
} from './design-records.ts';
import { intentRecordSchema, type IntentRecord } from './intent-record.ts';
import { interpreterRecordSchema, type InterpreterRecord } from './interpreter-record.ts';

/** The record of each table. The order here is the order of the groups in a file. */
export type TableRecords = {
  attributes: AttributeRecord;
  contexts: ContextRecord;
  integrations: IntegrationRecord;
  actions: ActionRecord;
  mocks: MockRecord;
  interpreters: InterpreterRecord;
  conversations: ConversationRecord;
  scenes: SceneRecord;
  turns: TurnRecord;
  intents: IntentRecord;
  tests: TestRecord;
  placements: PlacementRecord;
  views: ViewRecord;
  notes: NoteRecord;
};
export type TableName = keyof TableRecords;
export type AnyRecord = TableRecords[TableName];
/** A whole record to write as it is: imports, paste, repair. */
export type RecordPut = {
  [Name in TableName]: { readonly table: Name; readonly record: TableRecords[Name] };
}[TableName];

/** One schema a table: the only description of a record, feeding reading, writing, JSON Schema and types. */
export const tableSchemas = {
  attributes: attributeRecordSchema,
  contexts: contextRecordSchema,
  integrations: integrationRecordSchema,
  actions: actionRecordSchema,
  mocks: mockRecordSchema,
  interpreters: interpreterRecordSchema,
  conversations: conversationRecordSchema,
  scenes: sceneRecordSchema,
  turns: turnRecordSchema,
  intents: intentRecordSchema,
  tests: testRecordSchema,
  placements: placementRecordSchema,
  views: viewRecordSchema,
  notes: noteRecordSchema,
} satisfies { [Table in TableName]: z.ZodType };

export const tableNames = Object.keys(tableSchemas) as TableName[];
/** Tables whose groups sit inside the file's `canvas` section: layout, never logic. */
export const canvasTables = ['placements', 'views', 'notes'] as const satisfies TableName[];
export const designTables = tableNames.filter((table) => !(canvasTables as readonly TableName[]).includes(table));
