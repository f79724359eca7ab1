import { expect, test } from 'vitest';
import { deskOf } from '../../../../renderer/desk/desk-store.ts';
import { bubbleWords, openShop } from '../run/shop-talk.ts';
import type { BridgeDeskTalk } from '../../../../shared/bridge/contract/desk-contract.ts';

const talk: BridgeDeskTalk = { session: 'run-1', since: 0, note: 'help', returnText: 'Back.', lines: [] };

test('a talk at the desk is seen in the chat, between what the engine did before and after', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('hello there');
  const { host, run } = shop;
  host.emit({ name: 'desk.given', payload: { talk, text: 'One moment.' } });
  await run.say({ kind: 'text', text: 'my lamp is broken' });
  expect(run.getState()).toMatchObject({ isAtDesk: true, unheard: ['my lamp is broken'] });
  host.emit({ name: 'desk.said', payload: { run: 'run-1', line: { speaker: 'USER', text: 'my lamp is broken' } } });
  host.emit({ name: 'desk.said', payload: { run: 'run-1', line: { speaker: 'AGENT', text: 'Which one?' } } });
  host.emit({ name: 'desk.said', payload: { run: 'run-9', line: { speaker: 'AGENT', text: 'another talk' } } });
  const words = run.getState().bubbles.map(bubbleWords);
  expect(words.slice(words.indexOf('— handed'))).toEqual([
    '— handed',
    'app: One moment.',
    'me: my lamp is broken',
    'agent: Which one?',
  ]);
  expect(run.getState().unheard).toEqual([]);
  host.emit({ name: 'desk.returned', payload: { run: 'run-1', text: 'Back.' } });
  expect(run.getState().isAtDesk).toBe(false);
  expect(run.getState().bubbles.slice(-2).map(bubbleWords)).toEqual(['— returned', 'app: Back.']);
  const seqs = run.getState().bubbles.map(({ seq }) => seq);
  expect(new Set(seqs).size).toBe(seqs.length);
});

test('coming back is said by nobody, and not hearing it is no miss', async () => {
  const shop = openShop();
  await shop.open();
  const before = shop.run.getState().bubbles.length;
  await shop.run.say({ kind: 'callback', callback: 'handover.returned', value: '', text: '' }, false);
  await shop.settle();
  const after = shop.run.getState().bubbles.slice(before).map(bubbleWords);
  expect(after.join()).not.toContain('handover.returned');
  expect(after).not.toContain('— missed');
});

test('the desk knows who waits, and what was said, until the talk leaves', () => {
  const { host } = openShop();
  const desk = deskOf(host);
  host.emit({ name: 'desk.given', payload: { talk, text: '' } });
  host.emit({ name: 'desk.given', payload: { talk: { ...talk, session: 'run-2' }, text: '' } });
  host.emit({ name: 'desk.said', payload: { run: 'run-1', line: { speaker: 'AGENT', text: 'Hello' } } });
  expect(desk.getState().talks.map(({ session, lines }) => [session, lines.length])).toEqual([
    ['run-1', 1],
    ['run-2', 0],
  ]);
  host.emit({ name: 'desk.left', payload: { run: 'run-1' } });
  host.emit({ name: 'desk.returned', payload: { run: 'run-2', text: '' } });
  expect(desk.getState().talks).toEqual([]);
  expect(deskOf(host)).toBe(desk);
});
