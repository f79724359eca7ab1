import { applyDiff } from '../../../shared/commands/diff.ts';
import { planCommand } from '../../../shared/commands/plan-command.ts';
import { planBundleImport, putsOfImport, type ImportItem } from '../../../shared/exchange/bundle/plan-bundle-import.ts';
import { readBundle } from '../../../shared/exchange/bundle/read-bundle.ts';
import type { Document } from '../../../shared/model/document.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { pointerOf, type ReadProblem } from '../../../shared/persistence/read-problem.ts';
import { templateNamed } from '../../../shared/samples/templates.ts';
import { invariant } from '../../../shared/base/invariant.ts';
import { nodeFiles } from '../../host/files/file-operations.ts';
import { suggest } from '../closest-word.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { loadScenario, reportProblems, reportUnusable, type Report } from '../scenario-input.ts';
import { readText, writeText } from '../text-files.ts';
import { runOpenDialogImport } from './import-open-dialog.ts';
import { importTranslations } from './translation-files.ts';

const kinds = ['bundle', 'opendialog', 'translations'];

export const importCommand: Command = {
  positionals: ['bundle|opendialog|translations', 'file'],
  options: {
    ...jsonOption,
    output: { kind: 'text', short: 'o' },
    replace: { kind: 'flag' },
    attributes: { kind: 'text' },
    'first-version': { kind: 'flag' },
  },
  run: async (given, terminal) => {
    const [kind, file] = [given.at(0), given.at(1)];
    const target = given.text('output');
    const report = { terminal, json: given.flag('json') };
    if (!kinds.includes(kind) || target === null) {
      const what = kinds.includes(kind)
        ? 'Say which scenario with -o <scenario>.'
        : `There is no import "${kind}".${suggest(kind, kinds)}`;
      terminal.err(`parley import: ${what} Usage: parley import ${kinds.join('|')} <file> -o <scenario>`);
      return 2;
    }
    if (kind === 'translations') return importTranslations(file, target, report);
    if (kind === 'opendialog') {
      const how = { asFirstVersion: given.flag('first-version'), replace: given.flag('replace') };
      return runOpenDialogImport({ file, target, attributes: given.text('attributes'), ...how }, report);
    }
    const items = await planImport(file, target, report);
    if (items === null) return 2;
    const { document, plan } = items;
    const replaced = new Set(given.flag('replace') ? idsThat(plan, 'conflict') : []);
    const imported = put(document, plan, replaced);
    const problem = typeof imported === 'string' ? imported : await save(target, imported);
    if (problem !== null) {
      reportUnusable(target, [{ pointer: '', sentence: problem }], report);
      return 2;
    }
    const left = plan.filter(({ meets, id }) => meets === 'blocked' || (meets === 'conflict' && !replaced.has(id)));
    reportProblems(
      file,
      left.map((item) => explain(item, plan)),
      report,
    );
    tell(target, plan, replaced, report);
    return left.length === 0 ? 0 : 1;
  },
};

async function planImport(
  file: string,
  target: string,
  report: Report,
): Promise<{ readonly document: Document; readonly plan: readonly ImportItem[] } | null> {
  const text = await readText(file);
  if (!text.ok) return reportUnusable(file, [{ pointer: '', sentence: text.failure }], report);
  const bundle = readBundle(text.value);
  if (!bundle.ok) return reportUnusable(file, bundle.failure, report);
  const isThere = (await nodeFiles.look(target).catch(() => null)) !== null;
  const document = isThere ? (await loadScenario(target, report))?.document : emptyScenario();
  return document === undefined ? null : { document, plan: planBundleImport(document, bundle.value) };
}

function emptyScenario(): Document {
  const template = templateNamed('empty');
  invariant(template, 'there is an empty template');
  return template.create();
}

/** The document with the records of the bundle, or why they do not fit. */
function put(document: Document, plan: readonly ImportItem[], replaced: ReadonlySet<string>): Document | string {
  const puts = putsOfImport(plan, replaced);
  const planned = planCommand(document, { kind: 'records.put', label: 'Import bundle', puts });
  return planned.ok ? applyDiff(document, planned.value.diff) : planned.failure.sentence;
}

async function save(target: string, document: Document): Promise<string | null> {
  const written = await writeText(target, printScenario(document), { keepPrevious: true });
  return written.ok ? null : written.failure;
}

const explain = ({ table, id, name, meets, put }: ImportItem, plan: readonly ImportItem[]): ReadProblem => ({
  // The plan goes through the lists of the bundle in order.
  pointer: pointerOf([table, plan.filter((item) => item.table === table).findIndex((item) => item.put === put)]),
  sentence:
    meets === 'conflict'
      ? `The scenario has another "${name}" under this id; it was kept. Take the bundle's with --replace.`
      : `The id "${id}" belongs to something else in the scenario; "${name}" was left out.`,
});

const idsThat = (plan: readonly ImportItem[], meets: ImportItem['meets']): string[] =>
  plan.filter((item) => item.meets === meets).map(({ id }) => id);

function tell(target: string, plan: readonly ImportItem[], replaced: ReadonlySet<string>, report: Report): void {
  const conflicts = idsThat(plan, 'conflict');
  const summary = {
    file: target,
    added: idsThat(plan, 'new'),
    same: idsThat(plan, 'same'),
    replaced: conflicts.filter((id) => replaced.has(id)),
    kept: conflicts.filter((id) => !replaced.has(id)),
    leftOut: idsThat(plan, 'blocked'),
  };
  if (report.json) printJson(report.terminal, summary);
  else
    report.terminal.out(
      `${target}: ${summary.added.length} added, ${summary.replaced.length} replaced, ${summary.same.length} already there\n`,
    );
}
