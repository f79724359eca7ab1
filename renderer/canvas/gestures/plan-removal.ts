import type { Command } from '../../../shared/commands/command.ts';
import type { Document } from '../../../shared/model/document.ts';
import { planUnwire } from '../wires/plan-unwire.ts';
import type { Wire } from '../wires/wire.ts';

/** Takes selected records and wires away as one step; null when nothing selected can go. */
export function planRemoval(document: Document, ids: readonly string[], wires: readonly Wire[]): Command | null {
  const removable = ids.filter((id) => document.homes.has(id) && id !== document.scenario.id);
  const unwired = wires.flatMap((wire) =>
    wire.kind === 'sequence' || wire.unwire === null ? [] : planUnwire(document, wire.unwire),
  );
  const records: readonly Command[] = removable.length === 0 ? [] : [{ kind: 'records.remove', ids: removable }];
  // Wires first: what they hang on may be among the records.
  const commands = [...unwired, ...records];
  const [only] = commands;
  if (only === undefined) return null;
  return commands.length === 1 ? only : { kind: 'several', label: 'Delete', commands };
}
