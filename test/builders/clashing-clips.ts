import { applyDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import type { Clip } from '../../shared/exchange/clipboard/clip-schema.ts';
import { copyClip, printClip } from '../../shared/exchange/clipboard/copy-clip.ts';
import { planClipPaste } from '../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../shared/exchange/clipboard/read-clip.ts';
import type { Document } from '../../shared/model/document.ts';
import { aScenario } from './a-scenario.ts';
import { need } from './need.ts';
import { unwrap } from './unwrap.ts';

export const slow = { id: 'slow', name: 'Slow', description: '' };
/** Where a clip comes from: names that mean something else in the other. */
export const there = aScenario('There', { worlds: [slow] })
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
export const here = aScenario('Here')
  .withAttribute('status')
  .withAttribute('size', 'string', { description: 'Of a shirt' })
  .withContext('prices', { lifetime: 'constant', values: { tax: 7 } })
  .build();

/** What is on the clipboard, once printed and read again. */
export const clipOf = (document: Document, ids: readonly string[]): Clip =>
  unwrap(readClip(printClip(need(copyClip(document, ids)))));

/** What pasting comes to, and the document after it. */
export function taken(clip: Clip, to: Document) {
  const paste = planClipPaste(to, clip, { at: { x: 0, y: 0 }, into: () => null });
  const put = { kind: 'records.put', label: 'Paste', puts: paste.puts } as const;
  return { ...paste, after: applyDiff(to, unwrap(planCommand(to, put)).diff) };
}
