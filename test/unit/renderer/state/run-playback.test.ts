import { expect, test } from 'vitest';
import { createPlayback, type Playback } from '../../../../renderer/state/run-playback.ts';
import type { TraceEvent } from '../../../../shared/engine/trace-event.ts';
import { createManualScheduler, type ManualScheduler } from '../run/manual-scheduler.ts';
import { createTraceMaker, heard, matched, searched, sent } from '../run/trace-event.ts';

function started(): { playback: Playback; scheduler: ManualScheduler; shown: number[][]; more: boolean[] } {
  const scheduler = createManualScheduler();
  const shown: number[][] = [];
  const more: boolean[] = [];
  const playback = createPlayback(scheduler, (events, isMore) => {
    shown.push(events.map(({ seq }) => seq));
    more.push(isMore);
  });
  return { playback, scheduler, shown, more };
}

const exchange = (make = createTraceMaker()): TraceEvent[] => [
  make(heard('hello')),
  make(searched('a')),
  make(matched('a')),
  make(sent('hi')),
];

test('at once: all that arrives before a frame is shown in that frame, in one batch', () => {
  const { playback, scheduler, shown, more } = started();
  playback.setSpeed(0);
  const events = exchange();
  for (const event of events) playback.add([event]);
  expect(shown).toEqual([]);
  scheduler.frame();
  expect(shown).toEqual([[1, 2, 3, 4]]);
  expect(more).toEqual([false]);
  expect(scheduler.isIdle()).toBe(true);
});

test('natural speed: what was heard at once, the rest one after the other, in order', () => {
  const { playback, scheduler, shown, more } = started();
  playback.add(exchange());
  scheduler.frame();
  expect(shown).toEqual([[1]]);
  scheduler.settle();
  expect(shown.flat()).toEqual([1, 2, 3, 4]);
  expect(shown.length).toBeGreaterThan(2);
  expect(more.at(-1)).toBe(false);
  expect(more.slice(0, -1)).not.toContain(false);
});

test('a frame that comes late skips no step', () => {
  const { playback, scheduler, shown } = started();
  playback.add(exchange());
  while (shown.flat().length < 4) scheduler.frame(600);
  expect(shown.filter((step) => step.includes(3) && step.includes(4))).toEqual([]);
});

test('twice the speed takes half the time', () => {
  const timeAt = (speed: number): number => {
    const { playback, scheduler, shown } = started();
    playback.setSpeed(speed);
    playback.add(exchange());
    let frames = 0;
    while (shown.flat().length < 4) {
      scheduler.frame(4);
      frames += 1;
    }
    return frames;
  };
  expect(timeAt(2) / timeAt(1)).toBeCloseTo(0.5, 1);
});

test('a long exchange takes no longer than people wait', () => {
  const { playback, scheduler, shown } = started();
  const make = createTraceMaker();
  playback.add(Array.from({ length: 5000 }, () => make(matched('a'))));
  let milliseconds = 0;
  while (shown.flat().length < 5000 && milliseconds < 10_000) {
    scheduler.frame(16);
    milliseconds += 16;
  }
  expect(milliseconds).toBeLessThan(1700);
  expect(shown.length).toBeLessThan(120);
});

test('what waits can be shown at once, and nothing is shown twice', () => {
  const { playback, scheduler, shown } = started();
  playback.add(exchange());
  scheduler.frame();
  playback.finish();
  expect(shown).toEqual([[1], [2, 3, 4]]);
  scheduler.settle();
  playback.finish();
  expect(shown.flat()).toEqual([1, 2, 3, 4]);
});

test('what was cleared never shows', () => {
  const { playback, scheduler, shown } = started();
  const make = createTraceMaker();
  playback.add(exchange(make));
  playback.clear();
  scheduler.settle();
  expect(shown).toEqual([]);
  playback.setSpeed(0);
  playback.add([make(heard('again'))]);
  scheduler.frame();
  expect(shown).toEqual([[5]]);
});
