import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HostAnswer, HostCall } from '../../../../electron/python/host-operations.ts';
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

/** Runs a script and keeps what it asks; answers from the list, the last one again and again. */
async function runAsking(code: string, ...answers: HostAnswer[]) {
  const calls: HostCall[] = [];
  const outcome = await run(code, {
    onHostCall: (call) => {
      calls.push(call);
      return Promise.resolve(answers[Math.min(calls.length, answers.length) - 1] ?? { ok: true, value: null });
    },
  });
  return { calls, outcome };
}

const response = (body: string, more: Record<string, unknown> = {}): HostAnswer => ({
  ok: true,
  value: {
    status: 200,
    reason: 'OK',
    url: 'https://api.example.com/',
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(body).toString('base64'),
    milliseconds: 12,
    ...more,
  },
});

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

describe('requests', { timeout: 60_000 }, () => {
  test('says the method, the address with its parameters, the headers and the body', async () => {
    const { calls, outcome } = await runAsking(
      `
import requests
from requests.auth import HTTPBasicAuth

def execute_action(context):
    url = "https://api.example.com/orders?a=1#top"
    requests.get(url, params={"q": "ä b", "tag": ["x", "y"], "no": None})
    requests.post(url, json={"n": 1}, headers={"X-Id": 7}, auth=("ada", "pässword"), timeout=(3, 4.5))
    requests.put(url, data={"a": "1 2", "b": ["x", "y"]}, cookies={"s": "1"})
    requests.patch(url, data="ü", headers={"content-type": "text/plain"})
    requests.delete(url, allow_redirects=False, auth=HTTPBasicAuth("a", "b"))
    requests.head(url)
    return requests.request("options", url).status_code
`,
      response('{}'),
    );
    expect(outcome).toMatchObject({ ok: true, result: 200 });
    const text = (body: string | null): string | null => body && Buffer.from(body, 'base64').toString('utf8');
    const inputs = calls.map(({ operation, input }) =>
      operation === 'http.request' ? { ...input, body: text(input.body) } : null,
    );
    const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;
    const base = { headers: [], body: null, timeoutSeconds: null, followRedirects: true };
    const url = 'https://api.example.com/orders?a=1#top';
    expect(inputs).toEqual([
      { ...base, method: 'GET', url: 'https://api.example.com/orders?a=1&q=%C3%A4+b&tag=x&tag=y#top' },
      {
        ...base,
        method: 'POST',
        url,
        headers: [
          ['X-Id', '7'],
          ['Content-Type', 'application/json'],
          ['Authorization', basic('ada:pässword')],
        ],
        body: '{"n": 1}',
        timeoutSeconds: 7.5,
      },
      {
        ...base,
        method: 'PUT',
        url,
        headers: [
          ['Content-Type', 'application/x-www-form-urlencoded'],
          ['Cookie', 's=1'],
        ],
        body: 'a=1+2&b=x&b=y',
      },
      { ...base, method: 'PATCH', url, headers: [['content-type', 'text/plain']], body: 'ü' },
      { ...base, method: 'DELETE', url, headers: [['Authorization', basic('a:b')]], followRedirects: false },
      { ...base, method: 'HEAD', url, followRedirects: false },
      { ...base, method: 'OPTIONS', url },
    ]);
  });

  test('reads status, headers in any case, text in its encoding, bytes and JSON', async () => {
    const headers = [
      ['Content-Type', 'text/plain; charset=iso-8859-1'],
      ['X-Two', 'a'],
      ['x-two', 'b'],
      ['Set-Cookie', 'sid=abc; Path=/'],
    ];
    const { outcome } = await runAsking(
      `
import requests

def execute_action(context):
    first = requests.get("https://api.example.com/")
    second = requests.get("https://api.example.com/")
    return [
        first.text, len(first.content), first.ok, bool(first), first.headers["x-TWO"], first.headers.get("nope"),
        first.cookies["sid"], first.elapsed.total_seconds(), second.json()["a"], first.status_code == requests.codes.ok,
        list(second.iter_lines())[0].decode(), first.reason, repr(first),
    ]
`,
      response('', { headers, body: Buffer.from('d\u00e9j\u00e0', 'latin1').toString('base64') }),
      response('{"a": "ü"}'),
    );
    expect(outcome).toMatchObject({
      ok: true,
      result: ['déjà', 4, true, true, 'a, b', null, 'abc', 0.012, 'ü', true, '{"a": "ü"}', 'OK', '<Response [200]>'],
    });
  });

  test('raises what scripts catch', async () => {
    const failed = (kind: 'timeout' | 'connection' | 'invalidUrl' | 'refused', message: string): HostAnswer => ({
      ok: false,
      kind,
      message,
    });
    const { outcome } = await runAsking(
      `
import requests
from requests.exceptions import HTTPError, RequestException

def name_of(work):
    try:
        work()
    except RequestException as error:
        return [type(error).__name__, isinstance(error, requests.Timeout), isinstance(error, requests.ConnectionError), str(error)]

def execute_action(context):
    get = lambda: requests.get("https://api.example.com/x")
    told = [name_of(get) for _ in range(4)]
    told.append(name_of(lambda: get().raise_for_status()))
    try:
        get().raise_for_status()
    except HTTPError as error:
        told.append([error.response.status_code, error.request.method])
    told.append(name_of(lambda: get().json())[0])
    told.append(name_of(lambda: requests.get("api.example.com"))[0])
    told.append(name_of(lambda: requests.get("https://api.example.com", headers={"X": "a\\nb"}))[0])
    return told
`,
      failed('timeout', 'late'),
      failed('connection', 'nobody'),
      failed('invalidUrl', 'bad'),
      failed('refused', 'The person said no.'),
      response('no', { status: 503, reason: 'Busy' }),
      response('no', { status: 404, reason: 'Not Found' }),
      response('<html>'),
    );
    expect(outcome).toMatchObject({
      ok: true,
      result: [
        ['ReadTimeout', true, false, 'late'],
        ['ConnectionError', false, true, 'nobody'],
        ['InvalidURL', false, false, 'bad'],
        ['ConnectionError', false, true, 'The person said no.'],
        ['HTTPError', false, false, '503 Server Error: Busy for url: https://api.example.com/'],
        [404, 'GET'],
        'JSONDecodeError',
        'MissingSchema',
        'InvalidHeader',
      ],
    });
  });

  test('a session keeps headers, parameters and what a service set, for that service', async () => {
    const { calls } = await runAsking(
      `
import requests

def execute_action(context):
    with requests.Session() as session:
        session.headers.update({"Authorization": "Bearer x"})
        session.params = {"lang": "en"}
        session.post("https://api.example.com/login", json={})
        session.get("https://api.example.com/me", headers={"authorization": "Bearer y"}, params={"a": 1})
        session.get("https://other.example.com/")
`,
      response('{}', { headers: [['Set-Cookie', 'sid=1; HttpOnly']] }),
      response('{}'),
    );
    const seen = calls.map((call) => (call.operation === 'http.request' ? [call.input.url, call.input.headers] : []));
    expect(seen).toEqual([
      [
        'https://api.example.com/login?lang=en',
        [
          ['Authorization', 'Bearer x'],
          ['Content-Type', 'application/json'],
        ],
      ],
      [
        'https://api.example.com/me?lang=en&a=1',
        [
          ['authorization', 'Bearer y'],
          ['Cookie', 'sid=1'],
        ],
      ],
      ['https://other.example.com/?lang=en', [['Authorization', 'Bearer x']]],
    ]);
  });

  test('what cannot be done is said, not passed over', async () => {
    const { outcome, calls } = await runAsking(
      `import requests\n${action('return requests.get("https://api.example.com/", verify=False)')}`,
    );
    expect(outcome).toMatchObject({
      ok: false,
      message: 'NotImplementedError: requests: verify=False is not available in actions.',
    });
    expect(calls).toEqual([]);
  });
});

