import { bundleJsonSchema } from '../../../shared/exchange/bundle/bundle-schema.ts';
import { exportBundle, printBundle } from '../../../shared/exchange/bundle/export-bundle.ts';
import { scenarioJsonSchema } from '../../../shared/persistence/scenario-json-schema.ts';
import { compileScenario } from '../../../shared/program/compile-scenario.ts';
import { suggest } from '../closest-word.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import type { Arguments } from '../read-arguments.ts';
import { loadScenario, reportUnusable, type Report } from '../scenario-input.ts';
import { writeText } from '../text-files.ts';
import { openDialogText, type ExportedText } from './export-open-dialog.ts';
import { translationsText } from './translation-files.ts';

const kinds = ['bundle', 'opendialog', 'schema', 'translations'];

export const exportCommand: Command = {
  positionals: ['bundle|opendialog|schema|translations', 'scenario'],
  options: {
    ...jsonOption,
    output: { kind: 'text', short: 'o' },
    attributes: { kind: 'text' },
    language: { kind: 'text' },
  },
  run: async (given, terminal) => {
    const [kind, scenario] = [given.at(0), given.at(1)];
    const report = { terminal, json: given.flag('json') };
    if (!kinds.includes(kind)) {
      terminal.err(`parley export: There is no export "${kind}".${suggest(kind, kinds)} Exports: ${kinds.join(', ')}.`);
      return 2;
    }
    const exported = await exportAs(kind, scenario, given, report);
    if (exported === null || !(await deliver(exported.text, given.text('output'), report))) return 2;
    return exported.isWhole ? 0 : 1;
  },
};

async function exportAs(
  kind: string,
  scenario: string,
  given: Arguments,
  report: Report,
): Promise<ExportedText | null> {
  if (kind === 'opendialog') return openDialogText(scenario, given.text('attributes'), report);
  if (kind === 'translations') return translationsText(scenario, given.text('output'), given.text('language'), report);
  const text = await (kind === 'schema' ? schemaText(scenario, report) : bundleText(scenario, report));
  return text === null ? null : { text, isWhole: true };
}

async function bundleText(file: string, report: Report): Promise<string | null> {
  const loaded = await loadScenario(file, report);
  return loaded === null ? null : printBundle(exportBundle(loaded.document, compileScenario(loaded.document).hash));
}

/** The schema is the same for every scenario; asking for one that cannot be read is a slip worth telling. */
async function schemaText(file: string, report: Report): Promise<string | null> {
  if (file !== 'bundle' && (await loadScenario(file, report)) === null) return null;
  return `${JSON.stringify(file === 'bundle' ? bundleJsonSchema() : scenarioJsonSchema(), null, 2)}\n`;
}

/** Whether the text reached where it was to go. */
async function deliver(text: string, target: string | null, report: Report): Promise<boolean> {
  const { terminal, json } = report;
  if (target === null) {
    terminal.out(text);
    return true;
  }
  const written = await writeText(target, text);
  if (!written.ok) {
    reportUnusable(target, [{ pointer: '', sentence: written.failure }], report);
    return false;
  }
  if (json) printJson(terminal, { file: target, bytes: Buffer.byteLength(text) });
  else terminal.out(`${target}: written\n`);
  return true;
}
