import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { EffectResult } from '../../../shared/engine/effect.ts';
import type { SessionState } from '../../../shared/engine/session-state.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { compileScenario } from '../../../shared/program/compile-scenario.ts';
import { readSession } from '../../../shared/session/session-file.ts';
import { systemClock } from '../../host/effects/system-clock.ts';
import { actionOptions, readAssignment, readMode, readSurroundings } from '../action-options.ts';
import { openAuditFile } from '../audit-file.ts';
import { suggest } from '../closest-word.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { runLoneAction } from '../run-lone-action.ts';
import { loadScenario } from '../scenario-input.ts';
import { createTerminalPerformer } from '../terminal-performer.ts';
import { forTerminal, type Terminal } from '../terminal.ts';
import { readText } from '../text-files.ts';

export const actionCommand: Command = {
  positionals: ['run', 'file', 'action'],
  options: { ...jsonOption, ...actionOptions, arg: { kind: 'text', many: true }, conversation: { kind: 'text' } },
  run: async (given, terminal) => {
    const refuse = (sentence: string): 2 => {
      terminal.err(`parley action: ${sentence}`);
      return 2;
    };
    if (given.at(0) !== 'run')
      return refuse(`There is no "action ${given.at(0)}". Try: parley action run <file> <action>`);
    const mode = readMode(given.text('actions'));
    if (!mode.ok) return refuse(mode.failure);
    const args = given.all('arg').map(readAssignment);
    const wrong = args.find((arg) => !arg.ok);
    if (wrong !== undefined && !wrong.ok) return refuse(`--arg: ${wrong.failure}`);
    const loaded = await loadScenario(given.at(1), { terminal, json: given.flag('json') });
    if (loaded === null) return 2;
    const { document } = loaded;
    const action = findAction(document, given.at(2));
    if (action === null) return refuse(unknownAction(document, given.at(2)));
    const surroundings = readSurroundings(given, document);
    if (!surroundings.ok) return refuse(surroundings.failure);
    const talk = await readTalk(given.text('conversation'));
    if (!talk.ok) return refuse(`--conversation: ${talk.failure}`);
    const audit = openAuditFile(given.text('audit'), terminal);
    if (audit === null) return 2;

    const place = { document, file: given.at(1), terminal, clock: systemClock, audit };
    const performer = createTerminalPerformer({ mode: mode.value, ...surroundings.value, ...place });
    const result = await runLoneAction({
      program: compileScenario(document),
      action,
      args: Object.fromEntries(args.flatMap((arg) => (arg.ok ? [arg.value] : []))),
      talk: talk.value,
      performer,
      surroundings: surroundings.value,
      audit,
      now: systemClock.now,
    });
    await performer.close();
    audit.close();
    if (given.flag('json')) printJson(terminal, result);
    else tell(action.name, result, terminal);
    return result.outcome === 'succeeded' ? 0 : 1;
  },
};

/** The talk of a session file; null without one. */
async function readTalk(path: string | null): Promise<Result<SessionState | null, string>> {
  if (path === null) return succeed(null);
  const text = await readText(path);
  if (!text.ok) return fail(`${path}: ${text.failure}`);
  const read = readSession(text.value);
  if (read.ok) return succeed(read.value.state);
  const [first] = read.failure;
  return fail(`${path}: ${first?.pointer ?? ''}: ${first?.sentence ?? 'It is no session.'}`);
}

const findAction = (document: Document, wanted: string): ActionRecord | null =>
  document.tables.actions.get(wanted) ?? document.tables.actions.valueSeq().find(({ name }) => name === wanted) ?? null;

function unknownAction(document: Document, wanted: string): string {
  const names = [...document.tables.actions.values()].map(({ name }) => name);
  return `There is no action "${wanted}".${suggest(wanted, names)} Actions: ${names.join(', ') || 'none'}.`;
}

function tell(name: string, result: EffectResult, terminal: Terminal): void {
  const { outcome, origin, status, detail, outputs, attempts, console = '' } = result;
  const tries = attempts > 1 ? [`${attempts} attempts`] : [];
  const how = [outcome, origin, ...(status === null ? [] : [String(status)]), ...tries].join(', ');
  const printed = console === '' ? [] : console.trimEnd().split('\n');
  const lines = [
    `${name}: ${how}`,
    ...(detail === '' ? [] : [`  ${detail}`]),
    ...Object.entries(outputs).map(([output, value]) => `  ${output}: ${JSON.stringify(value)}`),
    ...printed.map((line) => `  | ${line}`),
  ];
  terminal.out(`${forTerminal(lines.join('\n'))}\n`);
}
