import { expect, test } from 'vitest';
import { editableText, planTextEdit } from '../../../../../renderer/canvas/gestures/plan-text-edit.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { after } from '../../../../builders/run-command.ts';

const document = aScenario()
  .withApiAction('lookUp')
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { samples: ['Where is it?', 'Track it'] })
  .user('silent')
  .app('tell', { messages: [{ text: 'Here', buttons: [{ text: 'Thanks' }] }, 'Second'] })
  .app('mute')
  .withNote('Ask legal')
  .build();

const edited = (id: string, typed: string): Document => after(document, need(planTextEdit(document, id, typed)));
const intent = (of: Document, id: string) => need(of.tables.intents.get(id));

test('the first sample utterance is what is edited of a USER intent', () => {
  expect(editableText(document, 'where')).toBe('Where is it?');
  expect(intent(edited('where', '  Where is my order?  '), 'where').samples).toEqual([
    'Where is my order?',
    'Track it',
  ]);
  expect(intent(edited('where', ''), 'where').samples).toEqual(['Track it']);
  expect(intent(edited('silent', 'Hello'), 'silent').samples).toEqual(['Hello']);
});

test('the first message text is what is edited of an APP intent; its buttons stay', () => {
  const { messages } = intent(edited('tell', 'There'), 'tell');
  expect(messages[0]?.blocks).toEqual([
    { kind: 'button', text: 'There', buttons: [expect.objectContaining({ text: 'Thanks' })] },
  ]);
  expect(messages).toHaveLength(2);
});

test('an APP intent without a message gets one', () => {
  const { messages } = intent(edited('mute', 'Sorry'), 'mute');
  expect(messages).toMatchObject([{ id: 'mute-message', blocks: [{ kind: 'text', text: 'Sorry' }] }]);
});

test('frames are renamed, but never to nothing; notes may be emptied', () => {
  expect(edited('orders', ' Orders ').tables.conversations.get('orders')?.name).toBe('Orders');
  expect(edited('find', 'Find').tables.scenes.get('find')?.name).toBe('Find');
  expect(edited('ask', 'Ask').tables.turns.get('ask')?.name).toBe('Ask');
  expect(planTextEdit(document, 'ask', '  ')).toBeNull();
  expect(edited('note', '').tables.notes.get('note')?.text).toBe('');
});

test('typing what was there already changes nothing, and other things have no text to edit', () => {
  expect(planTextEdit(document, 'where', 'Where is it?')).toBeNull();
  expect(editableText(document, 'lookUp')).toBeNull();
  expect(planTextEdit(document, 'lookUp', 'x')).toBeNull();
});
