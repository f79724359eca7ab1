// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ActionLibrary } from '../../../../renderer/actions/action-library.tsx';
import { rememberTry } from '../../../../renderer/actions/last-tries.ts';
import { bundleOfActions } from '../../../../shared/exchange/bundle/bundle-of-actions.ts';
import { printBundle } from '../../../../shared/exchange/bundle/export-bundle.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from '../app/mounted.tsx';
import { givePanelsSize } from '../run/sized.ts';

givePanelsSize();

const shop = (): Document =>
  aScenario('Shop')
    .withApiAction('getOrder', { request: { path: '/orders/$id' } })
    .withAction('python', 'workOut', { code: 'def execute_action(context):\n    return {}' })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('where', { actions: ['getOrder'] })
    .app('tell', { actions: ['getOrder'] })
    .build();

function library(document = shop()) {
  const studio = aStudio(document);
  mount(studio, <ActionLibrary />);
  const actions = () => studio.editor.getState().document.tables.actions;
  const row = (name: string): HTMLElement =>
    screen.getAllByRole('listitem').find((one) => one.textContent?.startsWith(name)) ?? noRow(name);
  return { studio, actions, row };
}
const noRow = (name: string): never => {
  throw new Error(`no row "${name}"`);
};

test('every action is listed with what it does, its kind, its uses and how it last ended; a search narrows', async () => {
  const { studio, row } = library();
  expect(row('getOrder').textContent).toContain('GET /orders/$id');
  expect(row('getOrder').textContent).toContain('2 uses');
  expect(row('workOut').textContent).toContain('not used');
  expect(row('workOut').textContent).toContain('not run yet');
  const python = studio.editor.getState().document.tables.actions.get('workOut');
  if (python === undefined) throw new Error('it is there');
  const result = { outcome: 'failed', origin: 'live', detail: 'ValueError: no', status: null, duration: 5 } as const;
  const rest = { outputs: {}, failure: 'codeFailed', attempts: 1, request: null, response: null } as const;
  rememberTry(studio.editor, python, { ...result, ...rest });
  expect(await screen.findByText('ValueError: no')).toBeTruthy();
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find an action' }), 'python');
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

test('switch, rename, duplicate and undo', async () => {
  const { studio, actions, row } = library();
  await userEvent.click(screen.getByRole('switch', { name: 'getOrder is on' }));
  expect(actions().get('getOrder')?.enabled).toBe(false);
  row('getOrder').querySelector<HTMLElement>('.library-open')?.focus();
  await userEvent.keyboard('{F2}');
  await userEvent.keyboard('findOrder{Enter}');
  expect(actions().get('getOrder')?.name).toBe('findOrder');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'Duplicate workOut' }));
  expect([...actions().values()].map(({ name }) => name)).toContain('workOutCopy');
  studio.editor.undo();
  studio.editor.undo();
  expect([...actions().values()].map(({ name }) => name).toSorted()).toEqual(['getOrder', 'workOut']);
});

test('what nothing uses is deleted at once; what is used only after its uses were seen', async () => {
  const { actions } = library();
  await userEvent.click(screen.getByRole('button', { name: 'Delete workOut' }));
  expect(actions().has('workOut')).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: 'Delete getOrder' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete “getOrder”?' }));
  expect(dialog.getByText(/2 places use it/)).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Keep it' }));
  expect(actions().has('getOrder')).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Delete getOrder' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  expect(actions().has('getOrder')).toBe(false);
});

test('text of actions that is pasted comes in, and says what it had to be called', () => {
  const { studio, actions, row } = library();
  const text = printBundle(bundleOfActions(shop(), ['getOrder'], 'hash'));
  const clipboardData = { getData: () => text };
  fireEvent.paste(row('getOrder'), { clipboardData });
  expect([...actions().values()].map(({ name }) => name)).toContain('getOrder2');
  expect(studio.ui.getState().notices.at(-1)?.text).toContain('it came in as “getOrder2”');
  fireEvent.paste(row('getOrder'), { clipboardData: { getData: () => 'curl https://example.com' } });
  expect(studio.ui.getState().notices.at(-1)?.tone).toBe('bad');
});

test('an empty library says what actions are for, and makes one', async () => {
  const { actions } = library(aScenario().build());
  await userEvent.click(screen.getByRole('button', { name: 'New API call' }));
  expect([...actions().values()]).toMatchObject([{ kind: 'api' }]);
});
