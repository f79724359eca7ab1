import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../../../../electron/host/files/file-operations.ts';
import { createJournals, type Journals } from '../../../../../electron/host/files/journal.ts';
import { printDiff } from '../../../../../shared/persistence/journal-format.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { createFailingFiles } from './failing-files.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const document = (description: number) => aScenario('Orders', { description: String(description) }).build();
const text = (description: number): string => printScenario(document(description));
const edit = (to: number): string => {
  const [before, after] = [document(to - 1).scenario, document(to).scenario];
  return printDiff([{ table: 'scenario', id: after.id, before, after }]);
};

/** What a new start finds under the key; an empty text for nothing. */
async function found(folder: string): Promise<string> {
  const [journal] = await createJournals(nodeFiles, folder, 99).read('key');
  return journal === undefined || journal === 'unreadable' ? '' : journal.text;
}

test('edits are on disk when the call settles, a line each, readable without us', async () => {
  const folder = makeTemporaryFolder();
  const journals = createJournals(nodeFiles, folder, 7);
  expect(await journals.append('key', '/orders.json', text(0), [edit(1)])).toEqual({ ok: true, value: 1 });
  expect(await journals.append('key', '/orders.json', null, [edit(2), edit(3)])).toEqual({ ok: true, value: 3 });
  const [header, base, ...lines] = readFileSync(join(folder, 'key.journal'), 'utf8').split('\n');
  expect(JSON.parse(header ?? '')).toEqual({
    format: 'parley.journal',
    version: 1,
    path: '/orders.json',
    session: 7,
    opened: 1,
  });
  expect(JSON.parse(base ?? '')).toEqual({ base: text(0) });
  expect(lines.filter(Boolean).map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([1, 2, 3]);
  expect(await found(folder)).toBe(text(3));
});

test('calls that do not wait for each other are written in the order they were made', async () => {
  const folder = makeTemporaryFolder();
  const journals = createJournals(nodeFiles, folder, 1);
  const calls = [journals.append('key', null, text(0), [])];
  for (let to = 1; to <= 20; to += 1) calls.push(journals.append('key', null, null, [edit(to)]));
  expect((await Promise.all(calls)).map(unwrap)).toEqual(Array.from({ length: 21 }, (_, count) => count));
  expect(await found(folder)).toBe(text(20));
});

test.each(['ENOSPC', 'EIO'])(
  '%s at every operation in turn: what was taken is found, and what is refused can be sent again with its base',
  async (code) => {
    let failures = 0;
    for (let failAt = 1; failAt < 200; failAt += 1) {
      const folder = makeTemporaryFolder();
      const { files, asked } = createFailingFiles(failAt, code);
      const taken = await workThrough(createJournals(files, folder, 1));
      if (asked.length < failAt) break;
      failures += 1;
      const after = Number((/"description": "(\d+)"/.exec(await found(folder)) ?? [])[1] ?? -1);
      // What the journal said it has is there. A line it could not vouch for may be there too.
      expect(after, `${code} at ${asked[failAt - 1]}`).toBeGreaterThanOrEqual(taken);
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
    expect(failures).toBeGreaterThan(15);
  },
);

/** Six edits, as the page sends them: after a failure it starts anew with all it has. Gives the last one taken. */
async function workThrough(journals: Journals): Promise<number> {
  let [taken, needsBase] = [-1, true];
  for (let to = 1; to <= 6; to += 1) {
    const reply = await (
      needsBase ? journals.append('key', null, text(to), []) : journals.append('key', null, null, [edit(to)])
    ).catch(() => ({ ok: false }) as const);
    needsBase = !reply.ok;
    if (reply.ok) taken = to;
  }
  return taken;
}

test('a journal that is removed is gone, with what was left beside it', async () => {
  const folder = makeTemporaryFolder();
  unwrap(await createJournals(nodeFiles, folder, 1).append('key', null, text(0), [edit(1)]));
  const journals = createJournals(nodeFiles, folder, 2);
  unwrap(await journals.append('key', null, text(5), []));
  expect(readdirSync(folder).toSorted()).toEqual(['key.earlier', 'key.journal']);
  await journals.remove('key');
  expect(readdirSync(folder)).toEqual([]);
  expect(await journals.append('key', null, null, [edit(1)])).toMatchObject({ failure: { code: 'bridge.refused' } });
});

test('a key holds no path: two files never share a journal, and nobody can aim it elsewhere', () => {
  const { keyOf, newKey } = createJournals(nodeFiles, makeTemporaryFolder(), 1);
  expect(keyOf('/a/../../etc/passwd')).toMatch(/^[0-9a-f]{32}$/);
  expect(keyOf('/a')).not.toBe(keyOf('/b'));
  expect(newKey()).toMatch(/^unsaved-[0-9a-f]{16}$/);
  expect(newKey()).not.toBe(newKey());
});
