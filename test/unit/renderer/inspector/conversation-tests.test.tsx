// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Inspector } from '../../../../renderer/inspector/inspector.tsx';
import { ChatPanel } from '../../../../renderer/run/chat-panel.tsx';
import type { Studio } from '../../../../renderer/state/studio.ts';
import type { TestRecord } from '../../../../shared/model/design-records.ts';
import { aBlock } from '../../../builders/a-block.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { mount } from '../app/mounted.tsx';
import { openShop } from '../run/shop-talk.ts';
import { documentOf, field, inspect } from './inspected.tsx';

const shop = () =>
  aScenario('Shop')
    .withConversation('C')
    .withScene('S')
    .withTurn('T', { behaviors: ['STARTING', 'OPEN'] })
    .user('hi', { samples: ['hello'] })
    .app('ask', {
      messages: [
        {
          blocks: [
            { kind: 'text', text: 'Hello, (world)!' },
            aBlock({ kind: 'button', text: '', buttons: [{ text: 'More', callback: 'more', value: 'topic.hats' }] }),
          ],
        },
      ],
    })
    .withTurn('U', { behaviors: ['STARTING', 'OPEN'] })
    .user('more', { samples: ['more'] })
    .app('tell', { text: 'There is more.' })
    .build();

const tests = (studio: Studio): readonly TestRecord[] => [...documentOf(studio).tables.tests.values()];

test('a test is added, written step by step, put in order and taken away', async () => {
  const studio = inspect(shop(), []);
  await userEvent.click(screen.getByRole('button', { name: 'Add test' }));
  await userEvent.clear(field('Name'));
  await userEvent.type(field('Name'), 'Greets');
  await userEvent.type(field('Said'), 'hello');
  await userEvent.click(screen.getByRole('button', { name: 'Add what must come back' }));
  await userEvent.keyboard('ask');
  await userEvent.type(field('Words'), 'Hello');
  expect(tests(studio)).toMatchObject([
    {
      name: 'Greets',
      steps: [
        { kind: 'say', text: 'hello' },
        { kind: 'expect', intentId: 'ask', text: 'Hello' },
      ],
    },
  ]);
  screen.getByRole('button', { name: 'Move step 2: arrow keys' }).focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(tests(studio)[0]?.steps.map(({ kind }) => kind)).toEqual(['expect', 'say']);
  await userEvent.click(screen.getByRole('button', { name: 'Remove step 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete test' }));
  expect(documentOf(studio)).toEqual(shop());
});

test('a step that expects what nobody answers with says so', async () => {
  inspect(shop(), []);
  await userEvent.click(screen.getByRole('button', { name: 'Add test' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add what must come back' }));
  expect(screen.getByText('Say what must come back.')).toBeTruthy();
  await userEvent.keyboard('nobody');
  expect(screen.getByText('No APP intent has the id “nobody”.')).toBeTruthy();
});

test('the talk makes a test of itself: what was typed and pressed, and what came back', async () => {
  const { studio, open, say, settle } = openShop(shop());
  mount(
    studio,
    <>
      <ChatPanel />
      <Inspector problems={[]} />
    </>,
  );
  await act(open);
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: 'Make a test from this talk' });
  expect(keep.disabled).toBe(true);
  await act(() => say('hello'));
  await userEvent.click(within(screen.getByRole('log')).getByRole('button', { name: 'More' }));
  await act(settle);
  await userEvent.click(keep);
  expect(tests(studio)).toMatchObject([
    {
      id: 'hello',
      name: 'hello',
      steps: [
        { kind: 'say', text: 'hello' },
        { kind: 'expect', intentId: 'ask', text: 'Hello, (world)!' },
        { kind: 'say', text: 'More', callback: 'more', value: 'topic.hats' },
        { kind: 'expect', intentId: 'tell', text: 'There is more.' },
      ],
    },
  ]);
  expect(field('Callback').value).toBe('more');
  expect([studio.ui.getState().rightTab, studio.editor.getState().selection]).toEqual(['inspector', ['hello']]);
  act(() => studio.editor.undo());
  expect(tests(studio)).toEqual([]);
});

test('the steps of a test are taken anew from the talk', async () => {
  const { studio, open, say } = openShop(shop());
  studio.editor.execute({ kind: 'test.add', name: 'Old', steps: [{ kind: 'say', text: 'old' }] });
  mount(studio, <Inspector problems={[]} />);
  await act(open);
  await act(() => say('more'));
  await userEvent.click(screen.getByRole('button', { name: 'Take the steps of the talk' }));
  expect(tests(studio)[0]).toMatchObject({
    name: 'Old',
    steps: [
      { kind: 'say', text: 'more' },
      { kind: 'expect', intentId: 'tell' },
    ],
  });
});