describe('helpers', { timeout: 60_000 }, () => {
  test('each asks the host what its name says', async () => {
    const { calls, outcome } = await runAsking(
      `
import datetime

def execute_action(context):
    set_conversation_metadata(context, "tier", {"level": 2})
    got = get_conversation_metadata(context, "tier")
    delete_conversation_metadata(context, "tier")
    add_conversation_tag(context, "vip")
    add_conversation_event(context, {"name": "paid"})
    hand_off_conversation(context)
    hand_off_conversation(context, reason="angry")
    add_google_sheets_row("sheet-1", {"a": 1})
    get_ab_test_variant(context, "greeting", ("a", "b"))
    is_holiday("GR")
    is_holiday("US", state="CA", check_date=datetime.date(2027, 7, 4))
    return [got, is_holiday("DE", "BY", "A", "2027-08-08")]
`,
      ...Array.from({ length: 9 }, (): HostAnswer => ({ ok: true, value: null })),
      { ok: true, value: true },
    );
    expect(calls).toEqual([
      { operation: 'metadata.set', input: { key: 'tier', value: { level: 2 } } },
      { operation: 'metadata.get', input: { key: 'tier' } },
      { operation: 'metadata.delete', input: { key: 'tier' } },
      { operation: 'tag.add', input: { tag: 'vip' } },
      { operation: 'event.add', input: { event: { name: 'paid' } } },
      { operation: 'conversation.handOff', input: { reason: null } },
      { operation: 'conversation.handOff', input: { reason: 'angry' } },
      { operation: 'sheet.addRow', input: { sheetId: 'sheet-1', data: { a: 1 } } },
      { operation: 'abTest.variant', input: { testName: 'greeting', variants: ['a', 'b'] } },
      { operation: 'holiday.check', input: { country: 'GR', state: null, region: null, date: null } },
      { operation: 'holiday.check', input: { country: 'US', state: 'CA', region: null, date: '2027-07-04' } },
      { operation: 'holiday.check', input: { country: 'DE', state: 'BY', region: 'A', date: '2027-08-08' } },
    ]);
    expect(outcome).toMatchObject({ ok: true, result: [null, true] });
  });

  test('a classification that nobody can make gives the fallback', async () => {
    const code = action(
      'return [',
      '    llm_classify_binary("Is it angry?", "Argh!"),',
      '    llm_classify_category("What is it?", "My order", ["order", "refund"], fallback="other"),',
      '    llm_classify_binary("Is it angry?", "Argh!", fallback=False),',
      '    llm_classify_binary("Is it angry?", "Argh!"),',
      ']',
    );
    const { calls, outcome } = await runAsking(
      code,
      { ok: true, value: true },
      { ok: true, value: null },
      { ok: false, kind: 'unavailable', message: 'There is no model.' },
    );
    expect(outcome).toMatchObject({ ok: true, result: [true, 'other', false, null] });
    expect(calls[1]).toEqual({
      operation: 'llm.classifyCategory',
      input: { prompt: 'What is it?', input: 'My order', options: ['order', 'refund'], fallback: 'other' },
    });
  });

  test('a helper called wrongly, or refused, raises with its line', async () => {
    const { outcome } = await runAsking(action('x = 1', 'add_conversation_tag(context, "")'));
    expect(outcome).toMatchObject({ ok: false, line: 3, message: expect.stringContaining('tag.add: tag: ') });
    const refused = await runAsking(action('hand_off_conversation(context)'), {
      ok: false,
      kind: 'unavailable',
      message: 'There is no conversation to hand over.',
    });
    expect(refused.outcome).toMatchObject({
      ok: false,
      message: 'parley.host.HostError: There is no conversation to hand over.',
    });
  });
});
