import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { querySqlite } from '../../../../../../electron/host/actions/database/query-sqlite.ts';
import type { StartEngine } from '../../../../../../electron/host/host-ports.ts';

const query = { path: 'x', sql: 'SELECT 1', parameters: {}, readOnly: true, rowLimit: 1 };
const answer = { ok: true, result: { rows: [], more: false, written: null } } as const;

/** Processes made of nothing, and what became of each. */
function processes() {
  const started: { asked: number; stopped: boolean; answer: () => void; exit: () => void }[] = [];
  const start: StartEngine = () => {
    let hear: (message: unknown) => void = () => undefined;
    let exited: () => void = () => undefined;
    const process = { asked: 0, stopped: false, answer: () => hear(answer), exit: () => exited() };
    started.push(process);
    return {
      post: () => void (process.asked += 1),
      onMessage: (listener) => void (hear = listener),
      onExit: (listener) => void (exited = listener),
      stop: () => void (process.stopped = true),
    };
  };
  return { start, started };
}
const never = new AbortController().signal;

describe('a process for queries', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is used again while it is warm, and then let go', async () => {
    const { start, started } = processes();
    for (let at = 0; at < 3; at += 1) {
      const asked = querySqlite(start, query, never);
      started[0]?.answer();
      expect(await asked).toBe(answer);
    }
    expect(started).toMatchObject([{ asked: 3, stopped: false }]);
    vi.advanceTimersByTime(10_001);
    expect(started[0]?.stopped).toBe(true);
    void querySqlite(start, query, never);
    expect(started).toHaveLength(2);
  });

  test('takes one query at a time, and only one rests', async () => {
    const { start, started } = processes();
    const both = [querySqlite(start, query, never), querySqlite(start, query, never)];
    expect(started).toHaveLength(2);
    started.forEach((process) => process.answer());
    await Promise.all(both);
    expect(started.map(({ stopped }) => stopped)).toEqual([false, true]);
  });

  test('is ended with a query that nobody waits for', async () => {
    const { start, started } = processes();
    const stop = new AbortController();
    const asked = querySqlite(start, query, stop.signal);
    stop.abort();
    expect(await asked).toBe('ended');
    expect(started[0]?.stopped).toBe(true);
    started[0]?.answer();
    expect(await querySqlite(start, query, stop.signal)).toBe('ended');
    expect(started).toHaveLength(1);
  });

  test('that ended by itself is noticed, at work and at rest', async () => {
    const { start, started } = processes();
    const lost = querySqlite(start, query, never);
    started[0]?.exit();
    expect(await lost).toBe('ended');
    const fine = querySqlite(start, query, never);
    started[1]?.answer();
    await fine;
    started[1]?.exit();
    void querySqlite(start, query, never);
    expect(started).toHaveLength(3);
  });
});
