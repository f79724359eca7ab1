import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { templateNamed, templates } from '../../../shared/samples/templates.ts';
import { suggest } from '../closest-word.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { reportUnusable } from '../scenario-input.ts';
import { writeText } from '../text-files.ts';

export const newCommand: Command = {
  positionals: ['template', 'file'],
  options: jsonOption,
  run: async (given, terminal) => {
    const [name, file] = [given.at(0), given.at(1)];
    const json = given.flag('json');
    const template = templateNamed(name);
    if (template === undefined) {
      const known = templates.map(({ id }) => id);
      terminal.err(
        `parley new: There is no template "${name}".${suggest(name, known)} Templates: ${known.join(', ')}.`,
      );
      return 2;
    }
    const written = await writeText(file, printScenario(template.create()), { onlyNew: true });
    if (!written.ok) {
      reportUnusable(file, [{ pointer: '', sentence: written.failure }], { terminal, json });
      return 2;
    }
    if (json) printJson(terminal, { file, template: template.id });
    else terminal.out(`${file}: ${template.name}\n`);
    return 0;
  },
};
