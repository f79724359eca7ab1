import { recordWords } from '../../../shared/commands/record-words.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { mergeDocuments, type MergeConflict } from '../../../shared/merge/merge-documents.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { loadScenario, reportUnusable } from '../scenario-input.ts';
import { forTerminal } from '../terminal.ts';
import { writeText } from '../text-files.ts';

/** A merge driver of git: what both sides made of one file goes into the second, or where `-o` says. */
export const mergeCommand: Command = {
  positionals: ['base', 'ours', 'theirs'],
  options: { ...jsonOption, output: { kind: 'text', short: 'o' } },
  run: async (given, terminal) => {
    const report = { terminal, json: given.flag('json') };
    const base = await loadScenario(given.at(0), report);
    const ours = base && (await loadScenario(given.at(1), report));
    const theirs = ours && (await loadScenario(given.at(2), report));
    if (base === null || ours === null || theirs === null) return 2;
    const { document, conflicts } = mergeDocuments(base.document, ours.document, theirs.document);
    const target = given.text('output') ?? given.at(1);
    const written = await writeText(target, printScenario(document), { keepPrevious: false });
    if (!written.ok) {
      reportUnusable(target, [{ pointer: '', sentence: written.failure }], report);
      return 2;
    }
    if (report.json) printJson(terminal, { file: target, conflicts });
    else for (const conflict of conflicts) terminal.err(forTerminal(tellConflict(conflict)));
    return conflicts.length === 0 ? 0 : 1;
  },
};

function tellConflict({ table, id, path, why, theirs }: MergeConflict): string {
  const place = `${recordWords[table]} ${visibleText(id)}${path.length === 0 ? '' : `, ${path.join('.')}`}`;
  return `${place}: ${sentences[why]}${why === 'bothChanged' ? ` Theirs: ${JSON.stringify(theirs)?.slice(0, 200)}` : ''}`;
}

const sentences: Readonly<Record<MergeConflict['why'], string>> = {
  bothChanged: 'both changed it differently; ours was kept.',
  deletedByOurs: 'we deleted it and they changed it; theirs was kept.',
  deletedByTheirs: 'they deleted it and we changed it; ours was kept.',
  neededByOther: 'one side deleted it, but it holds something of the other; it was kept.',
  idTaken: 'both gave its id to different things; ours was kept.',
};
