import { createInterface } from 'node:readline/promises';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Json } from '../../../shared/base/json.ts';
import type { RunMode } from '../../../shared/bridge/contract/run-contract.ts';
import type { SessionState } from '../../../shared/engine/session-state.ts';
import { linesOf } from '../../../shared/engine/talk-history.ts';
import type { Program } from '../../../shared/program/program.ts';
import { unescapeMarkdown } from '../../../shared/reference/escape-markdown.ts';
import { zoneExists } from '../../../shared/values/time-zone.ts';
import type { AuditDraft } from '../../host/audit/audit-log.ts';
import { createEngineExecutions } from '../../host/audit/engine-executions.ts';
import type { ActionPerformer } from '../../host/effects/action-performer.ts';
import { compileWithWords } from '../../worker/compile-with-words.ts';
import { actionOptions, readAssignment, readMode, readSurroundings } from '../action-options.ts';
import { openAuditFile } from '../audit-file.ts';
import { modelFolder } from '../../worker/semantic/model-files.ts';
import { createInstalledSemantic } from '../../worker/semantic/semantic-interpreter.ts';
import { jsonOption, printJson, type Command, type ExitCode } from '../command.ts';
import type { Arguments } from '../read-arguments.ts';
import { readSaidLine, scriptLines, type SaidLine } from '../said-line.ts';
import { loadScenario, type Report } from '../scenario-input.ts';
import { exchangeLine, exchangeText } from '../show-exchange.ts';
import { openSessionStore, type SessionStore } from '../session-store.ts';
import { openTalk, type Exchange, type Talk, type TalkParts } from '../talk.ts';
import { createTerminalClock, type TerminalClock } from '../terminal-clock.ts';
import { createTerminalPerformer } from '../terminal-performer.ts';
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
    ...actionOptions,
    now: { kind: 'text' },
    seed: { kind: 'text' },
    zone: { kind: 'text' },
    trace: { kind: 'text' },
    session: { kind: 'text' },
    continue: { kind: 'flag' },
  },
  run: async (given, terminal) => {
    const settings = await readSettings(given);
    if (!settings.ok) {
      terminal.err(`parley chat: ${settings.failure}`);
      return 2;
    }
    const report = { terminal, json: given.flag('json') };
    const loaded = await loadScenario(given.at(0), report);
    if (loaded === null) return 2;
    const surroundings = readSurroundings(given, loaded.document);
    if (!surroundings.ok) {
      terminal.err(`parley chat: ${surroundings.failure}`);
      return 2;
    }
    const program = compileWithWords(loaded.document);
    const store = await openSessionStore(given.text('session'), program, given.flag('continue'), report);
    const trace = store === null ? null : openTraceFile(given.text('trace'), terminal);
    const audit = trace === null ? null : openAuditFile(given.text('audit'), terminal);
    if (store === null || trace === null || audit === null) return 2;
    const { mode, clock, seed, zone, attributes, lines } = settings.value;
    const { resumed } = store;
    const { document } = loaded;
    const place = { document, file: given.at(0), terminal, clock, audit };
    const performer = createTerminalPerformer({ mode, ...surroundings.value, ...place });
    const written = writeDownTalk(
      performer,
      program,
      (draft) => audit.add({ ...draft, ...surroundings.value }),
      clock.now,
    );
    const semantic = createInstalledSemantic(clock.now, modelFolder(terminal.env));
    const talk = openTalk({
      program,
      performer: written.performer,
      onEvents: written.onEvents,
      semantic,
      clock,
      seed,
      zone,
      attributes,
      resumed,
      onTraceLine: trace.write,
    });
    try {
      return await converse(talk, lines, store, report);
    } finally {
      talk.close();
      trace.close();
      await performer.close();
      audit.close();
    }
  },
};

/** What the talk works out by itself is written down from its trace, everything else by whoever carries it out. */
function writeDownTalk(
  performer: ActionPerformer,
  { document }: Program,
  add: (draft: AuditDraft) => void,
  now: () => number,
): Required<Pick<TalkParts, 'performer' | 'onEvents'>> {
  const executions = createEngineExecutions({
    asked: () => ({ at: now(), askedBy: 'commandLine', conversation: 'terminal', world: null, environment: null }),
    scenario: () => document.scenario.name,
    kindOf: (action) => document.tables.actions.get(action)?.kind ?? '',
    add,
  });
  const run: ActionPerformer['run'] = (effect, ...rest) => {
    executions.leaveOut(effect.id);
    return performer.run(effect, ...rest);
  };
  return { performer: { ...performer, run }, onEvents: executions.hear };
}

type Settings = {
  readonly mode: RunMode;
  readonly clock: TerminalClock;
  readonly seed: number;
  readonly zone: string;
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
  const zone = given.text('zone') ?? 'UTC';
  if (!zoneExists(zone)) return fail(`--zone is a time zone as in Europe/Athens or +02:00, not "${zone}".`);
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
    zone,
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

/** Ends when there is nothing more to say, or when the talk cannot be kept as it was asked for. */
async function converse(
  talk: Talk,
  lines: readonly SaidLine[] | null,
  store: SessionStore,
  { terminal, json }: Report,
): Promise<ExitCode> {
  let faults = 0;
  const show = (line: string, exchange: Exchange, isEchoed: boolean): Promise<boolean> => {
    faults += exchange.faults.length;
    if (json) printJson(terminal, exchangeLine(line, exchange));
    else terminal.out(`${isEchoed ? `> ${forTerminal(line)}\n` : ''}${exchangeText(exchange)}`);
    return store.save(talk.state());
  };
  const say = async ({ line, utterance }: SaidLine, isEchoed: boolean): Promise<boolean> =>
    show(line, await talk.say(utterance), isEchoed);
  const left = await talk.goOn();
  const isKept = left === null ? await store.save(talk.state()) : await show('', left, false);
  if (!isKept) return 2;
  const went = lines === null ? converseLive(terminal, json, store, say) : sayAll(lines, say);
  if (!(await went)) return 2;
  return faults === 0 ? 0 : 1;
}

type Say = (line: SaidLine, isEchoed: boolean) => Promise<boolean>;

async function sayAll(lines: readonly SaidLine[], say: Say): Promise<boolean> {
  for (const line of lines) if (!(await say(line, true))) return false;
  return true;
}

/** Says what is typed, or what comes through a pipe. */
async function converseLive(terminal: Terminal, json: boolean, { resumed }: SessionStore, say: Say): Promise<boolean> {
  if (
    terminal.isInteractive &&
    resumed === null &&
    !(await say({ line: '/open', utterance: { kind: 'opened' } }, false))
  )
    return false;
  if (terminal.isInteractive && resumed !== null && !json) terminal.out(lastWords(resumed));
  for await (const line of typedLines(terminal, json)) {
    const read = readSaidLine(line);
    if (!read.ok) terminal.err(`parley chat: ${read.failure}`);
    else if (!(await say(read.value, !terminal.isInteractive))) return false;
  }
  return true;
}

/** So that a person knows where the talk was left. */
const lastWords = ({ history }: SessionState): string => {
  const last = linesOf(history).findLast(({ participant }) => participant === 'app');
  return last === undefined ? '' : `… ${forTerminal(unescapeMarkdown(last.text))}\n`;
};

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
