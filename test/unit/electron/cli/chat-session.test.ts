import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionState } from '../../../../shared/engine/session-state.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { play } from '../../../builders/play.ts';
import { printSession } from '../../../../shared/session/session-file.ts';
import { lines, run, temporaryFolder, type Folder } from './terminal-stand-in.ts';

const refund = ['I want a refund', 'A-1002', 'ada@example.com', 'it broke', 'yes'];
const clock = ['--now', '2027-01-31T09:00:00Z'];

let folder: Folder;
let scenario: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  scenario = folder.path('shop.parley.json');
  await run(['new', 'order-support', scenario]);
});
afterAll(() => folder.remove());

const chat = (...options: readonly string[]) => run(['chat', scenario, ...clock, ...options]);
type Line = { readonly messages: readonly { readonly text: string }[]; readonly actions: readonly unknown[] };

describe('parley chat --session', () => {
  test('goes on, one thing said a start, as if it had never stopped', async () => {
    const whole = lines(await chat('--json', ...refund.flatMap((text) => ['--say', text]))) as Line[];
    const file = folder.path('refund.session.json');
    const pieces: Line[] = [];
    for (const text of refund) {
      const ran = await chat('--json', '--session', file, '--say', text);
      expect([ran.exit, ran.err]).toEqual([0, []]);
      pieces.push(...(lines(ran) as Line[]));
    }
    expect(pieces).toEqual(whole);
    const kept = JSON.parse(await readFile(file, 'utf8')) as { format: string; state: SessionState };
    expect([kept.format, kept.state.exchange]).toEqual(['parley.session', 4]);
  });

  test('is kept although nothing was said, and so that others cannot read it', async () => {
    const file = folder.path('new.session.json');
    expect((await chat('--session', file, '--set', 'user.name=Ada')).exit).toBe(0);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const { state } = JSON.parse(await readFile(file, 'utf8')) as { state: SessionState };
    expect([state.exchange, state.contexts['user']?.['name']]).toEqual([0, 'Ada']);
  });

  test('sets values in a session that goes on', async () => {
    const file = folder.path('set.session.json');
    await chat('--session', file, '--say', 'hello');
    await chat('--session', file, '--set', 'user.name=Ada', '--say', 'hello');
    const { state } = JSON.parse(await readFile(file, 'utf8')) as { state: SessionState };
    expect([state.exchange, state.contexts['user']?.['name']]).toEqual([2, 'Ada']);
  });

  test('writes a trace that replays from where it went on', async () => {
    const [file, trace] = [folder.path('traced.session.json'), folder.path('talk.trace')];
    await chat('--session', file, '--say', 'I want a refund');
    await chat('--session', file, '--trace', trace, '--say', 'A-1002');
    const replayed = await run(['replay', scenario, trace, '--json']);
    expect([replayed.exit, JSON.parse(replayed.out)]).toEqual([
      0,
      expect.objectContaining({ firstDifference: null, isSameProgram: true }),
    ]);
  });

  test('refuses a session of an edited scenario, unless it is told to go on', async () => {
    const file = folder.path('edited.session.json');
    await chat('--session', file, '--say', 'I want a refund');
    const other = folder.path('edited.parley.json');
    const text = await readFile(scenario, 'utf8');
    await writeFile(other, text.replace('What is your order number?', 'Which order?'));
    const before = await readFile(file, 'utf8');
    const refused = await run(['chat', other, '--session', file, '--say', 'A-1002']);
    expect([refused.exit, refused.out, refused.err]).toEqual([
      2,
      '',
      [
        `${file}: : “Order support” was edited since this session was saved, so it may go on otherwise than it began. Use --continue to go on with it here.`,
      ],
    ]);
    expect(await readFile(file, 'utf8')).toBe(before);
    const went = await run(['chat', other, '--session', file, '--continue', '--say', 'A-1002', '--json']);
    expect([went.exit, (lines(went) as Line[])[0]?.messages.length]).toEqual([0, 1]);
  });

  test.each([
    ['damaged', '{"format":"parley.session","version":1,"state":{}}', '/state/v: Expected'],
    ['newer', '{"format":"parley.session","version":2}', '/version: This session was saved by a newer Parley'],
    ['another file', '{"format":"parley.scenario","version":1}', '/format: Expected "parley.session"'],
  ])('leaves a %s one alone, with a sentence', async (_what, text, sentence) => {
    const file = folder.path('strange.session.json');
    await writeFile(file, text);
    const ran = await chat('--session', file, '--say', 'hello');
    expect([ran.exit, ran.out, await readFile(file, 'utf8')]).toEqual([2, '', text]);
    expect(ran.err[0]).toContain(`${file}: ${sentence}`);
  });

  test('stops when the talk cannot be kept', async () => {
    const file = folder.path('locked.session.json');
    await chat('--session', file, '--say', 'hello');
    await chmod(file, 0o400);
    const ran = await chat('--session', file, '--say', 'hello', '--say', 'hello');
    expect([ran.exit, ran.err]).toEqual([
      2,
      [`${file}: : The file cannot be written; nothing was changed. The file is read-only.`],
    ]);
  });

  test('asks an interpreter again that had not answered, and says what came of it first', async () => {
    const asking = aScenario('Desk')
      .withInterpreter('model', {}, { kind: 'llm' })
      .withConversation('A', { interpreter: 'model' })
      .withScene('s')
      .withTurn('t', { behaviors: ['STARTING', 'OPEN'] })
      .user('order', { samples: ['where is my order'] })
      .app('told', { text: 'On its way.' });
    const [desk, file] = [folder.path('desk.parley.json'), folder.path('desk.session.json')];
    const talk = play(asking).say('where is my order');
    await writeFile(desk, printScenario(asking.build()));
    await writeFile(file, printSession(talk.program, talk.state));
    const ran = await run(['chat', desk, '--session', file, '--json', '--say', 'where is my order']);
    expect(ran.err).toEqual([]);
    expect(
      (lines(ran) as { input: string; messages: { text: string }[] }[]).map(({ input, messages }) => [
        input,
        messages[0]?.text,
      ]),
    ).toEqual([
      ['', 'On its way.'],
      ['where is my order', 'On its way.'],
    ]);
  });
});
