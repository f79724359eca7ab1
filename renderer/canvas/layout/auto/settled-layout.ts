import type { Command } from '../../../../shared/commands/command.ts';
import { applyDiff } from '../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../shared/commands/plan-command.ts';
import type { Document } from '../../../../shared/model/document.ts';

/** Moving things may change what is drawn beside them, and so how much room they take: seldom, and never for long. */
const mostRounds = 10;

/**
 * Lays out until there is nothing left to do, so that doing it again does nothing. Where a layout would come back to one
 * it had before, for ever, the one of them is taken that is always taken. One step; null when all is so already.
 */
export async function settledLayout(
  document: Document,
  once: (document: Document) => Promise<Command | null>,
): Promise<Command | null> {
  const steps: Command[] = [];
  const seen = [placesIn(document)];
  let now = document;
  for (let round = 0; round < mostRounds; round += 1) {
    const step = await once(now);
    const plan = step === null ? null : planCommand(now, step);
    if (step === null || plan === null || !plan.ok) break;
    now = applyDiff(now, plan.value.diff);
    const places = placesIn(now);
    const before = seen.indexOf(places);
    if (before >= 0) {
      steps.length = before + firstOf(seen.slice(before));
      break;
    }
    steps.push(step);
    seen.push(places);
  }
  const [first] = steps;
  if (first === undefined || steps.length === 1) return first ?? null;
  const label = 'label' in first && first.label !== undefined ? first.label : 'Lay out';
  return { kind: 'several', label, commands: steps };
}

/** Which of some texts comes first in any order they are given in. */
const firstOf = (texts: readonly string[]): number =>
  texts.reduce((least, text, index) => (text < (texts[least] ?? '') ? index : least), 0);

/** Where everything is, as a text. */
function placesIn({ tables }: Document): string {
  const places: string[] = [];
  for (const { id, x, y } of tables.placements.values()) places.push(`${id} ${x} ${y}`);
  for (const { id, x, y } of tables.views.values()) places.push(`${id} ${x} ${y}`);
  for (const { id, x, y, width, height } of tables.notes.values()) places.push(`${id} ${x} ${y} ${width} ${height}`);
  return places.sort().join('\n');
}
