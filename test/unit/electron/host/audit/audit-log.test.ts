import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  auditEntrySchema,
  auditFilterSchema,
  type AuditFilter,
} from '../../../../../shared/bridge/contract/audit-contract.ts';
import type { ActionRun, EffectResult } from '../../../../../shared/engine/effect.ts';
import { MASK } from '../../../../../shared/engine/mask.ts';
import { createAuditFiles } from '../../../../../electron/host/audit/audit-files.ts';
import { createAuditLog, type AuditChange, type AuditDraft } from '../../../../../electron/host/audit/audit-log.ts';
import { csvLine } from '../../../../../shared/base/print-csv.ts';
import { describeExecution } from '../../../../../electron/host/audit/describe-execution.ts';
import { printAudit } from '../../../../../electron/host/audit/print-audit.ts';
import { failedResult } from '../../../../../electron/host/effects/failed-result.ts';
import { makeFolder } from '../../../../builders/a-host.ts';
import { effectOf, settingOf } from '../effects/performing.ts';

const draft = (changes: Partial<AuditDraft> = {}): AuditDraft => ({
  at: 1_700_000_000_000,
  askedBy: 'talk',
  conversation: 'run-1',
  scenario: 'Shop',
  action: 'findOrder',
  actionId: 'find-order',
  kind: 'api',
  arguments: { orderId: 'A-1' },
  outputs: { status: 'shipped' },
  outcome: 'succeeded',
  failure: null,
  detail: '',
  origin: 'live',
  status: 200,
  duration: 12,
  attempts: 1,
  cached: false,
  request: 'GET https://shop.example/orders/A-1',
  world: null,
  environment: null,
  ...changes,
});
const filter = (changes: Partial<AuditFilter> = {}): AuditFilter => ({ ...auditFilterSchema.parse({}), ...changes });
const firstPage = { before: null, limit: 100 };

function aLog(cap?: number) {
  const folder = makeFolder();
  onTestFinished(folder.remove);
  const faults: unknown[] = [];
  const place = join(folder.path, 'audit');
  return { place, faults, open: () => createAuditLog(createAuditFiles(place, cap), (fault) => faults.push(fault)) };
}

