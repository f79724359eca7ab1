import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  pythonLimits,
  type PythonOutcome,
  type PythonPort,
  type PythonRun,
} from '../../../../electron/python/python-port.ts';
import { action, openTestPython, runCode } from './running.ts';

let python: PythonPort;
beforeAll(() => {
  python = openTestPython();
});
afterAll(() => python.close());

const run = (code: string, about: Partial<PythonRun> = {}): Promise<PythonOutcome> => runCode(python, code, about);

describe('what a script is given and gives', { timeout: 60_000 }, () => {
  test('its arguments, and no conversation where there is none', async () => {
    const code = action('return [context["args"]["name"], context["conversation"], sorted(context)]');
    const context = { args: { name: 'Ada' }, conversation: null };
    expect(await run(code, { context })).toMatchObject({ result: ['Ada', null, ['args', 'conversation']] });
  });

  test('every kind of JSON comes through, to the character', async () => {
    const args = { text: 'ναι \u{1F600} "\\\n', list: [1, 2.5, -0.125, true, false, null], nested: { '': {} } };
    const code = action('return context["args"]');
    expect(await run(code, { context: { args, conversation: null } })).toMatchObject({ ok: true, result: args });
  });

  test('async def is awaited', async () => {
    const code = `
import asyncio

async def one(value):
    await asyncio.sleep(0.01)
    return value

async def execute_action(context):
    return await asyncio.wait_for(asyncio.gather(one(1), one(2)), 5)
`;
    expect(await run(code)).toMatchObject({ ok: true, result: [1, 2] });
  });

  test('the standard library works: dates, patterns, hashes, decimals, csv, logging', async () => {
    const code = `
import csv, datetime, decimal, hashlib, io, json, logging, re, statistics, uuid, zoneinfo, dataclasses, sqlite3

def execute_action(context):
    rows = list(csv.DictReader(io.StringIO("a,b\\n1,2\\n")))
    logging.getLogger("x").warning("logged")
    table = sqlite3.connect(":memory:").execute("select 6 * 7").fetchone()[0]
    return [
        datetime.date(2027, 1, 31).isoformat(), re.sub(r"\\d+", "#", "a12b3"), hashlib.sha256(b"x").hexdigest()[:8],
        str(decimal.Decimal("0.1") + decimal.Decimal("0.2")), rows, statistics.mean([1, 2]), len(str(uuid.uuid4())), table,
    ]
`;
    expect(await run(code)).toMatchObject({
      ok: true,
      result: ['2027-01-31', 'a#b#', '2d711642', '0.3', [{ a: '1', b: '2' }], 1.5, 36, 42],
      printed: 'logged\n',
    });
  });

  test.each([
    ['no function', 'x = 1', 'The script has no function execute_action(context).'],
    [
      'a date',
      action('import datetime', 'return {"on": [datetime.date(2027, 1, 31)]}'),
      "execute_action returned what JSON cannot hold: result['on'][0] is a date. Return texts, numbers, lists and dicts, for example str(result['on'][0]).",
    ],
    [
      'no number',
      action('return {"a": float("nan")}'),
      "execute_action returned what JSON cannot hold: result['a'] is nan, which is no number JSON knows.",
    ],
    [
      'half a character',
      action('return "\\ud83d"'),
      'execute_action returned what JSON cannot hold: result is a text with half a character in it.',
    ],
    [
      'too much',
      action('return "x" * 2_000_000'),
      'execute_action returned 2,000,002 bytes; an action may return 1,048,576. Return only what is needed.',
    ],
  ])('%s is told in a sentence', async (_what, code, message) => {
    expect(await run(code)).toMatchObject({ ok: false, kind: 'python', message });
  });
});

describe('what goes wrong', { timeout: 60_000 }, () => {
  test('the traceback has the lines of the script alone, with the causes', async () => {
    const code = `
import json

def price(order):
    return json.loads(order)["price"]

def execute_action(context):
    try:
        return price("{")
    except ValueError as error:
        raise RuntimeError("no price") from error
`;
    const outcome = await run(code);
    expect(outcome).toMatchObject({ ok: false, kind: 'python', message: 'RuntimeError: no price', line: 11 });
    const traceback = outcome.ok ? '' : outcome.traceback;
    expect(traceback).toContain('File "tryIt.py", line 9, in execute_action');
    expect(traceback).toContain('File "tryIt.py", line 5, in price');
    expect(traceback).toContain('return json.loads(order)["price"]');
    expect(traceback).toContain('The above exception was the direct cause');
    expect(traceback).not.toMatch(/File "(?!tryIt\.py)/);
  });

  test('a mistake of spelling is told with its line', async () => {
    expect(await run('def execute_action(context):\n    return (1\n')).toMatchObject({
      ok: false,
      message: "SyntaxError: '(' was never closed",
      line: 2,
    });
  });

  test('what was printed until then is kept, in the order it came', async () => {
    const heard: string[] = [];
    const code = action('import sys', 'print("a", 1)', 'print("b", file=sys.stderr)', 'raise KeyError("c")');
    const outcome = await run(code, { onPrint: (text) => void heard.push(text) });
    expect(outcome).toMatchObject({ ok: false, printed: 'a 1\nb\n', line: 5 });
    expect(heard.join('')).toBe('a 1\nb\n');
  });

  test('print beyond the limit is cut, and says so', async () => {
    const limits = { ...pythonLimits, printBytes: 10 };
    const outcome = await run(action('print("ααααααααα")', 'print("more")', 'return 1'), { limits });
    expect(outcome).toMatchObject({
      ok: true,
      result: 1,
      printed: 'ααααα\n… what is printed beyond 10 bytes is not kept.\n',
    });
  });

  test('memory beyond the limit is refused, with the line that asked for it', async () => {
    const code = action('x = bytearray(20_000_000)', 'y = bytearray(60_000_000)', 'return len(x) + len(y)');
    const limits = { ...pythonLimits, heap: 80 * 1024 * 1024 };
    expect(await run(code, { limits })).toMatchObject({ ok: false, kind: 'memory', line: 3, message: 'MemoryError' });
    expect(await run(code)).toMatchObject({ ok: true, result: 80_000_000 });
  });

  test('stopping by hand ends an endless loop at once, before and while it runs', async () => {
    const stop = new AbortController();
    const code = action('print("running")', 'import time', 'time.sleep(0.2)', 'print("x")', 'while True: pass');
    const about = { onPrint: () => stop.abort() };
    const ended = await python.runPython({ ...baseRun(code), ...about }, stop.signal);
    expect(ended).toMatchObject({ ok: false, kind: 'cancelled' });
    expect(await python.runPython(baseRun(code), stop.signal)).toMatchObject({ ok: false, kind: 'cancelled' });
  });

  test('a wait for the host ends at the limit, with the line that waits', async () => {
    const limits = { ...pythonLimits, timeout: 300 };
    const code = `import requests\n${action('x = 1', 'return requests.get("https://api.example.com/")')}`;
    const outcome = await run(code, { limits, onHostCall: () => new Promise(() => undefined) });
    expect(outcome).toMatchObject({ ok: false, kind: 'timeout', line: 4 });
  });
});

const baseRun = (code: string): PythonRun => ({
  code,
  fileName: 'tryIt.py',
  context: { args: {}, conversation: null },
  limits: pythonLimits,
  onHostCall: () => Promise.resolve({ ok: true, value: null }),
  onPrint: () => undefined,
});
