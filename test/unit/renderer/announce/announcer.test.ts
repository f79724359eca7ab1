import { expect, test } from 'vitest';
import { createAnnouncer } from '../../../../renderer/announce/announcer.ts';

/** A clock that goes when it is told to. */
function theAnnouncer() {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const announcer = createAnnouncer((milliseconds, run) => void timers.push({ at: now + milliseconds, run }));
  const heard: string[] = [];
  announcer.subscribe(({ polite }, before) => {
    if (polite !== before.polite) heard.push(polite.text);
  });
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
  };
  return { ...announcer, heard, pass };
}

test('what follows closely is one sentence after the other, and nothing is said twice', () => {
  const { announce, heard, pass } = theAnnouncer();
  announce('Added intent');
  announce('first of 2');
  announce('Added intent');
  expect(heard).toEqual([]);
  pass(200);
  expect(heard).toEqual(['first of 2. Added intent.']);
});

test('of one topic only the newest is heard', () => {
  const { announce, heard, pass } = theAnnouncer();
  announce('1 of 9', { topic: 'walk' });
  announce('Saved');
  announce('2 of 9', { topic: 'walk' });
  pass(200);
  expect(heard).toEqual(['Saved. 2 of 9.']);
});

test('a fast run does not flood: each sentence has its time, the oldest of many are counted', () => {
  const { announce, heard, pass } = theAnnouncer();
  announce('Heard hello');
  pass(200);
  for (let step = 1; step <= 40; step += 1) announce(`Step ${step}`);
  pass(200);
  expect(heard).toEqual(['Heard hello.']);
  pass(800);
  expect(heard.at(-1)).toBe('35 more. Step 36. Step 37. Step 38. Step 39. Step 40.');
});

test('what is urgent does not wait, and the same words count as new', () => {
  const { announce, getState } = theAnnouncer();
  announce('getOrder failed', { urgent: true });
  announce('getOrder failed', { urgent: true });
  expect(getState().urgent).toEqual({ text: 'getOrder failed.', count: 2 });
  announce('   ', { urgent: true });
  expect(getState().urgent.count).toBe(2);
});
