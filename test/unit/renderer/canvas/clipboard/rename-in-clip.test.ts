import { expect, test } from 'vitest';
import { renameInClip } from '../../../../../renderer/canvas/clipboard/rename-in-clip.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { need } from '../../../../builders/need.ts';
import { clipOf, here, taken, there } from '../../../../builders/clashing-clips.ts';

const textOf = (document: Document): string => JSON.stringify(document.tables.intents.get('tell')?.messages);

test('both are kept: everything that came along speaks of the other one by its new name', () => {
  const renames = {
    attributes: new Map([
      ['status', 'status_2'],
      ['size', 'size_2'],
    ]),
    contexts: new Map([['prices', 'prices_2']]),
  };
  const { after, notes } = taken(renameInClip(clipOf(there, ['ask']), renames), here);
  expect(textOf(after)).toContain('It is {user.status_2}, tax {prices_2.tax}, fee {prices_2.fee}.');
  const where = need(after.tables.intents.get('where'));
  expect(where.expectedAttributes).toEqual(['user.size_2']);
  expect(where.actions[0]?.outputs).toEqual({ status: 'status_2' });
  expect(after.tables.attributes.find(({ name }) => name === 'status_2')?.type).toBe('int');
  expect(after.tables.contexts.find(({ name }) => name === 'prices')?.values).toEqual({ tax: 7 });
  expect(notes).toEqual(['The world “Slow” came along with its example answers.']);
});

test('uses copied without their intent speak by the new names, too', () => {
  const use = need(there.tables.intents.get('where')).actions[0]?.id ?? '';
  const clip = renameInClip(clipOf(there, [use]), { attributes: new Map([['status', 'state']]), contexts: new Map() });
  expect(clip.uses[0]?.outputs).toEqual({ status: 'state' });
});
