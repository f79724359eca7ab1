import { createInterface } from 'node:readline/promises';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Json } from '../../../shared/base/json.ts';
import type { RunMode } from '../../../shared/bridge/contract/run-contract.ts';
import { compileWithWords } from '../../worker/compile-with-words.ts';
import { createTerminalPerformer, readAssignment, readMode } from '../action-options.ts';
import { jsonOption, printJson, type Command, type ExitCode } from '../command.ts';
import type { Arguments } from '../read-arguments.ts';
import { readSaidLine, scriptLines, type SaidLine } from '../said-line.ts';
import { loadScenario } from '../scenario-input.ts';
import { exchangeLine, exchangeText } from '../show-exchange.ts';
import { openTalk, type Talk } from '../talk.ts';
import { createTerminalClock, type TerminalClock } from '../terminal-clock.ts';
import { forTerminal, type Terminal } from '../terminal.ts';
import { readText } from '../text-files.ts';
import { openTraceFile } from '../trace-file.ts';

export const chatCommand: Command = {
  positionals: ['scenario'],
  options: {
    ...jsonOption,
    say: { kind: 'text', many: true },
    script: { kind: 'text' },
    set: { kind: 'text', many: true },
    actions: { kind: 'text' },
    now: { kind: 'text' },
    seed: { kind: 'text' },
    trace: { kind: 'text' },
  },
  run: async (given, terminal) => {
    const settings = await readSettings(given);
    if (!settings.ok) {
      terminal.err(`parley chat: ${settings.failure}`);
      return 2;
    }
    const loaded = await loadScenario(given.at(0), { terminal, json: given.flag('json') });
    const trace = loaded === null ? null : openTraceFile(given.text('trace'), terminal);
    if (loaded === null || trace === null) return 2;
    const { mode, clock, seed, attributes, lines } = settings.value;
    const performer = createTerminalPerformer(mode, loaded.document, terminal, clock);
    const program = compileWithWords(loaded.document);
    const talk = openTalk({ program, performer, clock, seed, attributes, onTraceLine: trace.write });
    try {
      return await converse(talk, lines, terminal, given.flag('json'));
    } finally {
      talk.close();
      trace.close();
      await performer.close();
    }
  },
};

type Settings = {
  readonly mode: RunMode;
  readonly clock: TerminalClock;
  readonly seed: number;
  readonly attributes: { readonly [reference: string]: Json };
  /** What to say; null when a person does the talking. */
  readonly lines: readonly SaidLine[] | null;
};

async function readSettings(given: Arguments): Promise<Result<Settings, string>> {
  const mode = readMode(given.text('actions'));
  if (!mode.ok) return mode;
  const clock = createTerminalClock(given.text('now'));
  if (!clock.ok) return clock;
  const seed = Number(given.text('seed') ?? 1);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    return fail('--seed is a whole number from 0 to 4294967295.');
  const sets: (readonly [string, Json])[] = [];
  for (const text of given.all('set')) {
    const set = readAssignment(text);
    if (!set.ok) return fail(`--set: ${set.failure}`);
    sets.push(set.value);
  }
  const lines = await linesToSay(given);
  if (!lines.ok) return lines;
  return succeed({
    mode: mode.value,
    clock: clock.value,
    seed,
    attributes: Object.fromEntries(sets),
    lines: lines.value,
  });
}

/** The script first, then what was given to say. All of it is read before anything is said. */
async function linesToSay(given: Arguments): Promise<Result<readonly SaidLine[] | null, string>> {
  const script = given.text('script');
  const text = script === null ? succeed('') : await readText(script);
  if (!text.ok) return fail(`${script}: ${text.failure}`);
  const lines = [...scriptLines(text.value), ...given.all('say')];
  if (script === null && lines.length === 0) return succeed(null);
  const read = lines.map(readSaidLine);
  const wrong = read.find((line) => !line.ok);
  return wrong === undefined || wrong.ok ? succeed(read.flatMap((line) => (line.ok ? [line.value] : []))) : wrong;
}

async function converse(
  talk: Talk,
  lines: readonly SaidLine[] | null,
  terminal: Terminal,
  json: boolean,
): Promise<ExitCode> {
  let faults = 0;
  const say = async ({ line, utterance }: SaidLine, isEchoed: boolean): Promise<void> => {
    const exchange = await talk.say(utterance);
    faults += exchange.faults.length;
    if (json) printJson(terminal, exchangeLine(line, exchange));
    else terminal.out(`${isEchoed ? `> ${forTerminal(line)}\n` : ''}${exchangeText(exchange)}`);
  };
  if (lines !== null) for (const line of lines) await say(line, true);
  else await converseLive(terminal, json, say);
  return faults === 0 ? 0 : 1;
}

/** Says what is typed, or what comes through a pipe. */
async function converseLive(
  terminal: Terminal,
  json: boolean,
  say: (line: SaidLine, isEchoed: boolean) => Promise<void>,
): Promise<void> {
  if (terminal.isInteractive) await say({ line: '/open', utterance: { kind: 'opened' } }, false);
  for await (const line of typedLines(terminal, json)) {
    const read = readSaidLine(line);
    if (read.ok) await say(read.value, !terminal.isInteractive);
    else terminal.err(`parley chat: ${read.failure}`);
  }
}

async function* typedLines(terminal: Terminal, json: boolean): AsyncGenerator<string> {
  const prompts = terminal.isInteractive && !json;
  const reader = createInterface({ input: terminal.input, terminal: false });
  try {
    if (prompts) terminal.out('> ');
    for await (const line of reader) {
      if (line.trim() !== '') yield line.trim();
      if (prompts) terminal.out('> ');
    }
  } finally {
    reader.close();
  }
}
