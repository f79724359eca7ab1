// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ActionsPanel } from '../../../../renderer/run/actions-panel.tsx';
import { connectRun } from '../../../../renderer/state/connect-run.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { aResult } from '../../../builders/play.ts';
import { mount } from '../app/mounted.tsx';
import { createRunHost } from './run-host.ts';
import { openShop, shopDocument } from './shop-talk.ts';
import { givePanelsSize } from './sized.ts';

givePanelsSize();

const rows = (): string[] =>
  screen.getAllByRole('listitem').map((row) => row.querySelector('.call-main')?.textContent?.slice(8) ?? '');

test('before anything was done one sentence says what comes here', () => {
  mount(openShop().studio, <ActionsPanel />);
  expect(screen.getByText(/Every action of the talk is listed here/)).toBeTruthy();
});

test('each call with who answered, how it ended and how long it took, newest first', async () => {
  const live = aResult({
    origin: 'live',
    failure: 'badStatus',
    detail: 'The service answered with status 503.',
    status: 503,
    duration: 1250,
    attempts: 3,
    request: { method: 'GET', url: 'https://shop.example/orders', headers: { accept: 'application/json' }, body: '' },
    response: { status: 503, headers: { 'retry-after': '9' }, body: '{"error":"<b>busy</b>"}', bytes: 23 },
  });
  const shop = openShop(
    shopDocument(),
    createRunHost({ answer: (_, mode) => (mode === 'live' ? Promise.resolve(live) : null) }),
  );
  mount(shop.studio, <ActionsPanel />);
  const stop = connectRun(shop.studio, { print: printScenario, scheduler: shop.scheduler });
  const user = userEvent.setup();
  await act(() => shop.open());
  await act(() => shop.say('where is my order'));
  await act(() => shop.say('i want my money back'));
  await act(() => shop.say('no'));
  await act(() => shop.run.setMode('live'));
  await act(() => shop.say('where is my order'));
  expect(rows()).toEqual([
    'lookUpfailed 503: The service answered with status 503.1.3 s3 attempts',
    'payBackdid not run: "payBack" was declined.',
    'lookUpanswered 20084 ms',
  ]);
  const badges = screen.getAllByRole('listitem').map((row) => row.querySelector('.origin-badge')?.textContent);
  expect(badges).toEqual(['live', undefined, 'mocked']);

  await user.click(screen.getAllByRole('button', { name: 'Details of lookUp' })[0] ?? document.body);
  const [detail] = screen.getAllByRole('listitem');
  const parts = within(detail ?? document.body);
  expect(parts.getByRole('region', { name: 'Request' }).textContent).toContain('GET https://shop.example/orders');
  expect(parts.getByRole('region', { name: 'Response' }).textContent).toContain('"error": "<b>busy</b>"');
  expect(detail?.querySelector('b b, pre b')).toBeNull();

  await user.click(parts.getByText('lookUp'));
  expect(shop.studio.editor.getState().selection).toEqual(['use-look-up']);
  await user.type(screen.getByRole('searchbox'), 'pay');
  expect(rows()).toHaveLength(1);
  stop();
});
