// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Inspector } from '../../../../renderer/inspector/inspector.tsx';
import { loadForms } from '../../../../renderer/inspector/lazy-forms.ts';
import { ChatPanel } from '../../../../renderer/run/chat-panel.tsx';
import { addWorld } from '../../../../renderer/worlds/world-commands.ts';
import { WorldsPanel } from '../../../../renderer/worlds/worlds-panel.tsx';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { mount } from '../app/mounted.tsx';
import { openShop, shopDocument } from '../run/shop-talk.ts';

// Forms come when they are first shown; here they are there at once.
await loadForms();

function show() {
  const shop = openShop();
  const { editor } = shop.studio;
  const panel = (
    <>
      <WorldsPanel problems={checkScenario(editor.getState().document)} />
      <ChatPanel />
    </>
  );
  mount(shop.studio, panel);
  return { ...shop, editor };
}
const add = async (preset: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: 'Add world' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: preset }));
};
const names = (): readonly (string | null)[] =>
  within(screen.getByRole('table'))
    .getAllByRole('radio')
    .map((radio) => radio.parentElement?.textContent ?? null);

test('worlds are added, renamed, duplicated and deleted, each in one step', async () => {
  const { editor } = show();
  const before = editor.getState().document;
  await add('Happy');
  await add('Down');
  expect(names()).toEqual(['Every world', 'Happy', 'Down']);
  expect(screen.getByRole('button', { name: /^lookUp in Down: no connection/ })).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'What to do with Happy' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }));
  await userEvent.clear(screen.getByRole('textbox', { name: 'New name of Happy' }));
  await userEvent.keyboard('Sunny{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'What to do with Sunny' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Duplicate' }));
  expect(names()).toEqual(['Every world', 'Sunny', 'Down', 'Sunny copy']);

  await userEvent.click(screen.getByRole('button', { name: 'What to do with Down' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  const asked = within(await screen.findByRole('dialog', { name: 'Delete “Down”?' }));
  expect(asked.getByText(/2 examples belong/)).toBeTruthy();
  await userEvent.click(asked.getByRole('button', { name: 'Delete' }));
  expect(names()).toEqual(['Every world', 'Sunny', 'Sunny copy']);
  for (let steps = 0; steps < 5; steps += 1) act(() => editor.undo());
  expect(editor.getState().document).toEqual(before);
});

test('the world is switched in the talk, and the next action is answered there', async () => {
  const shop = show();
  await add('Happy');
  await act(() => shop.open());
  const choice = within(screen.getByRole('group', { name: 'Who answers in this talk' })).getByRole('combobox');
  await userEvent.selectOptions(choice, 'Every world');
  expect(shop.host.calls.at(-1)).toEqual({ method: 'run.setWorld', input: { run: 'run-1', world: null } });
  await userEvent.click(screen.getByRole('radio', { name: 'Happy' }));
  expect(shop.host.calls.at(-1)).toEqual({ method: 'run.setWorld', input: { run: 'run-1', world: 'world-happy' } });
  // The next talk begins in the same world.
  await act(() => shop.open());
  expect(shop.host.calls.findLast(({ method }) => method === 'run.start')?.input).toMatchObject({
    world: 'world-happy',
  });
  // Another scenario has other worlds.
  act(() => shop.editor.replace(shopDocument(), null));
  await act(() => shop.run.reset());
  expect(shop.run.getState().world).toBeNull();
});

test('what just happened becomes a world; before that there is nothing to keep', async () => {
  const shop = show();
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: 'Keep what just happened' });
  expect(keep.disabled).toBe(true);
  await act(() => shop.open());
  await act(() => shop.say('where is my order'));
  await userEvent.click(screen.getByRole('button', { name: 'Keep what just happened' }));
  expect(screen.getByRole('button', { name: /^lookUp in Recorded talk: 200/ })).toBeTruthy();
  const mocks = [...shop.editor.getState().document.tables.mocks.values()];
  expect(mocks.at(-1)).toMatchObject({ world: 'world-recorded-talk', body: { status: 'shipped' }, delay: 84 });
});

test('a cell opens the examples of its action in its world, and a stale one is marked there', async () => {
  const { studio } = openShop();
  const { editor } = studio;
  editor.execute(addWorld(editor.getState().document, 'happy').command);
  const happy = [...editor.getState().document.tables.mocks.values()].find((mock) => mock.world === 'world-happy');
  editor.execute({ kind: 'record.update', table: 'mocks', id: happy?.id ?? '', changes: { body: { other: 1 } } });
  const problems = checkScenario(editor.getState().document);
  mount(
    studio,
    <>
      <WorldsPanel problems={problems} />
      <Inspector problems={problems} />
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: /^lookUp in Happy: 200/ }));
  expect(editor.getState().selection).toEqual(['lookUp']);
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Show' }).value).toBe('world-happy');
  const cards = within(screen.getByRole('list', { name: 'Example answers' })).getAllByRole('listitem');
  expect(cards).toHaveLength(1);
  expect(cards[0]?.textContent).toContain('it has no status');
});