describe('the log', () => {
  test('gives what was added, newest first, also after the next start, to its person alone', async () => {
    const { place, open } = aLog();
    const log = open();
    for (const action of ['a', 'b', 'c']) log.add(draft({ action }));
    const { entries, total, actions } = await log.list(filter(), firstPage);
    expect([entries.map(({ id, action }) => [id, action]), total, actions]).toEqual([
      [
        [3, 'c'],
        [2, 'b'],
        [1, 'a'],
      ],
      3,
      ['a', 'b', 'c'],
    ]);
    expect(statSync(join(place, 'audit.jsonl')).mode & 0o777).toBe(0o600);
    const next = open();
    next.add(draft({ action: 'd' }));
    expect((await next.all(filter())).map(({ id, action }) => `${id} ${action}`)).toEqual(['1 a', '2 b', '3 c', '4 d']);
    for (const entry of await next.all(filter())) expect(auditEntrySchema.parse(entry)).toEqual(entry);
  });

  test('is read page by page, whatever is added meanwhile', async () => {
    const log = aLog().open();
    for (let at = 1; at <= 7; at += 1) log.add(draft());
    const first = await log.list(filter(), { before: null, limit: 3 });
    log.add(draft());
    const second = await log.list(filter(), { before: first.entries.at(-1)?.id ?? 0, limit: 3 });
    expect([first, second].map(({ entries }) => entries.map(({ id }) => id))).toEqual([
      [7, 6, 5],
      [4, 3, 2],
    ]);
    expect(second.total).toBe(8);
  });

  test.each([
    [{ text: 'SHIPPED' }, [1]],
    [{ text: 'say "hi"' }, [2]],
    [{ text: 'timedOut' }, [3]],
    [{ action: 'findOrder' }, [1, 2]],
    [{ action: 'refund' }, [3]],
    [{ action: 'refund-id' }, [3]],
    [{ outcome: 'failed' }, [3]],
    [{ from: 200 }, [2, 3]],
    [{ from: 200, to: 200 }, [2]],
    [{ to: 99 }, []],
  ] as const)('finds what fits %j', async (wish, ids) => {
    const log = aLog().open();
    log.add(draft({ at: 100 }));
    log.add(draft({ at: 200, outputs: { status: 'say "hi"' } }));
    log.add(
      draft({ at: 300, outputs: {}, action: 'refund', actionId: 'refund-id', outcome: 'failed', failure: 'timedOut' }),
    );
    expect((await log.all(filter(wish))).map(({ id }) => id)).toEqual(ids);
  });

  test('never takes more than two files of its size, and keeps the newest', async () => {
    const { place, open } = aLog(4_000);
    const log = open();
    for (let at = 0; at < 100; at += 1) log.add(draft({ at }));
    await log.settled();
    const sizes = readdirSync(place).map((name) => statSync(join(place, name)).size);
    expect(sizes).toHaveLength(2);
    for (const size of sizes) expect(size).toBeLessThanOrEqual(4_000);
    const kept = await log.all(filter());
    expect(kept.at(-1)?.id).toBe(100);
    expect(kept.map(({ id }) => id)).toEqual(kept.map((_entry, at) => 101 - kept.length + at));
    expect((await open().all(filter())).map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
  });

  test('tells of what is added and cleared, and clearing leaves no byte', async () => {
    const { place, open } = aLog();
    const log = open();
    const told: AuditChange[] = [];
    const stop = log.onChange((change) => told.push(change));
    log.add(draft());
    await log.clear();
    stop();
    log.add(draft());
    await log.settled();
    expect(told.map(({ kind }) => kind)).toEqual(['added', 'cleared']);
    await log.clear();
    expect(readdirSync(place)).toEqual([]);
    expect(await log.list(filter(), firstPage)).toEqual({ entries: [], total: 0, actions: [] });
  });

  test('reads on where a crash or a stranger left half a line', async () => {
    const { place, open } = aLog();
    const log = open();
    log.add(draft());
    await log.settled();
    appendFileSync(join(place, 'audit.jsonl'), '{"id":2,"at":\n[]\n{"id":"x"}\n');
    const next = open();
    next.add(draft());
    expect((await next.all(filter())).map(({ id }) => id)).toEqual([1, 2]);
  });

  test('that cannot be written says so to us, and holds nobody up', async () => {
    const { place, faults, open } = aLog();
    writeFileSync(place, 'in the way');
    const log = open();
    log.add(draft());
    await log.settled();
    expect(faults).not.toEqual([]);
  });
});

describe('an entry', () => {
  const effect: ActionRun = { ...effectOf(null, { card: '4111222233334444', note: 'x'.repeat(5_000) }), id: 'run.7' };
  const setting = {
    ...settingOf({
      inputs: [{ name: 'card', sensitive: true }, { name: 'note' }],
      outputs: [{ name: 'pin', sensitive: true }, { name: 'status' }],
      talk: { session: 'session-9', utterance: '', lines: [], language: '' },
    }),
    scenario: 'Shop',
  };
  const asked = { at: 5, askedBy: 'testPanel', conversation: null, world: 'happy', environment: 'local' } as const;
  const result: EffectResult = {
    ...failedResult('badStatus', 'no'),
    outputs: { pin: '7731', status: 'shipped' },
    request: { method: 'GET', url: 'https://x/', headers: { a: 'b' }, body: 'secret?' },
  };

  test('masks what is sensitive, cuts what is long, and names who asked', () => {
    const entry = describeExecution(asked, effect, setting, result);
    expect(entry).toMatchObject({
      ...asked,
      conversation: 'session-9',
      scenario: 'Shop',
      action: 'findOrder',
      actionId: 'find-order',
      arguments: { card: MASK, note: `${'x'.repeat(2_000)}…` },
      outputs: { pin: MASK, status: 'shipped' },
      failure: 'badStatus',
      request: 'GET https://x/',
    });
    expect(JSON.stringify(entry)).not.toMatch(/4111|7731|secret/);
  });

  test('of an action that is not there has its id', () => {
    expect(describeExecution(asked, effect, null, failedResult('unknownAction', 'gone'))).toMatchObject({
      action: 'find-order',
      kind: '',
      conversation: null,
    });
  });
});

describe('a table for a spreadsheet', () => {
  const signs = [
    '=',
    '+',
    '-',
    '@',
    '|',
    '%',
    '\t=',
    '\r=',
    ' =',
    '\n+',
    '\u00a0=',
    '\u200b=',
    '\ufeff@',
    '＝',
    '＋',
    '－',
    '＠',
  ];
  const formulas = [
    ...signs.flatMap((sign) => [`${sign}1+1`, `${sign}cmd|' /C calc'!A0`, `${sign}HYPERLINK("http://x","y")`]),
    ...Array.from({ length: 100 }, (_, at) => `${'=+-@'[at % 4]}SUM(A${at}:B${at})*${at}`),
  ];

  test('has no cell that begins as a formula does (T45)', () => {
    expect(formulas.length).toBeGreaterThanOrEqual(105);
    for (const formula of formulas) {
      const [cell = ''] = parseCsv(csvLine([formula]))[0] ?? [];
      expect([formula, cell]).toEqual([formula, `'${formula}`]);
    }
  });

  test('gives every text back as it was', () => {
    const texts = ['plain', 'a,b', 'say "hi"', 'two\nlines', ' padded ', '', '1e5', 'ünï', 'a;b'];
    expect(parseCsv(csvLine(texts))).toEqual([texts]);
    expect(csvLine([-5, 1.5, 'x'])).toBe('-5,1.5,x\r\n');
  });

  test('tells an entry in columns, and as one line of JSON', () => {
    const entry = { id: 1, ...draft({ detail: '=cmd()', arguments: { note: '=1+1' } }) };
    const [titles = [], cells = []] = parseCsv(printAudit([entry], 'csv').replace(/^\uFEFF/, ''));
    const read = Object.fromEntries(titles.map((title, at) => [title, cells[at]]));
    expect(read).toMatchObject({
      time: '2023-11-14T22:13:20.000Z',
      action: 'findOrder',
      detail: "'=cmd()",
      status: '200',
      arguments: '{"note":"=1+1"}',
    });
    expect(JSON.parse(printAudit([entry], 'jsonl'))).toEqual(entry);
    expect(printAudit([], 'jsonl')).toBe('');
  });
});

/** As a spreadsheet reads it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}

test('the file is JSON lines that anybody can read', async () => {
  const { place, open } = aLog();
  const log = open();
  log.add(draft());
  await log.settled();
  const lines = readFileSync(join(place, 'audit.jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ id: 1, ...draft() }]);
});
