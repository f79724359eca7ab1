import type { RecordPut } from '../model/record-tables.ts';
import type { Command } from './command.ts';

type Change = {
  readonly languages: { readonly base: string; readonly others: readonly string[] } | null;
  readonly puts: readonly RecordPut[];
};

/** Languages of the scenario and translations, as one step. */
export function translationsPut(label: string, { languages, puts }: Change): Command {
  const commands: Command[] = [];
  if (languages !== null)
    commands.push({
      kind: 'scenario.update',
      changes: { languages: { base: languages.base, others: [...languages.others] } },
    });
  if (puts.length > 0) commands.push({ kind: 'records.put', label, puts, select: [] });
  return { kind: 'several', label, commands };
}
