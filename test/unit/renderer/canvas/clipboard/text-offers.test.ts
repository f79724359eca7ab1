import { expect, test } from 'vitest';
import { textOffers } from '../../../../../renderer/canvas/clipboard/text-offers.ts';
import type { Placing } from '../../../../../renderer/state/ui-store.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { after } from '../../../../builders/run-command.ts';

const document = aScenario()
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { samples: ['where is it'] })
  .app('tell', { text: 'Here.' })
  .build();
const text = 'where is it\r\n  where did it go \n\nwhere did it go\nis it lost?';
const at = { x: 40, y: 60 };
const place: Placing = (make) => make(at);

const labels = (selected?: string, said = text): string[] =>
  textOffers(document, said, selected, place).flatMap((entry) => ('label' in entry ? [entry.label] : []));

function chosen(label: string, selected?: string): Document {
  const entry = textOffers(document, text, selected, place).find((one) => 'label' in one && one.label === label);
  if (entry?.kind !== 'choice' || !('command' in entry.choice)) throw new Error(`no “${label}”`);
  return after(document, entry.choice.command);
}

test('any text can be what people say, what the app says, or a note', () => {
  expect(labels()).toEqual([
    '“where is it”, pasted as',
    'A USER intent with 3 samples',
    'An APP intent that says it',
    'A note',
  ]);
  const asked = chosen('A USER intent with 3 samples');
  expect(asked.tables.intents.get('where-is-it')?.samples).toEqual(['where is it', 'where did it go', 'is it lost?']);
  expect(asked.tables.conversations.size).toBe(2);
  const said = chosen('An APP intent that says it', 'ask');
  expect(said.tables.intents.get('where-is-it')).toMatchObject({ turn: 'ask', speaker: 'APP' });
  expect([...chosen('A note').tables.notes.values()]).toMatchObject([{ text: text.trim(), ...at }]);
});

test('to the intent that is selected it is added', () => {
  expect(labels('where')[1]).toBe('2 more samples of “where”');
  expect(chosen('2 more samples of “where”', 'where').tables.intents.get('where')?.samples).toEqual([
    'where is it',
    'where did it go',
    'is it lost?',
  ]);
  expect(chosen('One more message of “tell”', 'tell').tables.intents.get('tell')?.messages).toHaveLength(2);
  expect(labels('where', 'where is it')[1]).toBe('A USER intent that says it');
});
