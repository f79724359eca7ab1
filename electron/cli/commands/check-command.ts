import { checkScenario } from '../../../shared/problems/check-scenario.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { problemPointer } from '../problem-pointer.ts';
import { loadScenario, reportProblems } from '../scenario-input.ts';

export const checkCommand: Command = {
  positionals: ['scenario'],
  options: jsonOption,
  run: async (given, terminal) => {
    const file = given.at(0);
    const report = { terminal, json: given.flag('json') };
    const loaded = await loadScenario(file, report);
    if (loaded === null) return 2;
    const problems = checkScenario(loaded.document).map((problem) => ({
      ...problem,
      pointer: problemPointer(loaded.document, problem),
    }));
    reportProblems(file, problems, report);
    if (report.json) printJson(terminal, { file, problems });
    else terminal.out(`${file}: ${problems.length === 0 ? 'no problems' : count(problems.length)}\n`);
    return problems.length === 0 ? 0 : 1;
  },
};

const count = (problems: number): string => (problems === 1 ? 'one problem' : `${problems} problems`);
