import type { EffectResult } from '../../../shared/engine/effect.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { compileScenario } from '../../../shared/program/compile-scenario.ts';
import { effectSetting } from '../../../shared/runtime/effect-setting.ts';
import { systemClock } from '../../host/effects/system-clock.ts';
import { createTerminalPerformer, readAssignment, readMode } from '../action-options.ts';
import { suggest } from '../closest-word.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { loadScenario } from '../scenario-input.ts';
import { forTerminal, type Terminal } from '../terminal.ts';

export const actionCommand: Command = {
  positionals: ['run', 'file', 'action'],
  options: { ...jsonOption, arg: { kind: 'text', many: true }, actions: { kind: 'text' } },
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
    const action = findAction(loaded.document, given.at(2));
    if (action === null) return refuse(unknownAction(loaded.document, given.at(2)));

    const performer = createTerminalPerformer(mode.value, loaded.document, terminal, systemClock);
    const effect = {
      kind: 'action.run',
      id: 'terminal.1',
      action: action.id,
      use: null,
      arguments: Object.fromEntries(args.flatMap((arg) => (arg.ok ? [arg.value] : []))),
      timeout: action.timeout,
    } as const;
    const setting = effectSetting(compileScenario(loaded.document), effect, null);
    const result = await performer.run(effect, setting, new AbortController().signal);
    await performer.close();
    if (given.flag('json')) printJson(terminal, result);
    else tell(action.name, result, terminal);
    return result.outcome === 'succeeded' ? 0 : 1;
  },
};

const findAction = (document: Document, wanted: string): ActionRecord | null =>
  document.tables.actions.get(wanted) ?? document.tables.actions.valueSeq().find(({ name }) => name === wanted) ?? null;

function unknownAction(document: Document, wanted: string): string {
  const names = [...document.tables.actions.values()].map(({ name }) => name);
  return `There is no action "${wanted}".${suggest(wanted, names)} Actions: ${names.join(', ') || 'none'}.`;
}

function tell(name: string, result: EffectResult, terminal: Terminal): void {
  const { outcome, origin, status, detail, outputs } = result;
  const how = [outcome, origin, ...(status === null ? [] : [String(status)])].join(', ');
  const lines = Object.entries(outputs).map(([output, value]) => `  ${output}: ${JSON.stringify(value)}`);
  terminal.out(forTerminal([`${name}: ${how}`, ...(detail === '' ? [] : [`  ${detail}`]), ...lines].join('\n')) + '\n');
}
