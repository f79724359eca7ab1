import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { nextRandom } from '../../../../../shared/base/seeded-random.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../../shared/persistence/read-scenario.ts';
import { createTestHost } from '../../../../builders/a-host.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const kills = 200;
const controlKills = 60;
const lanes = 4;
const seconds = 1000;
/** An edit every 4 ms: what a quarter of a second holds. */
const editsIn250Milliseconds = 62;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const bundled = here('../../../../../.build/test/children');

// One file each, so that two hundred of them start quickly.
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: true,
      outDir: bundled,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { saving: here('saving-child.ts'), control: here('in-place-child.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
}, 60 * seconds);

const sizeable = (): string =>
  printScenario(
    aScenario('Killed', { description: '0' })
      .withConversation('filler', { description: 'x'.repeat(400_000) })
      .build(),
  );

test(
  `${kills} kills at random moments of saving cost no file and at most a quarter of a second of work`,
  { timeout: 240 * seconds },
  async () => {
    const reports = await inLanes(kills, async (seed, count) => {
      const folder = makeTemporaryFolder();
      const file = join(folder, 'killed.parley.json');
      writeFileSync(file, sizeable());
      const userFolder = join(folder, 'user');
      const lane: Report[] = [];
      for (let turn = 0; turn < count; turn += 1) lane.push(await killOnce(userFolder, file, seed * 1000 + turn));
      expect(readdirSync(folder).toSorted()).toEqual(['killed.parley.json', 'killed.parley.json.bak', 'user']);
      return lane;
    });
    expect(reports).toHaveLength(kills);
    expect(reports.filter(({ wrong }) => wrong !== null)).toEqual([]);
    // The plug was pulled while there was something to lose, or this proves nothing.
    const total = (pick: (report: Report) => number): number => reports.reduce((sum, report) => sum + pick(report), 0);
    expect(total(({ edited }) => edited)).toBeGreaterThan(kills * 5);
    expect(reports.filter(({ saved }) => saved > 0).length).toBeGreaterThan(kills / 4);
    expect(reports.filter(({ recovered }) => recovered).length).toBeGreaterThan(kills / 10);
    const damaged = await damageInPlace();
    console.info(
      `${kills} kills: 0 files damaged, ${total(({ edited }) => edited)} edits, at most ` +
        `${Math.max(...reports.map(({ lost }) => lost)) * 4} ms of them lost; ` +
        `writing in place: ${damaged} of ${controlKills} damaged`,
    );
    // The same kills must hurt a writer without our care.
    expect(damaged).toBeGreaterThan(controlKills / 10);
  },
);

type Report = {
  readonly wrong: string | null;
  readonly edited: number;
  readonly saved: number;
  readonly lost: number;
  readonly recovered: boolean;
};

async function killOnce(userFolder: string, file: string, seed: number): Promise<Report> {
  const told = await runAndKill('saving', [userFolder, file], 10 + 320 * nextRandom(seed).value);
  const last = (what: string): number =>
    Number(told.findLast((line) => line.startsWith(`${what} `))?.split(' ')[1] ?? 0);
  const [edited, kept, saved] = [last('edited'), last('kept'), last('saved')];
  const inFile = readScenario(readFileSync(file, 'utf8'));
  if (!inFile.ok) return { wrong: 'the file is damaged', edited, saved, lost: 0, recovered: false };

  const { host: testHost, connect } = await createTestHost(userFolder);
  const startup = unwrap(await connect(file).host.call('scenario.startup', {}));
  testHost.guard.settled();
  const recovery = startup.opened?.recovery ?? null;
  const document = recovery === null ? inFile.value.document : unwrap(readScenario(recovery.text)).document;
  const found = Number(document.scenario.description);
  const lost = Math.max(0, edited - found);
  const wrong = [
    Number(inFile.value.document.scenario.description) < saved ? `the file is older than save ${saved}` : null,
    found < kept ? `the journal had taken edit ${kept}, and ${found} came back` : null,
    lost > editsIn250Milliseconds ? `${lost} edits are lost` : null,
    leftovers(userFolder, file),
  ].find((reason) => reason !== null);
  const madeHere = told.filter((line) => line.startsWith('edited')).length;
  return { wrong: wrong ?? null, edited: madeHere, saved, lost, recovered: recovery !== null };
}

function leftovers(userFolder: string, file: string): string | null {
  const folders = [join(file, '..'), join(userFolder, 'journals')];
  const left = folders.flatMap((folder) => readdirSync(folder)).filter((name) => name.endsWith('.tmp'));
  return left.length === 0 ? null : `left behind: ${left.join(', ')}`;
}

async function damageInPlace(): Promise<number> {
  const damages = await inLanes(controlKills, async (seed, count) => {
    const folder = makeTemporaryFolder();
    const file = join(folder, 'control.parley.json');
    const text = sizeable();
    const lane: boolean[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      writeFileSync(file, text);
      await runAndKill('control', [file], 60 * nextRandom(seed * 1000 + turn).value);
      lane.push(readFileSync(file, 'utf8') !== text);
    }
    return lane;
  });
  return damages.filter((isDamaged) => isDamaged).length;
}

/** Starts a child, kills it some time after it said it is ready, and gives what it had told until then. */
async function runAndKill(child: 'saving' | 'control', args: readonly string[], after: number): Promise<string[]> {
  const running = spawn(process.execPath, [join(bundled, `${child}.mjs`), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(bundled, 'cache') },
  });
  let told = '';
  let complained = '';
  running.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const ended = new Promise<void>((resolve) => running.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    running.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (told.includes('ready\n')) resolve();
    });
    running.once('close', () => reject(new Error(`the child ended by itself: ${complained}`)));
  });
  await wait(after);
  running.kill('SIGKILL');
  await ended;
  expect(complained).toBe('');
  return told.split('\n').filter((line) => line !== '');
}

/** Shares the work between as many lanes as the machine has to give. */
async function inLanes<Value>(
  count: number,
  work: (seed: number, count: number) => Promise<readonly Value[]>,
): Promise<Value[]> {
  const each = Array.from({ length: lanes }, (_, lane) => work(lane + 1, count / lanes));
  return (await Promise.all(each)).flat();
}
