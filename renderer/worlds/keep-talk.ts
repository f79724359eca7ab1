import { valueText } from '../../shared/values/value-text.ts';
import type { Document } from '../../shared/model/document.ts';
import type { ActionCall } from '../state/run-calls.ts';
import { mockFromResult } from './mock-from-result.ts';
import { createMockWriter, type NewMock } from './put-mock.ts';
import { freshWorld, newWorld, type NewWorld } from './world-commands.ts';
import { mockedActions } from './world-presets.ts';

/** What was answered in a talk, oldest first, that a world could answer again. */
export const keepable = (document: Document, calls: readonly ActionCall[]): readonly ActionCall[] => {
  const mocked = new Set<string>(mockedActions(document).map(({ id }) => id));
  return calls.filter(({ asked, settled }) => settled !== null && asked !== null && mocked.has(asked.action));
};

/**
 * The talk that just happened as a world: each call by its arguments, in the time it took. What was asked for the same
 * way more than once is answered in the order it was.
 */
export function keepTalk(document: Document, calls: readonly ActionCall[]): NewWorld {
  const world = freshWorld(document, 'Recorded talk', 'What services answered in a talk');
  const kept = keepable(document, calls).flatMap(({ asked, settled }) => {
    const action = asked === null ? undefined : document.tables.actions.get(asked.action);
    if (asked === null || settled === null || action === undefined) return [];
    const answer = mockFromResult(action.outputs, settled, { when: asked.arguments, keepsTime: true });
    return [{ action, answer, key: JSON.stringify([action.id, sorted(answer.when)]) }];
  });
  const writer = createMockWriter(document);
  for (const { action, answer, key } of kept) {
    const often = kept.filter((other) => other.key === key).length;
    const name =
      Object.values(answer.when)
        .map((value) => valueText(value))
        .join(', ')
        .slice(0, 60) || action.name;
    const mock: NewMock = { name, ...answer, world: world.id, ...(often > 1 ? { pick: 'sequence' } : {}) };
    writer.add(action, mock);
  }
  return newWorld(document, world, writer.puts, 'Keep the talk as a world');
}

const sorted = (when: NewMock['when']): unknown =>
  Object.entries(when).toSorted(([left], [right]) => (left < right ? -1 : 1));
