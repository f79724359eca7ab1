import { expect, test } from 'vitest';
import type { SnapshotStore } from '../../../../../electron/python/run/snapshot-store.ts';
import { createStarter } from '../../../../../electron/python/run/start-interpreter.ts';
import { createFakeInterpreter, type FakeInterpreter } from '../fake-interpreter.ts';

const never = new AbortController().signal;

/** A store in memory, and interpreters that do what `behave` says when they are started. */
function stage(held: string | null, behave: (python: FakeInterpreter, how: string) => void) {
  let kept = held;
  const log: string[] = [];
  const snapshots: SnapshotStore = {
    find: () => Promise.resolve(kept),
    keep: () => Promise.resolve((kept = 'made')),
    discard: () => {
      log.push('discarded');
      kept = null;
      return Promise.resolve();
    },
  };
  const started: FakeInterpreter[] = [];
  const start = createStarter({
    snapshots,
    prelude: {},
    heap: 1,
    open: (snapshot) => {
      const fake = createFakeInterpreter();
      started.push(fake);
      return {
        ...fake,
        post: (message) => {
          if (message.kind !== 'start') return;
          log.push(`${message.how} ${snapshot}`);
          behave(fake, message.how);
        },
      };
    },
  });
  return { start, log, started };
}

const willing = (python: FakeInterpreter, how: string): void =>
  python.say(how === 'make snapshot' ? new Uint8Array([1]) : { kind: 'ready' });

test('the first start makes a snapshot, the next ones use it', async () => {
  const { start, log } = stage(null, willing);
  await start(never);
  await start(never);
  expect(log).toEqual(['make snapshot null', 'snapshot made', 'snapshot made']);
});

test('a snapshot that is refused is discarded, and the start is a cold one; the next makes another', async () => {
  const { start, log } = stage('old', (python, how) =>
    how === 'snapshot' ? python.say({ kind: 'failed', message: 'Bad magic.' }) : willing(python, how),
  );
  await start(never);
  expect(log).toEqual(['snapshot old', 'discarded', 'cold null']);
});

test('without a snapshot every start is a cold one', async () => {
  const { start, log } = stage(null, (python, how) =>
    how === 'cold' ? willing(python, how) : python.end('no memory'),
  );
  await start(never);
  await start(never);
  expect(log).toEqual(['make snapshot null', 'cold null', 'cold null']);
});

test('one that cannot be started says why, and is ended', async () => {
  const { start, started } = stage('old', (python) => python.say({ kind: 'failed', message: 'No room.' }));
  await expect(start(never)).rejects.toThrow('Python could not be started: No room.');
  expect(started.map(({ done }) => done)).toEqual([['killed'], ['killed']]);
});

test('one that says anything else first is ended', async () => {
  const { start } = stage('old', (python) => python.say({ kind: 'done', outcome: '1' }));
  await expect(start(never)).rejects.toThrow('it said something unexpected');
});

test('a start nobody waits for any more is ended', async () => {
  const stop = new AbortController();
  const { start, started } = stage('old', () => stop.abort());
  await expect(start(stop.signal)).rejects.toThrow('it was not needed any more');
  expect(started).toHaveLength(1);
  expect(started[0]?.done).toEqual(['killed']);
});
