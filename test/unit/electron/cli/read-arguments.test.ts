import { describe, expect, test } from 'vitest';
import { readArguments, type ArgumentSpec } from '../../../../electron/cli/read-arguments.ts';

const spec: ArgumentSpec = {
  positionals: ['scenario', 'extra?'],
  options: { say: { kind: 'text', many: true }, output: { kind: 'text', short: 'o' }, json: { kind: 'flag' } },
};

test('reads positionals, options that repeat, and short names, in any order', () => {
  const read = readArguments(spec, ['--say', 'hello', 'a.json', '--json', '--say=-x', '-o', 'out.json']);
  expect(
    read.ok && {
      at: [read.value.at(0), read.value.at(1)],
      say: read.value.all('say'),
      output: read.value.text('output'),
      json: read.value.flag('json'),
    },
  ).toEqual({ at: ['a.json', ''], say: ['hello', '-x'], output: 'out.json', json: true });
});

test('a value may look like anything but an option of the command', () => {
  expect(readArguments(spec, ['a', '--say', '--help me', '--say', '']).ok).toBe(true);
});

describe('says what is wrong', () => {
  test.each<[readonly string[], string]>([
    [['a', '--sya', 'x'], 'Unknown option "--sya". Did you mean --say?'],
    [['a', '-x'], 'Unknown option "-x".'],
    [['a', '--constructor'], 'Unknown option "--constructor".'],
    [['a', '--say'], 'The option --say needs a value.'],
    [['a', '--output', '--json'], 'The option --output needs a value.'],
    [['a', '--json=yes'], 'The option --json takes no value.'],
    [['a', '-o', 'x', '-o', 'y'], 'The option -o is given twice.'],
    [['--json'], 'Missing <scenario>.'],
    [['a', 'b', 'c'], 'There is one argument too many: "c".'],
  ])('%j', (argv, sentence) => {
    expect(readArguments(spec, argv)).toEqual({ ok: false, failure: sentence });
  });
});
