// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findAction, runAction } from '../../../../renderer/app/actions/all-actions.ts';
import { childIds } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';

const document = aScenario('Shop')
  .withApiAction('first')
  .withApiAction('second')
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', {
    actions: [
      { id: 'use-1', action: 'first' },
      { id: 'use-2', action: 'second' },
    ],
  })
  .withTurn('other')
  .withConversation('refunds')
  .build();

function carried(id: string, way: 'carryUp' | 'carryDown') {
  const studio = aStudio(document);
  studio.editor.select([id]);
  const action = findAction(studio, `edit.${way}`);
  if (action === undefined) throw new Error('no such action');
  const isEnabled = action.isEnabled(studio);
  runAction(studio, action);
  return { isEnabled, editor: studio.editor.getState() };
}

test('a level is carried past its neighbour, stays chosen, and goes on into the next frame at the end', () => {
  const { editor } = carried('refunds', 'carryUp');
  expect(childIds(editor.document, document.scenario.id)).toEqual(['refunds', 'orders']);
  expect(editor.selection).toEqual(['refunds']);
  const moved = carried('where', 'carryDown').editor.document;
  expect(childIds(moved, 'other')).toEqual(['where']);
});

test('an action is carried past the others of its intent, and not out of it', () => {
  const { editor } = carried('use-2', 'carryUp');
  expect(editor.document.tables.intents.get('where')?.actions.map(({ id }) => id)).toEqual(['use-2', 'use-1']);
  expect(carried('use-2', 'carryDown').isEnabled).toBe(false);
});

test('at the very end nothing is carried, and the reason is told', () => {
  const studio = aStudio(document);
  studio.editor.select(['orders']);
  const up = findAction(studio, 'edit.carryUp');
  expect([up?.isEnabled(studio), up?.whyNot(studio)]).toEqual([false, 'There is nothing beyond.']);
});
