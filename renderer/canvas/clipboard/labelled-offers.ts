import type { Command, Point } from '../../../shared/commands/command.ts';
import { applyDiff } from '../../../shared/commands/diff.ts';
import { planCommand } from '../../../shared/commands/plan-command.ts';
import { outOfScope, readLabelledTexts } from '../../../shared/interpret/workbench/read-labelled-texts.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { TurnId } from '../../../shared/model/ids.ts';
import type { Placing } from '../../state/ui-store.ts';
import { madeEntry, type MenuEntry } from '../gestures/menu-entry.ts';

/** More intents than one turn can be read with. */
const mostIntents = 200;

/**
 * A table of what people say with the columns `text` and `intent`, from a file or a spreadsheet: samples of the intents
 * that are here by that name, and new ones in a turn of their own. None for any other text.
 */
export function labelledOffers(document: Document, text: string, place: Placing): readonly MenuEntry[] {
  const read = readLabelledTexts(/\t/.test(firstLine(text)) ? commaSeparated(text) : text);
  if (!read.ok) return [];
  const samples = new Map<string, Set<string>>();
  for (const { text: said, intent } of read.value)
    if (intent !== outOfScope) samples.set(intent, (samples.get(intent) ?? new Set()).add(said));
  if (samples.size === 0 || samples.size > mostIntents) return [];
  const count = [...samples.values()].reduce((sum, { size }) => sum + size, 0);
  const label = `${counted(count, 'sample')} of ${counted(samples.size, 'USER intent')}`;
  return [
    madeEntry(
      label,
      place((at) => intentsFrom(document, samples, at)),
    ),
  ];
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const firstLine = (text: string): string => text.trimStart().split('\n', 1)[0] ?? '';

/** As a spreadsheet puts it on the clipboard: cells apart by tabs. */
const commaSeparated = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) =>
      line
        .split('\t')
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(','),
    )
    .join('\n');

function intentsFrom(document: Document, samples: ReadonlyMap<string, ReadonlySet<string>>, at: Point): Command {
  const commands: Command[] = [];
  let now = document;
  let turn: TurnId | null = null;
  /** Later ones see what earlier ones made. */
  const add = (command: Command): string => {
    const plan = planCommand(now, command);
    if (!plan.ok) return '';
    now = applyDiff(now, plan.value.diff);
    commands.push(command);
    return plan.value.select[0] ?? '';
  };
  for (const [name, said] of samples) {
    const here = document.tables.intents.find(({ intentId, speaker }) => intentId === name && speaker === 'USER');
    let id: string | undefined = here?.id;
    if (id === undefined) {
      const made = { kind: 'intent.add', speaker: 'USER', name, into: turn, bucket: 'request' } as const;
      id = add(turn === null ? { ...made, at } : made);
      turn = now.tables.intents.get(id)?.turn ?? null;
    }
    const before = now.tables.intents.get(id)?.samples ?? [];
    const all = [...before, ...[...said].filter((sample) => !before.includes(sample))];
    add({ kind: 'record.update', table: 'intents', id, changes: { samples: all } });
  }
  return { kind: 'several', label: 'Paste samples', commands };
}
