import {
  readAttributeTypes,
  withAttributeTypes,
  type ReadAttributes,
} from '../../../shared/exchange/opendialog/attribute-types.ts';
import { importOpenDialog, type ImportedScenario } from '../../../shared/exchange/opendialog/import-open-dialog.ts';
import { countMapped, type ImportFinding } from '../../../shared/exchange/opendialog/import-report.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { printJson, type ExitCode } from '../command.ts';
import { reportUnusable, type Report } from '../scenario-input.ts';
import { onOneLine } from '../terminal.ts';
import { readText, writeText } from '../text-files.ts';

export type OpenDialogImport = {
  readonly file: string;
  readonly target: string;
  /** A file of attribute types beside the scenario. */
  readonly attributes: string | null;
  readonly asFirstVersion: boolean;
  readonly replace: boolean;
};

/** Makes a scenario of a file of OpenDialog, and says what became of everything in it. */
export async function runOpenDialogImport(given: OpenDialogImport, report: Report): Promise<ExitCode> {
  const imported = await readScenarioFile(given, report);
  if (imported === null) return 2;
  const attributes = given.attributes === null ? noAttributes : await readAttributesFile(given.attributes, report);
  if (attributes === null) return 2;
  const document = withAttributeTypes(imported.document, attributes.attributes);
  const written = await writeText(given.target, printScenario(document), {
    onlyNew: !given.replace,
    keepPrevious: given.replace,
  });
  if (!written.ok) {
    const sentence = given.replace ? written.failure : `${written.failure} Take its place with --replace.`;
    reportUnusable(given.target, [{ pointer: '', sentence }], report);
    return 2;
  }
  tell(given, imported, attributes, report);
  const findings = [...imported.report.findings, ...attributes.findings];
  return findings.some(({ outcome }) => outcome === 'lost' || outcome === 'doubtful') ? 1 : 0;
}

const noAttributes: ReadAttributes = { attributes: [], findings: [] };

async function readScenarioFile(
  { file, asFirstVersion }: OpenDialogImport,
  report: Report,
): Promise<ImportedScenario | null> {
  const text = await readText(file);
  if (!text.ok) return reportUnusable(file, [{ pointer: '', sentence: text.failure }], report);
  const imported = importOpenDialog(text.value, { asFirstVersion });
  return imported.ok ? imported.value : reportUnusable(file, imported.failure, report);
}

async function readAttributesFile(file: string, report: Report): Promise<ReadAttributes | null> {
  const text = await readText(file);
  if (!text.ok) return reportUnusable(file, [{ pointer: '', sentence: text.failure }], report);
  const read = readAttributeTypes(text.value);
  return read.ok ? read.value : reportUnusable(file, read.failure, report);
}

function tell(
  { file, target, attributes: attributesFile }: OpenDialogImport,
  { report: imported }: ImportedScenario,
  attributes: ReadAttributes,
  { terminal, json }: Report,
): void {
  if (json) {
    const { mapped, findings, scenario } = imported;
    const registered = { attributes: attributes.attributes, attributeFindings: attributes.findings };
    printJson(terminal, { file: target, scenario, counts: countMapped(imported), mapped, findings, ...registered });
    return;
  }
  for (const finding of imported.findings) terminal.err(findingLine(file, finding));
  for (const finding of attributes.findings) terminal.err(findingLine(attributesFile ?? '', finding));
  const counts = Object.entries(countMapped(imported)).map(
    ([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`,
  );
  terminal.out(`${target}: ${counts.join(', ')}\n`);
}

const findingLine = (file: string, { pointer, outcome, sentence }: ImportFinding): string =>
  onOneLine(`${file}: ${pointer}: ${outcome}: ${sentence}`);
