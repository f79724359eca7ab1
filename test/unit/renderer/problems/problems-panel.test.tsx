// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ProblemsPanel } from '../../../../renderer/problems/problems-panel.tsx';
import type { Studio } from '../../../../renderer/state/studio.ts';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from '../app/mounted.tsx';

const document = aScenario('Shop')
  .withApiAction('getOrder', { request: { baseUrl: 'https://example.com', path: '/$orderId' }, mocks: [{}] })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', { samples: ['where'], actions: [{ id: 'look-up', action: 'getOrder' }] })
  .app('tell', { text: '' })
  .build();

function shown(): Studio {
  const studio = aStudio(document);
  mount(studio, <ProblemsPanel problems={checkScenario(document)} />);
  return studio;
}

test('a press goes to the place: selected, in view, and open in the inspector', async () => {
  const studio = shown();
  studio.ui.showRight('talk');
  await userEvent.click(screen.getByRole('option', { name: /getOrder needs “orderId”/ }));
  expect(studio.editor.getState().selection).toEqual(['look-up']);
  expect(studio.ui.getState()).toMatchObject({ rightTab: 'inspector', reveal: { ids: ['look-up'] } });
});

test('a message is opened by itself, and its intent is brought into view', async () => {
  const studio = shown();
  await userEvent.click(screen.getByRole('option', { name: /has a message without text/ }));
  expect(studio.editor.getState().selection).toEqual(['tell-message']);
  expect(studio.ui.getState().reveal.ids).toEqual(['tell']);
});

test('arrows walk the list and Enter goes; each row says how bad it is and where', async () => {
  const studio = shown();
  const list = screen.getByRole('listbox', { name: 'Problems' });
  const rows = screen.getAllByRole('option');
  expect(rows.length).toBeGreaterThan(1);
  list.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(list.getAttribute('aria-activedescendant')).toBe(rows[1]?.id);
  await userEvent.keyboard('{End}{Home}{Enter}');
  expect(studio.editor.getState().selection).toHaveLength(1);
  expect(rows[0]?.textContent).toContain('orders › status › ask');
  expect(rows[0]?.querySelector('[aria-label="Error"]')).toBeTruthy();
});

test('nothing wrong is said, too', () => {
  mount(aStudio(document), <ProblemsPanel problems={[]} />);
  expect(screen.getByText(/No problems/)).toBeTruthy();
});

test('many are counted, and narrowed by what they say and where they are', async () => {
  const shop = aScenario('Shop').withConversation('orders').withScene('status');
  for (let turn = 0; turn < 6; turn += 1) shop.withTurn(`turn ${turn}`).app(`tell-${turn}`, { text: '{nowhere.x}' });
  const broken = shop.build();
  mount(aStudio(broken), <ProblemsPanel problems={checkScenario(broken)} />);
  const all = screen.getAllByRole('option').length;
  expect(screen.getByRole('status').textContent).toContain('6 errors');
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find a problem' }), 'TURN 3');
  expect(screen.getAllByRole('option').length).toBeLessThan(all);
  for (const row of screen.getAllByRole('option')) expect(row.textContent).toContain('turn 3');
  await userEvent.type(screen.getByRole('searchbox'), ' not there');
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(screen.getByRole('status').textContent).toBe('Nothing found');
});
