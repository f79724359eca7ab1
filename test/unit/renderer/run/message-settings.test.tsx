// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ChatPanel } from '../../../../renderer/run/chat-panel.tsx';
import { RunControls } from '../../../../renderer/run/run-controls.tsx';
import { aBlock } from '../../../builders/a-block.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { mount } from '../app/mounted.tsx';
import { openShop, type Shop } from './shop-talk.ts';

const buttons = aBlock({
  kind: 'button',
  text: 'Well?',
  buttons: [
    { text: 'Aloud', callback: 'more' },
    { text: 'In silence', callback: 'more', display: false },
  ],
});

/** A talk in which the app has just asked, with a message that has these settings. */
async function asked(settings: object): Promise<Shop & { readonly user: ReturnType<typeof userEvent.setup> }> {
  const document = aScenario()
    .withConversation('C')
    .withScene('S')
    .withTurn('T', { behaviors: ['STARTING', 'OPEN'] })
    .user('hi', { samples: ['hello'] })
    .app('ask', { messages: [{ blocks: [buttons], ...settings }] })
    .withTurn('U', { behaviors: ['STARTING', 'OPEN'] })
    .user('more', { samples: ['more'] })
    .app('tell', { text: 'There is more.' })
    .build();
  const shop = openShop(document);
  mount(
    shop.studio,
    <>
      <RunControls />
      <ChatPanel />
    </>,
  );
  await act(() => shop.open());
  await act(() => shop.say('hello'));
  return { ...shop, user: userEvent.setup() };
}
const log = (): HTMLElement => screen.getByRole('log');
const field = (): HTMLTextAreaElement => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Say something' });
const status = (): string => within(screen.getByRole('group', { name: 'Talk' })).getByRole('status').textContent ?? '';
const said = (): readonly string[] =>
  [...log().querySelectorAll('[data-side="user"] .bubble')].map((bubble) => bubble.textContent ?? '');

test('while a message stands that takes nothing typed, the field is off and says so; an answer opens it again', async () => {
  const { user, settle } = await asked({ disableText: true });
  await user.type(field(), 'let me in{Enter}');
  expect([field().value, field().readOnly, said()]).toEqual(['', true, ['hello']]);
  expect(field().placeholder).toBe('Answer above: this message takes nothing typed');
  expect(screen.queryByRole('group', { name: 'Things to say' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Aloud' }));
  await act(settle);
  expect(within(log()).getByText('There is more.')).toBeTruthy();
  expect([field().readOnly, field().placeholder]).toEqual([false, 'Say something']);
  expect(screen.getByRole('group', { name: 'Things to say' })).toBeTruthy();
});

test('a button that shows no bubble is heard all the same, closes its message, and leaves nothing behind', async () => {
  const { user, settle } = await asked({});
  const silent = screen.getByRole<HTMLButtonElement>('button', { name: 'In silence' });
  await user.click(silent);
  expect(said()).toEqual(['hello']);
  await act(settle);
  expect(within(log()).getByText('There is more.')).toBeTruthy();
  expect([said(), silent.disabled]).toEqual([['hello'], true]);
  await user.click(field());
  await user.keyboard('{ArrowUp}');
  expect(field().value).toBe('hello');
});

test('an answer has the picture of who speaks, unless its message does without', async () => {
  const shop = await asked({ hideAvatar: true });
  expect(log().querySelectorAll('.avatar')).toHaveLength(0);
  await act(() => shop.say('more'));
  expect(log().querySelectorAll('.avatar')).toHaveLength(1);
});

test('it is nobody’s turn while an answer is still being shown', async () => {
  const shop = await asked({});
  expect(status()).toBe('Your turn');
  shop.run.setSpeed(0.25);
  await act(async () => {
    await shop.run.say({ kind: 'text', text: 'more' });
    await shop.host.idle();
  });
  expect([shop.run.getState().waiting, status()]).toEqual(['user', 'Answering']);
  await act(() => shop.settle());
  expect(status()).toBe('Your turn');
});
