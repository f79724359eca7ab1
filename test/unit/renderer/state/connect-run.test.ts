import { expect, test } from 'vitest';
import { connectRun } from '../../../../renderer/state/connect-run.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { openShop, shopDocument, type Shop } from '../run/shop-talk.ts';

function connected({ calm = false } = {}): Shop & { disconnect: () => void; setCalm: (calm: boolean) => void } {
  const shop = openShop();
  const listeners = new Set<EventListenerOrEventListenerObject>();
  const wishes = {
    matches: calm,
    addEventListener: (_: string, listener: EventListenerOrEventListenerObject) => void listeners.add(listener),
    removeEventListener: (_: string, listener: EventListenerOrEventListenerObject) => void listeners.delete(listener),
  };
  const disconnect = connectRun(shop.studio, {
    print: printScenario,
    scheduler: shop.scheduler,
    calm: wishes,
  });
  return {
    ...shop,
    disconnect,
    setCalm: (next) => {
      wishes.matches = next;
      for (const listener of listeners) if (typeof listener === 'function') listener(new Event('change'));
    },
  };
}

const seqOf = (shop: Shop, kind: string): number =>
  shop.run
    .getState()
    .exchanges.at(-1)
    ?.events.find((event) => event.kind === kind)?.seq ?? 0;

function rename(shop: Shop, name: string): void {
  const renamed = shop.studio.editor.execute({ kind: 'record.update', table: 'scenes', id: 'desk', changes: { name } });
  expect(renamed.ok).toBe(true);
}

test('choosing an event selects its record and brings it into view', async () => {
  const shop = connected();
  await shop.open();
  await shop.say('where is my order');
  const { count } = shop.studio.ui.getState().reveal;
  shop.run.choose(seqOf(shop, 'effect.settled'));
  expect(shop.studio.editor.getState().selection).toEqual(['use-look-up']);
  expect(shop.studio.ui.getState().reveal).toMatchObject({ ids: ['use-look-up'], count: count + 1 });
  // What has no place on the canvas leaves the selection alone.
  shop.run.choose(seqOf(shop, 'utterance.received'));
  expect(shop.studio.editor.getState().selection).toEqual(['use-look-up']);
});

test('selecting a record marks what the exchange did with it, and does not move the canvas', async () => {
  const shop = connected();
  await shop.open();
  await shop.say('where is my order');
  const { count } = shop.studio.ui.getState().reveal;
  shop.studio.editor.select(['tell_status']);
  expect(shop.run.eventAt(shop.run.getState().chosen ?? 0)?.kind).toBe('message.sent');
  expect(shop.studio.ui.getState().reveal.count).toBe(count);
  shop.studio.editor.select(['tell_status', 'greet']);
  shop.studio.editor.select(['vip']);
  expect(shop.run.eventAt(shop.run.getState().chosen ?? 0)?.kind).toBe('candidate.rejected');
});

test('choosing stays where it is: the selection it makes does not choose again', async () => {
  const shop = connected();
  await shop.open();
  await shop.say('where is my order');
  const seq = seqOf(shop, 'effect.requested');
  shop.run.choose(seq);
  expect(shop.run.getState().chosen).toBe(seq);
});

test('the canvas follows the talk, unless that is switched off', async () => {
  const shop = connected();
  await shop.open();
  await shop.say('hello there');
  expect(shop.studio.ui.getState().reveal.ids).toEqual(['greet']);
  shop.studio.ui.setPreferences({ followRun: false });
  await shop.say('where is my order');
  expect(shop.studio.ui.getState().reveal.ids).toEqual(['greet']);
});

test('an edit counts in the talk under way after a pause, once for a burst', async () => {
  const shop = connected();
  await shop.open();
  rename(shop, 'Counter');
  shop.scheduler.pass(200);
  rename(shop, 'Front desk');
  shop.scheduler.pass(200);
  expect(shop.host.calls.some(({ method }) => method === 'run.reload')).toBe(false);
  shop.scheduler.pass(200);
  await shop.settle();
  const reloads = shop.host.calls.filter(({ method }) => method === 'run.reload');
  expect(reloads.map(({ input }) => input)).toEqual([
    { run: 'run-1', text: printScenario(shop.studio.editor.getState().document) },
  ]);
  expect(shop.run.getState().edits).toBe('used');
});

test('who speaks right after an edit talks to what is on screen; until then nothing claims it is used', async () => {
  const shop = connected();
  await shop.open();
  rename(shop, 'Counter');
  expect(shop.run.getState().edits).toBe('waiting');
  const heard = [
    shop.run.say({ kind: 'text', text: 'hello there' }),
    shop.run.say({ kind: 'text', text: 'good morning' }),
  ];
  await Promise.all(heard);
  const told = shop.host.calls.filter(({ method }) => method === 'run.reload' || method === 'run.say').slice(1);
  expect(
    told.map(({ method, input }) => [method, (input as { utterance?: { text: string } }).utterance?.text]),
  ).toEqual([
    ['run.reload', undefined],
    ['run.say', 'hello there'],
    ['run.say', 'good morning'],
  ]);
  expect(shop.run.getState().edits).toBe('used');
  shop.scheduler.pass(1000);
  expect(shop.host.calls.filter(({ method }) => method === 'run.reload')).toHaveLength(1);
});

test('moving something on the canvas is no edit of the talk', async () => {
  const shop = connected();
  await shop.open();
  const moved = shop.studio.editor.execute({ kind: 'canvas.place', places: [{ id: 'greet', x: 5, y: 5 }] });
  expect(moved.ok).toBe(true);
  shop.scheduler.pass(1000);
  expect(shop.run.getState().edits).toBe('none');
});

test('an edit without a talk reloads nothing', () => {
  const shop = connected();
  rename(shop, 'Counter');
  shop.scheduler.pass(1000);
  expect(shop.host.calls).toEqual([]);
});

test('another scenario ends the talk and forgets it; saving and undoing do not', async () => {
  const shop = connected();
  await shop.open();
  rename(shop, 'Counter');
  shop.studio.editor.undo();
  expect(shop.run.getState().run).toBe('run-1');
  shop.studio.editor.replace(shopDocument(), null);
  expect(shop.run.getState()).toMatchObject({ run: null, bubbles: [], exchanges: [] });
  await shop.settle();
  expect(shop.host.calls.at(-1)).toEqual({ method: 'run.stop', input: { run: 'run-1' } });
});

test('a talk is played at the speed of the preferences, and at once for those who want less motion', async () => {
  const shop = connected();
  await shop.open();
  const shownAfterOneFrame = async (): Promise<boolean> => {
    await shop.run.say({ kind: 'text', text: 'hello there' });
    await shop.host.idle();
    shop.scheduler.frame();
    const { playing } = shop.run.getState();
    shop.scheduler.settle();
    return !playing;
  };
  expect(await shownAfterOneFrame()).toBe(false);
  shop.setCalm(true);
  expect(await shownAfterOneFrame()).toBe(true);
  shop.setCalm(false);
  shop.studio.ui.setPreferences({ runSpeed: 0 });
  expect(await shownAfterOneFrame()).toBe(true);
});

test('disconnected, it leaves the window alone', async () => {
  const shop = connected();
  await shop.open();
  shop.disconnect();
  await shop.say('where is my order');
  shop.run.choose(seqOf(shop, 'effect.settled'));
  expect(shop.studio.editor.getState().selection).toEqual([]);
  rename(shop, 'Counter');
  shop.scheduler.pass(1000);
  expect(shop.run.getState().edits).toBe('none');
});
