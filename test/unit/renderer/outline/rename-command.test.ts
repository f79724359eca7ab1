import { expect, test } from 'vitest';
import { renameCommand } from '../../../../renderer/outline/rename-command.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after, planned, type PlainCommand } from '../../../builders/run-command.ts';

const started = aScenario().withConversation('orders').withScene('status').withTurn('ask').build();
const document = after(started, { kind: 'intent.add', speaker: 'USER', name: 'New question', into: 'ask' });
const renamed = (of: Document, id: string, name: string) => {
  const command = renameCommand(of, id, name);
  if (command === null) throw new Error('the name can be given');
  return after(of, command as PlainCommand).tables.intents.get(id);
};

test('a level gets its name, trimmed, as one step with a name of its own', () => {
  const command = renameCommand(document, 'orders', '  Order status ');
  expect(planned(document, command as PlainCommand)).toMatchObject({
    label: 'Rename conversation',
    diff: [{ id: 'orders', after: { name: 'Order status' } }],
  });
});

test('no name, the same name, or nothing that has a name: nothing happens', () => {
  expect([
    renameCommand(document, 'orders', '   '),
    renameCommand(document, 'orders', 'orders'),
    renameCommand(document, 'scenario', 'Other'),
    renameCommand(document, 'nobody', 'Other'),
  ]).toEqual([null, null, null, null]);
});

test('the intent id follows the name while nobody has chosen or used it', () => {
  expect(renamed(document, 'new-question', 'Where is my order?')).toMatchObject({
    name: 'Where is my order?',
    intentId: 'where_is_my_order',
  });
  const chosen = after(document, {
    kind: 'record.update',
    table: 'intents',
    id: 'new-question',
    changes: { intentId: 'where_is_order' },
  });
  expect(renamed(chosen, 'new-question', 'Find it')).toMatchObject({ name: 'Find it', intentId: 'where_is_order' });
  const used = after(
    document,
    { kind: 'intent.add', speaker: 'APP', name: 'Answer', into: 'ask' },
    { kind: 'record.update', table: 'intents', id: 'answer', changes: { virtualIntent: 'new_question' } },
  );
  expect(renamed(used, 'new-question', 'Find it')).toMatchObject({ intentId: 'new_question' });
});
