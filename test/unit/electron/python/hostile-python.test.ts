import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  graceMilliseconds,
  pythonLimits,
  type PythonOutcome,
  type PythonPort,
} from '../../../../electron/python/python-port.ts';
import { allEnds, hostileScripts, ordinaryScript } from '../../../builders/hostile-python.ts';
import { layCanaries, type Canaries } from '../../../builders/canaries.ts';
import { openTestPython, runCode } from './running.ts';

/** Killing a process, and hearing of it, on a machine that is busy. */
const slack = 300;

describe('hostile scripts behind the permission model (T38, T39)', { timeout: 60_000 }, () => {
  let canaries: Canaries;
  let port: PythonPort;

  beforeAll(async () => {
    canaries = await layCanaries();
    port = openTestPython();
  });
  afterAll(async () => {
    await port.close();
    await canaries.close();
  });

  test.each(hostileScripts)('$name', async ({ code, ends = allEnds, returns }) => {
    const timeout = ends.includes('timeout') ? 300 : 3_000;
    const outcome = await runCode(port, code, {
      context: { args: canaries.args, conversation: null },
      limits: { ...pythonLimits, timeout },
    });
    const isExpected = ends.some((end) => end === (outcome.ok ? 'returned' : outcome.kind));
    expect({ isExpected, said: describeEnd(outcome) }).toMatchObject({ isExpected: true });
    expect(outcome).toMatchObject(returns === undefined ? {} : { result: returns });
    expect(outcome.milliseconds).toBeLessThan(timeout + graceMilliseconds + slack);
    expect(JSON.stringify(outcome)).not.toContain(canaries.secret);
    expect(canaries.isUntouched()).toBe(true);
    expect(canaries.hits()).toBe(0);
  });

  test('the run after all of them finds nothing of them', async () => {
    const [first, second] = [await runCode(port, ordinaryScript), await runCode(port, ordinaryScript)];
    const random = expect.any(Number);
    expect(first).toMatchObject({ ok: true, result: { length: 4, json: '[1]', random } });
    expect(second).toMatchObject({ ok: true, result: { length: 4, json: '[1]', random } });
    expect(second).not.toMatchObject({ result: (first as { result: unknown }).result });
  });

  test('no process outlives the port', async () => {
    const own = openTestPython();
    const endless = runCode(own, 'def execute_action(context):\n    while True: pass\n');
    await expect.poll(countProcesses, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
    await own.close();
    await port.close();
    expect(await endless).toMatchObject({ ok: false, kind: 'cancelled' });
    await expect.poll(countProcesses, { timeout: 10_000 }).toBe(0);
  });
});

const countProcesses = (): number => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

const describeEnd = (outcome: PythonOutcome): string => (outcome.ok ? JSON.stringify(outcome.result) : outcome.message);

describe('without the walls', () => {
  // What the scripts above try is not idle: the same runtime in plain Node lets all of it through.
  test('files, programs, the network and JavaScript are open', { timeout: 60_000 }, async () => {
    const canaries = await layCanaries();
    onTestFinished(canaries.close);
    const unlocked = fileURLToPath(new URL('unlocked-python.mjs', import.meta.url));
    const run = promisify(execFile)(process.execPath, [unlocked, unlockedScript, JSON.stringify(canaries.args)]);
    const { stdout } = await run;
    expect(stdout).toContain(canaries.secret);
    expect(stdout).toMatch(/process \d+/);
    expect(canaries.isUntouched()).toBe(false);
    expect(canaries.hits()).toBeGreaterThan(0);
  });
});

const unlockedScript = `
import os, pyodide_js
from js import fetch, process

def execute_action(context):
    args = context["args"]
    folder, name = os.path.split(args["file"])
    pyodide_js.mountNodeFS("/mnt", folder)
    read = open("/mnt/" + name).read()
    fetch(args["url"])
    os.system("touch " + folder + "/escaped")
    return read + " process " + str(process.pid)
`;
