import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HostEvent } from '../../../../../shared/bridge/contract/event-contract.ts';
import type { MessageOutput } from '../../../../../shared/engine/output.ts';
import type { TraceEvent } from '../../../../../shared/engine/trace-event.ts';
import { createEventBatch } from '../../../../../electron/host/run/event-batch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const run = 'run-1';
const event = (seq: number): TraceEvent => ({
  v: 1,
  session: run,
  exchange: 1,
  seq,
  at: 0,
  causedBy: null,
  ref: null,
  kind: 'intent.selected',
  intentId: 'hello',
});
const message = (seq: number): MessageOutput => ({
  kind: 'message',
  role: 'message',
  exchange: 1,
  seq,
  intent: null,
  message: null,
  blocks: [],
});
const waited = { name: 'run.waited', payload: { run, waiting: 'user', mode: 'mock' } } as const;

function openBatch() {
  const sent: HostEvent[] = [];
  return { sent, batch: createEventBatch(run, (told) => sent.push(told)) };
}

test('what comes within a frame travels together, traces first, in order', () => {
  const { sent, batch } = openBatch();
  batch.trace([event(1)]);
  batch.reply([message(1)]);
  batch.trace([event(2), event(3)]);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(16);
  expect(sent).toEqual([
    { name: 'run.traced', payload: { run, events: [event(1), event(2), event(3)] } },
    { name: 'run.replied', payload: { run, messages: [message(1)] } },
  ]);
});

test('a second of sixty events a frame is sixty updates and not three thousand', () => {
  const { sent, batch } = openBatch();
  for (let at = 0; at < 1_000; at += 1) {
    batch.trace([event(3 * at), event(3 * at + 1), event(3 * at + 2)]);
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(16);
  expect(sent.length).toBeLessThanOrEqual(64);
  const seqs = sent.flatMap((told) => (told.name === 'run.traced' ? told.payload.events.map(({ seq }) => seq) : []));
  expect(seqs).toEqual(Array.from({ length: 3_000 }, (_, at) => at));
});

test('an event of its own goes at once, behind what was held back', () => {
  const { sent, batch } = openBatch();
  batch.trace([event(1)]);
  batch.send(waited);
  expect(sent.map(({ name }) => name)).toEqual(['run.traced', 'run.waited']);
  vi.advanceTimersByTime(100);
  expect(sent).toHaveLength(2);
});

test('nothing comes after it was closed', () => {
  const { sent, batch } = openBatch();
  batch.trace([event(1)]);
  batch.close();
  vi.advanceTimersByTime(100);
  expect(sent).toEqual([]);
});
