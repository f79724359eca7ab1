import type { TableName } from '../model/record-tables.ts';

/** What a designer calls one record of a table. */
export const recordWords: Readonly<Record<TableName | 'scenario', string>> = {
  scenario: 'scenario',
  attributes: 'attribute',
  contexts: 'context',
  integrations: 'integration',
  actions: 'action',
  mocks: 'example answer',
  interpreters: 'interpreter',
  conversations: 'conversation',
  scenes: 'scene',
  turns: 'turn',
  intents: 'intent',
  tests: 'test',
  placements: 'position',
  views: 'view',
  notes: 'note',
};
