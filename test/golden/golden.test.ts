import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import { opening, Talk } from '../builders/play.ts';
import { playScript, type Script } from './play-script.ts';

/**
 * Whole talks and the whole trace they give. A difference is a change of behaviour: look at it, and when it is meant,
 * write the traces again with UPDATE_GOLDEN=1.
 */
const folder = fileURLToPath(new URL('.', import.meta.url));
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const update = process.env['UPDATE_GOLDEN'] === '1';

test('there are cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(6);
});

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  const file = (part: string): string => `${folder}${name}/${part}`;
  const read = readScenario(readFileSync(file('scenario.parley.json')));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.failure)}`);
  const script = JSON.parse(readFileSync(file('script.json'), 'utf8')) as Script;
  const talk = new Talk(compileScenario(read.value.document), { ...opening, ...script.open });
  const trace = playScript(talk, script).trace.map((event) => `${JSON.stringify(event)}\n`);

  test('gives the same trace, byte for byte', () => {
    if (update) writeFileSync(file('trace.jsonl'), trace.join(''));
    const expected = readFileSync(file('trace.jsonl'), 'utf8');
    expect(trace).toEqual(expected.split(/(?<=\n)/));
  });
});
