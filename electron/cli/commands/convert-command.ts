import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { loadScenario, reportUnusable } from '../scenario-input.ts';
import { writeText } from '../text-files.ts';

export const convertCommand: Command = {
  positionals: ['scenario'],
  options: { ...jsonOption, output: { kind: 'text', short: 'o' } },
  run: async (given, terminal) => {
    const file = given.at(0);
    const target = given.text('output') ?? file;
    const report = { terminal, json: given.flag('json') };
    const loaded = await loadScenario(file, report);
    if (loaded === null) return 2;
    const text = printScenario(loaded.document);
    const changed = target !== file || text !== loaded.text;
    // A file that is as it should be keeps its time of change.
    const written = changed ? await writeText(target, text, { keepPrevious: true }) : null;
    if (written !== null && !written.ok) {
      reportUnusable(target, [{ pointer: '', sentence: written.failure }], report);
      return 2;
    }
    if (report.json) printJson(terminal, { file: target, migratedFrom: loaded.migratedFrom, changed });
    else terminal.out(`${target}: ${changed ? 'written' : 'nothing to change'}\n`);
    return 0;
  },
};
