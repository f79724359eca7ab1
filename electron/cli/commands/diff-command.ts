import { visibleText } from '../../../shared/explain/visible-text.ts';
import { describeChanges, type DescribedChange, type FieldChange } from '../../../shared/merge/describe-changes.ts';
import { diffDocuments } from '../../../shared/merge/diff-documents.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { loadScenario } from '../scenario-input.ts';
import { forTerminal } from '../terminal.ts';

/** Git gives a diff driver seven arguments: name, old file, hash, mode, new file, hash, mode. */
const givenByGit = { count: 7, before: 1, after: 4 };

export const diffCommand: Command = {
  positionals: ['before', 'after', 'hash?', 'mode?', 'new?', 'newHash?', 'newMode?'],
  options: jsonOption,
  run: async (given, terminal) => {
    const isGit = given.at(givenByGit.count - 1) !== '';
    const report = { terminal, json: given.flag('json') };
    const before = await loadScenario(given.at(isGit ? givenByGit.before : 0), report);
    if (before === null) return 2;
    const after = await loadScenario(given.at(isGit ? givenByGit.after : 1), report);
    if (after === null) return 2;
    const told = describeChanges(before.document, after.document, diffDocuments(before.document, after.document));
    if (report.json) printJson(terminal, told);
    else {
      const lines = told.logic.flatMap(tellChange);
      if (told.layout.length > 0) lines.push(`${told.layout.length} changes of the layout`);
      if (lines.length === 0) lines.push('No difference');
      terminal.out(forTerminal([...(isGit ? [given.at(0)] : []), ...lines].join('\n')) + '\n');
    }
    // Git takes any other code for a failure of the driver.
    return isGit || told.logic.length + told.layout.length === 0 ? 0 : 1;
  },
};

const marks = { added: '+', removed: '-', changed: '~', moved: '>' } as const;

function tellChange({ what, word, name, where, fields }: DescribedChange): string[] {
  const place = where.length === 0 ? '' : ` in ${where.map(visibleText).join(' › ')}`;
  const head = `${marks[what]} ${word} ${visibleText(name)}${place}`;
  return what === 'moved' ? [`${head}: moved`] : [head, ...fields.map(tellField)];
}

const tellField = ({ field, before, after }: FieldChange): string => `    ${field}: ${cut(before)} → ${cut(after)}`;

const widest = 80;
function cut(value: FieldChange['before']): string {
  const text = value === null ? 'nothing' : JSON.stringify(value);
  return text.length <= widest ? text : `${text.slice(0, widest)}…`;
}
