import { describe, expect, test } from 'vitest';
import { applyDiff } from '../../../../shared/commands/diff.ts';
import type { Command } from '../../../../shared/commands/command.ts';
import { planCommand } from '../../../../shared/commands/plan-command.ts';
import { mergeDocuments } from '../../../../shared/merge/merge-documents.ts';
import { mergeValues } from '../../../../shared/merge/merge-values.ts';
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
  .placed('orders', 10, 20)
  .build();

const after = (document: Document, ...commands: readonly Command[]): Document =>
  commands.reduce((now, command) => applyDiff(now, unwrap(planCommand(now, command)).diff), document);
const change = (table: 'turns' | 'intents', id: string, patch: object): Command =>
  ({ kind: 'record.update', table, id, changes: patch }) as unknown as Command;
const remove = (...ids: string[]): Command => ({ kind: 'records.remove', ids }) as unknown as Command;

describe('merging what two people made', () => {
  test('[D4] takes what only one of them changed, also in one record', () => {
    const ours = after(base, change('turns', 'where', { name: 'Where is it' }));
    const theirs = after(base, change('turns', 'where', { description: 'Asked often' }));
    const { document, conflicts } = mergeDocuments(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(document.tables.turns.get('where')).toMatchObject({ name: 'Where is it', description: 'Asked often' });
  });

  test('[D5] keeps ours where both say something else, and tells what theirs was', () => {
    const ours = after(base, change('turns', 'where', { name: 'Ours' }));
    const theirs = after(base, change('turns', 'where', { name: 'Theirs' }));
    const { document, conflicts } = mergeDocuments(base, ours, theirs);
    expect(document.tables.turns.get('where')?.name).toBe('Ours');
    expect(conflicts).toEqual([
      {
        table: 'turns',
        id: 'where',
        path: ['name'],
        why: 'bothChanged',
        base: 'Where',
        ours: 'Ours',
        theirs: 'Theirs',
      },
    ]);
  });

  test('[D5] the same change made twice is no conflict', () => {
    const changed = after(base, change('turns', 'where', { name: 'Same' }));
    expect(mergeDocuments(base, changed, changed).conflicts).toEqual([]);
  });

  test('[D6, D7] what one deleted and the other changed stays, with everything it lies in', () => {
    const ours = after(base, remove('where'));
    const theirs = after(base, change('intents', 'tell_status', { description: 'Changed' }));
    const { document, conflicts } = mergeDocuments(base, ours, theirs);
    expect(document.tables.intents.get('tell_status')?.description).toBe('Changed');
    expect(document.tables.turns.has('where')).toBe(true);
    expect(document.tables.intents.has('where_is_order')).toBe(false);
    expect(conflicts.map(({ id, why }) => `${id} ${why}`).toSorted()).toEqual([
      'tell_status deletedByOurs',
      'where neededByOther',
    ]);
    unwrap(readScenario(printScenario(document)));
  });

  test('[D8] with an unchanged side gives the other, byte for byte', () => {
    const changed = after(base, remove('again'), change('turns', 'where', { name: 'New' }));
    expect(printScenario(mergeDocuments(base, changed, base).document)).toBe(printScenario(changed));
    expect(printScenario(mergeDocuments(base, base, changed).document)).toBe(printScenario(changed));
  });
});

describe('merging values', () => {
  const item = (id: string, text = id): { id: string; text: string } => ({ id, text });

  test('[D4] lists of things with ids go by id: both insert, one changes, one removes', () => {
    const merged = mergeValues({
      base: [item('a'), item('b'), item('c')],
      ours: [item('a'), item('mine'), item('b', 'changed'), item('c')],
      theirs: [item('a'), item('b'), item('other')],
    });
    expect(merged.conflicts).toEqual([]);
    expect(merged.value).toEqual([item('a'), item('mine'), item('b', 'changed'), item('other')]);
  });

  test('[D5] two new orders of one list are a conflict', () => {
    const [a, b, c] = [item('a'), item('b'), item('c')];
    const merged = mergeValues({ base: [a, b, c], ours: [b, a, c], theirs: [c, a, b] });
    expect(merged.value).toEqual([b, a, c]);
    expect(merged.conflicts).toHaveLength(1);
  });

  test('[D5] lists of plain values are one value', () => {
    const merged = mergeValues({ base: ['x'], ours: ['x', 'y'], theirs: ['x', 'z'] });
    expect(merged.value).toEqual(['x', 'y']);
    expect(merged.conflicts).toEqual([{ path: [], base: ['x'], ours: ['x', 'y'], theirs: ['x', 'z'] }]);
  });
});
