import type { Document } from '../../../shared/model/document.ts';
import { pointerOf, type ReadProblem } from '../../../shared/persistence/read-problem.ts';
import { checkScenario } from '../../../shared/problems/check-scenario.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { problemPointer } from '../problem-pointer.ts';
import { loadScenario, reportProblems } from '../scenario-input.ts';
import type { Terminal } from '../terminal.ts';
import { isModelInstalled, modelFolder } from '../../worker/semantic/model-files.ts';

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
    reportProblems(file, [...problems, ...missingHere(loaded.document, terminal)], report);
    if (report.json) printJson(terminal, { file, problems });
    else terminal.out(`${file}: ${problems.length === 0 ? 'no problems' : count(problems.length)}\n`);
    return problems.length === 0 ? 0 : 1;
  },
};

/** What the design has right, but this machine lacks: told, and no fault of the scenario. */
function missingHere(document: Document, { env }: Terminal): readonly ReadProblem[] {
  if (isModelInstalled(modelFolder(env))) return [];
  return [...document.tables.interpreters.values()]
    .filter(({ kind }) => kind === 'semantic')
    .map(({ id, name }) => ({
      pointer: pointerOf(['interpreters', id, 'kind']),
      sentence: `${name} reads with a model that is not on this machine, so the built-in interpreter reads here instead. “npm run semantic-model” installs it.`,
    }));
}

const count = (problems: number): string => (problems === 1 ? 'one problem' : `${problems} problems`);
