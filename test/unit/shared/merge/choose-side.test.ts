import { describe, expect, test } from 'vitest';
import { applyDiff } from '../../../../shared/commands/diff.ts';
import type { Command } from '../../../../shared/commands/command.ts';
import { planCommand } from '../../../../shared/commands/plan-command.ts';
import { chooseSide, sideTaken, type MergeSide } from '../../../../shared/merge/choose-side.ts';
import { mergeDocuments } from '../../../../shared/merge/merge-documents.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { unwrap } from '../../../builders/unwrap.ts';

const base = aScenario('Order')
  .withConversation('Orders')
  .withScene('Main')
  .withTurn('Where')
  .user('where_is_order', { samples: ['where is it'] })
  .app('tell_status', { text: 'On its way' })
  .withTurn('Again')
  .user('again')
  .build();

const after = (document: Document, ...commands: readonly Command[]): Document =>
  commands.reduce((now, command) => applyDiff(now, unwrap(planCommand(now, command)).diff), document);
const change = (table: 'turns' | 'intents', id: string, changes: object): Command =>
  ({ kind: 'record.update', table, id, changes }) as unknown as Command;
const remove = (...ids: string[]): Command => ({ kind: 'records.remove', ids });
const said = (text: string): Command => {
  const message = base.tables.intents.get('tell_status')?.messages[0];
  return change('intents', 'tell_status', { messages: [{ ...message, blocks: [{ kind: 'text', text }] }] });
};

/** The merge of two with every conflict decided alike. */
function decided(ours: Document, theirs: Document, side: MergeSide): Document {
  const merge = mergeDocuments(base, ours, theirs);
  expect(merge.conflicts).not.toEqual([]);
  const document = merge.conflicts.reduce((now, conflict) => unwrap(chooseSide(now, conflict, side)), merge.document);
  expect(readScenario(printScenario(document)).ok).toBe(true);
  return document;
}

describe('deciding what both changed', () => {
  test('[D9] a field and a text inside a message become what was chosen', () => {
    const ours = after(base, change('turns', 'where', { name: 'Ours' }), said('Soon'));
    const theirs = after(base, change('turns', 'where', { name: 'Theirs' }), said('Gone'));
    expect(printScenario(decided(ours, theirs, 'theirs'))).toBe(printScenario(theirs));
    expect(printScenario(decided(ours, theirs, 'ours'))).toBe(printScenario(ours));
  });

  test('[D9] the name of the scenario is decided like any other', () => {
    const name = (text: string): Document => after(base, { kind: 'scenario.update', changes: { name: text } });
    expect(decided(name('A'), name('B'), 'theirs').scenario.name).toBe('B');
  });

  test.each(['ours', 'theirs'] as const)('[D9] what %s deleted goes or stays', (deleter) => {
    const deleted = after(base, remove('again'));
    const renamed = after(base, change('turns', 'again', { name: 'Once more' }));
    const [ours, theirs] = deleter === 'ours' ? [deleted, renamed] : [renamed, deleted];
    expect(decided(ours, theirs, deleter).tables.turns.has('again')).toBe(false);
    const other = deleter === 'ours' ? 'theirs' : 'ours';
    expect(decided(ours, theirs, other).tables.turns.get('again')?.name).toBe('Once more');
  });

  test('[D9] the side a merge took by itself changes nothing', () => {
    const ours = after(base, remove('again'), change('turns', 'where', { name: 'Ours' }));
    const theirs = after(
      base,
      change('turns', 'again', { name: 'More' }),
      change('turns', 'where', { name: 'Theirs' }),
    );
    const { document, conflicts } = mergeDocuments(base, ours, theirs);
    const same = conflicts.reduce((now, conflict) => unwrap(chooseSide(now, conflict, sideTaken(conflict))), document);
    expect(printScenario(same)).toBe(printScenario(document));
  });
});
