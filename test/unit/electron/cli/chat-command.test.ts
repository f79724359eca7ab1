import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { document, lines, run, temporaryFolder, type Folder } from './terminal-stand-in.ts';

const refund = ['I want a refund', 'A-1002', 'ada@example.com', 'it broke'];
const says = (said: readonly string[]): string[] => said.flatMap((text) => ['--say', text]);
const clock = ['--now', '2027-01-31T09:00:00Z'];

type Line = {
  readonly input: string;
  readonly messages: readonly {
    readonly role: string;
    readonly text: string;
    readonly buttons: readonly { readonly text: string }[];
  }[];
  readonly matched: string | null;
  readonly selected: readonly string[];
  readonly position: { readonly conversation: string | null };
  readonly actions: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly origin: string;
    readonly status: number | null;
  }[];
};

let folder: Folder;
let scenario: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  scenario = folder.path('shop.parley.json');
  await run(['new', 'order-support', scenario]);
});
afterAll(() => folder.remove());

const chat = (...options: readonly string[]): Promise<Awaited<ReturnType<typeof run>>> =>
  run(['chat', scenario, ...options]);
const talk = async (...options: readonly string[]): Promise<Line[]> =>
  lines(await chat(...options, '--json')) as Line[];
describe('parley chat', () => {
  test('prints one line of JSON an exchange, and nothing else', async () => {
    const [first, ...rest] = await talk(...says(['where is my order', 'A-1001', 'ada@example.com']));
    expect(rest).toHaveLength(2);
    expect(first).toEqual({
      input: 'where is my order',
      messages: [{ role: 'message', text: 'What is your order number? It is on the order confirmation.', buttons: [] }],
      matched: 'where-is-order',
      selected: ['ask-order-number'],
      position: expect.objectContaining({ conversation: 'order-status', midTurn: true }) as object,
      actions: [],
    });
    expect(rest[1]?.actions).toEqual([
      expect.objectContaining({ name: 'getOrderDetails', outcome: 'succeeded', origin: 'mocked', status: 200 }),
    ]);
    expect(rest[1]?.messages[0]?.text).toContain('shipped');
  });

  test('a confirmation is asked as a message, and answered with what is said next', async () => {
    const yes = await talk(...says([...refund, 'yes']));
    expect(yes[3]?.messages).toEqual([
      {
        role: 'confirmation',
        text: 'Refund order A-1002 (189 EUR)? This cannot be undone.',
        buttons: [expect.objectContaining({ text: 'Yes' }), expect.objectContaining({ text: 'No' })],
      },
    ]);
    expect(yes[4]?.actions).toEqual([expect.objectContaining({ name: 'refundOrder', outcome: 'succeeded' })]);
    const no = await talk(...says([...refund, 'no']));
    expect(no[4]?.actions).toEqual([
      expect.objectContaining({ name: 'refundOrder', outcome: 'skipped', failure: 'declined' }),
    ]);
  });

  test('runs live against the demo service, which remembers', async () => {
    const [, , , , refunded, , , again] = await talk(
      '--actions',
      'live',
      ...says([...refund, 'yes', ...refund.slice(0, 3)]),
    );
    expect(refunded?.actions).toEqual([expect.objectContaining({ name: 'refundOrder', origin: 'live', status: 200 })]);
    expect(again?.actions).toEqual([
      expect.objectContaining({ outputs: expect.objectContaining({ is_refunded: true }) as object }),
    ]);
    expect(again?.messages[0]?.text).toMatch(/already been refunded/);
  });

  test('with a fixed clock and seed, two runs are the same to the byte, trace included', async () => {
    const traces = ['one', 'two'].map((name) => folder.path(`${name}.trace`));
    const outs = [];
    for (const trace of traces)
      outs.push(await chat(...clock, '--seed', '7', '--trace', trace, '--json', ...says([...refund, 'yes'])));
    expect(outs[0]).toEqual(outs[1]);
    const [one, two] = await Promise.all(traces.map((trace) => readFile(trace, 'utf8')));
    expect(one).toBe(two);
    expect(one?.split('\n')[0]).toMatch(/^\{"format":"parley\.trace","version":1,"program":"[0-9a-f]+","open":\{/);
  });

  test('a script is said line by line, without its remarks, before what is given to say', async () => {
    await writeFile(folder.path('talk.txt'), '# a talk\n\n  hello  \r\n/restart\n');
    const talked = await talk('--script', folder.path('talk.txt'), '--say', 'call me back');
    expect(talked.map(({ input }) => input)).toEqual(['hello', '/restart', 'call me back']);
  });

  test('what is piped in is said too', async () => {
    const { out, exit } = await run(['chat', scenario], 'hello\n\nwhere is my order\n');
    expect(exit).toBe(0);
    expect(out).toMatch(/^> hello\n[\s\S]*> where is my order\nWhat is your order number\?/);
  });

  test('buttons are pressed with a slash', async () => {
    const [, , , pressed] = await talk(
      ...says(refund.slice(0, 3)),
      '--say',
      '/press give_reason refund_reason.I changed my mind',
    );
    expect(pressed).toMatchObject({ matched: 'give-reason', messages: [{ role: 'confirmation' }] });
  });

  test('--set gives attributes a value before anything is said', async () => {
    const traceFile = folder.path('set.trace');
    await chat('--set', 'user.order_id=007', '--set', 'user.order_total=["a"]', '--trace', traceFile, '--say', 'hello');
    const trace = await readFile(traceFile, 'utf8');
    expect(trace).toContain('"attributes":{"user.order_id":"007","user.order_total":["a"]}');
  });

  test('--zone says where the person is, and a replay goes by it', async () => {
    const traceFile = folder.path('zone.trace');
    const { exit } = await chat(...clock, '--zone', 'Europe/Athens', '--trace', traceFile, '--say', 'hello');
    expect(exit).toBe(0);
    expect((await readFile(traceFile, 'utf8')).match(/"zone":"Europe\/Athens"/g)).toHaveLength(2);
    expect(await run(['replay', scenario, traceFile])).toMatchObject({ exit: 0 });
  });

  test('a value full of orders to a terminal is shown, not obeyed', async () => {
    const { out } = await chat(
      ...says(['where is my order', 'A-1001']),
      '--say',
      '\u001b]0;owned\u0007 \u202eada@example.com',
    );
    expect(['\u001b', '\u0007', '\u202e'].filter((order) => out.includes(order))).toEqual([]);
    expect(out).toContain('\\u001b]0;owned\\u0007');
  });
});

describe('parley chat refuses, with exit code 2 and one line,', () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      'an unknown option',
      ['--sya', 'x'],
      /^parley chat: Unknown option "--sya"\. Did you mean --say\? Usage: parley chat /,
    ],
    ['another way to run actions', ['--actions', 'mok'], /--actions is mock or live, not "mok"\. Did you mean mock\?/],
    ['a time that is none', ['--now', 'tomorrow'], /--now is a time as in 2027-01-31T09:00:00Z, not "tomorrow"/],
    ['a day that is none', ['--now', '2027-02-31T99:00:00Z'], /--now is a time/],
    ['a seed that is none', ['--seed', '1.5'], /--seed is a whole number/],
    [
      'a time zone that is none',
      ['--zone', 'Atlantis'],
      /--zone is a time zone as in Europe\/Athens or \+02:00, not "Atlantis"/,
    ],
    ['a value without a name', ['--set', '=x'], /--set: "=x" should be NAME=VALUE/],
    ['a script that is not there', ['--script', 'no/such/file'], /no\/such\/file: There is no such file/],
    [
      'an order that does not exist',
      ['--say', 'hi', '--say', '/restrt'],
      /There is no "\/restrt"\. Did you mean \/restart\?/,
    ],
    [
      'a trace in a folder that is not there',
      ['--say', 'hi', '--trace', '/no/such/folder/t'],
      /The trace cannot be written/,
    ],
  ])('%s', async (_what, options, sentence) => {
    const ran = await chat(...options);
    expect({ ...ran, err: ran.err.length }).toEqual({ exit: 2, out: '', err: 1 });
    expect(ran.err[0]).toMatch(sentence);
  });

  test('a file that is no scenario, told as JSON too', async () => {
    const broken = await temporaryFolder({
      'broken.json': '{"format":"parley.scenario","version":1,"scenario":{"id":"s"}}',
    });
    const file = broken.path('broken.json');
    const ran = await run(['chat', file, '--say', 'hi', '--json']);
    expect(ran.exit).toBe(2);
    expect(ran.err).toEqual([`${file}: /scenario/name: Expected text, found nothing.`]);
    expect(document(ran)).toEqual({
      file,
      problems: [{ pointer: '/scenario/name', sentence: 'Expected text, found nothing.' }],
    });
    await broken.remove();
  });
});
