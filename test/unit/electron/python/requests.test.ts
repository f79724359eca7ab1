import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HostAnswer } from '../../../../electron/python/host-operations.ts';
import type { PythonPort } from '../../../../electron/python/python-port.ts';
import { action, openTestPython, runAsking as runOn, type Asked } from './running.ts';

let python: PythonPort;
beforeAll(() => {
  python = openTestPython();
});
afterAll(() => python.close());

const runAsking = (code: string, ...answers: HostAnswer[]): Promise<Asked> => runOn(python, code, ...answers);

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
