// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { documentOf, field, inspect, intentIn } from './inspected.tsx';

const document = aScenario('Shop')
  .withAttribute('order_id')
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where_is_order', { samples: ['where is it'] })
  .app('tell_status', { text: 'On its way.' })
  .withTurn('other')
  .user('more', { samples: ['more'] })
  .build();
const messages = (studio: Parameters<typeof intentIn>[0]) => intentIn(studio, 'tell_status').messages;

test('a message is written, and gets a block of buttons', async () => {
  const studio = inspect(document, ['tell_status']);
  await userEvent.clear(field('Text'));
  await userEvent.type(field('Text'), 'Anything else?');
  await userEvent.click(screen.getByRole('button', { name: 'Add buttons' }));
  const button = within(screen.getByRole('group', { name: 'Button 1' }));
  await userEvent.type(button.getByRole('textbox', { name: 'Label' }), 'More');
  await userEvent.type(button.getByRole('textbox', { name: 'Callback' }), 'more');
  await userEvent.type(button.getByRole('textbox', { name: 'Value' }), 'topic.more');
  expect(messages(studio)).toMatchObject([
    {
      id: 'tell_status-message',
      blocks: [
        { kind: 'text', text: 'Anything else?' },
        { kind: 'button', text: '', buttons: [{ text: 'More', callback: 'more', value: 'topic.more' }] },
      ],
    },
  ]);
});

test('messages and blocks are added, moved and removed; a new message is ready to be written', async () => {
  const studio = inspect(document, ['tell_status']);
  await userEvent.click(screen.getByRole('button', { name: 'Add message' }));
  const second = screen.getByRole('group', { name: 'Message 2' });
  expect(second.contains(window.document.activeElement)).toBe(true);
  await userEvent.keyboard('It has arrived.');
  within(second).getByRole('button', { name: 'Move message 2: arrow keys' }).focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(messages(studio).map(({ id, blocks }) => [id, blocks])).toEqual([
    ['tell-status-message', [{ kind: 'text', text: 'It has arrived.' }]],
    ['tell_status-message', [{ kind: 'text', text: 'On its way.' }]],
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Remove message 2' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove block 1' }));
  expect(messages(studio)).toMatchObject([{ id: 'tell-status-message', blocks: [] }]);
});

test('a message has conditions of its own', async () => {
  const studio = inspect(document, ['tell_status']);
  await userEvent.click(screen.getByRole('button', { name: 'Conditions of message 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add condition to message 1' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Condition' }));
  await userEvent.type(field('Looks at'), 'user.order_id');
  expect(messages(studio)[0]?.conditions).toEqual([
    { kind: 'test', operation: 'is_set', left: { kind: 'reference', reference: 'user.order_id' } },
  ]);
});

test('a transition is chosen by name, and taken away', async () => {
  const studio = inspect(document, ['tell_status']);
  await userEvent.click(screen.getByRole('button', { name: 'What comes next' }));
  await userEvent.click(screen.getByRole('button', { name: 'Transition' }));
  await userEvent.keyboard('oth{Enter}');
  expect(intentIn(studio, 'tell_status').transition).toEqual({ conversation: null, scene: null, turn: 'other' });
  expect(screen.getByRole('button', { name: 'Transition' }).textContent).toBe('other');
  await userEvent.click(screen.getByRole('button', { name: 'Remove the transition' }));
  expect(documentOf(studio)).toEqual(document);
});

test('a virtual intent is one there is, or one that is typed', async () => {
  const studio = inspect(document, ['tell_status']);
  await userEvent.click(screen.getByRole('button', { name: 'What comes next' }));
  await userEvent.click(screen.getByRole('button', { name: 'Virtual intent' }));
  await userEvent.keyboard('mor{Enter}');
  expect(intentIn(studio, 'tell_status').virtualIntent).toBe('more');
  await userEvent.click(screen.getByRole('button', { name: 'Virtual intent' }));
  await userEvent.keyboard('intent.later{Enter}');
  expect(intentIn(studio, 'tell_status').virtualIntent).toBe('intent.later');
});
