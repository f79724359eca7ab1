import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandList } from '../../../../electron/cli/command-list.ts';
import { run, temporaryFolder, type Folder } from './terminal-stand-in.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

type Spawned = { readonly exit: number | null; readonly out: string; readonly err: string };

/** The program itself, as `npm run parley` starts it. */
function parley(argv: readonly string[], typed = ''): Promise<Spawned> {
  const child = spawn(root('node_modules/.bin/node'), [root('electron/cli/parley.ts'), ...argv], { timeout: 15_000 });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(typed);
  return new Promise((resolve) => child.on('close', (exit) => resolve({ exit, out, err })));
}

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder({ 'broken.json': '{' });
});
afterAll(() => folder.remove());

describe('the program', () => {
  test('makes, checks and talks with a scenario: exit 0, results on standard output, nothing else anywhere', async () => {
    const file = folder.path('shop.parley.json');
    expect(await parley(['new', 'order-support', file])).toEqual({ exit: 0, out: `${file}: Order support\n`, err: '' });
    expect(await parley(['check', file, '--json'])).toEqual({
      exit: 0,
      out: `${JSON.stringify({ file, problems: [] })}\n`,
      err: '',
    });
    const talked = await parley(
      ['chat', file, '--json', '--actions', 'live'],
      'where is my order\nA-1001\nada@example.com\n',
    );
    expect([talked.exit, talked.err, talked.out.split('\n').length]).toEqual([0, '', 4]);
    expect(talked.out).toContain('"origin":"live"');
  });

  test('exits with 1 for findings and 2 for what cannot be used', async () => {
    const file = folder.path('lost.parley.json');
    await parley(['new', 'order-support', file]);
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('"reference": "session.order_id"', '"reference": "x.y"'),
    );
    const [findings, broken, unknown] = await Promise.all([
      parley(['check', file]),
      parley(['check', folder.path('broken.json')]),
      parley(['chek', file]),
    ]);
    expect([findings.exit, broken.exit, unknown.exit]).toEqual([1, 2, 2]);
    expect(broken.err).toMatch(/broken\.json: : .+\n$/);
    expect(unknown.err).toBe('parley: There is no command "chek". Did you mean check? Try: parley help\n');
  });

  test('ends quietly when nobody reads its output any more', async () => {
    const child = spawn(root('node_modules/.bin/node'), [root('electron/cli/parley.ts'), 'export', 'schema', 'bundle']);
    child.stdout.destroy();
    const exit = await new Promise((resolve) => child.on('close', resolve));
    expect(exit).toBe(0);
  });
});

describe('help', () => {
  test('names every command, and says more about each', async () => {
    const overview = await run(['help']);
    for (const { name, summary, usage } of commandList) {
      expect(overview.out).toMatch(new RegExp(`\\n  ${name} +${summary.replaceAll('.', '\\.')}\\n`));
      expect(await run(['help', name])).toMatchObject({
        exit: 0,
        out: expect.stringContaining(`parley ${usage}`) as string,
      });
      expect(await run([name, '--help'])).toEqual(await run(['help', name]));
    }
    expect(await run([])).toMatchObject({ exit: 2, out: '' });
    expect(await run(['help', 'chta'])).toMatchObject({
      exit: 2,
      err: [expect.stringContaining('Did you mean chat?') as string],
    });
  });

  test('every option a command takes is in what it says about itself', async () => {
    for (const { name, usage, details, load } of commandList) {
      const said = [usage, ...details].join('\n');
      const unsaid = Object.entries((await load()).options).filter(
        ([option, { short }]) => !said.includes(`--${option}`) && (short === undefined || !said.includes(`-${short} `)),
      );
      expect([name, unsaid]).toEqual([name, []]);
    }
  });
});
