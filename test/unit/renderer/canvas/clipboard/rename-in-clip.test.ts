import { expect, test } from 'vitest';
import { applyDiff } from '../../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../../shared/commands/plan-command.ts';
import { renameInClip } from '../../../../../renderer/canvas/clipboard/rename-in-clip.ts';
import { copyClip, printClip } from '../../../../../shared/exchange/clipboard/copy-clip.ts';
import { planClipPaste } from '../../../../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../../../../shared/exchange/clipboard/read-clip.ts';
import type { Clip } from '../../../../../shared/exchange/clipboard/clip-schema.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { unwrap } from '../../../../builders/unwrap.ts';

const slow = { id: 'slow', name: 'Slow', description: '' };
const there = aScenario('There', { worlds: [slow] })
  .withAttribute('status', 'int')
  .withAttribute('size', 'string', { values: [{ value: 'small', synonyms: [] }] })
  .withContext('prices', { lifetime: 'constant', values: { tax: 19, fee: 4 } })
  .withApiAction('lookUp', { inputs: ['id'], outputs: ['status'], mocks: [{ world: 'slow' }] })
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { expects: ['user.size'], actions: ['lookUp'] })
  .app('tell', { text: 'It is {user.status}, tax {prices.tax}, fee {prices.fee}.' })
  .build();
const here = aScenario('Here')
  .withAttribute('status')
  .withAttribute('size', 'string', { description: 'Of a shirt' })
  .withContext('prices', { lifetime: 'constant', values: { tax: 7 } })
  .build();

const clipOf = (document: Document, ids: readonly string[]): Clip =>
  unwrap(readClip(printClip(need(copyClip(document, ids)))));

function taken(clip: Clip, to: Document) {
  const paste = planClipPaste(to, clip, { at: { x: 0, y: 0 }, into: () => null });
  const put = { kind: 'records.put', label: 'Paste', puts: paste.puts } as const;
  return { ...paste, after: applyDiff(to, unwrap(planCommand(to, put)).diff) };
}

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
