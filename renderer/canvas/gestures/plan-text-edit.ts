import type { Command } from '../../../shared/commands/command.ts';
import type { Document } from '../../../shared/model/document.ts';
import { freeId, type MessageId } from '../../../shared/model/ids.ts';
import type { IntentRecord, Message, MessageBlock } from '../../../shared/model/intent-record.ts';
import { textOfBlock, withTextOfBlock } from '../../../shared/model/selectors/text-of-message.ts';
import { intentText } from '../layout/measure-intent.ts';

/** What a node lets one edit in place: the words of an intent, the name of a frame, a note. Null for the others. */
export function editableText(document: Document, id: string): string | null {
  const { intents, conversations, scenes, turns, notes } = document.tables;
  const intent = intents.get(id);
  if (intent !== undefined) return intentText(intent);
  const frame = conversations.get(id) ?? scenes.get(id) ?? turns.get(id);
  return frame?.name ?? notes.get(id)?.text ?? null;
}

/** The command that writes what was typed; null when it says what was there before. */
export function planTextEdit(document: Document, id: string, typed: string): Command | null {
  if (typed === editableText(document, id)) return null;
  const { intents, conversations, scenes, turns, notes } = document.tables;
  const intent = intents.get(id);
  if (intent !== undefined) return intentEdit(document, intent, typed);
  const changes = { name: typed.trim() };
  if (notes.has(id)) return { kind: 'record.update', table: 'notes', id, changes: { text: typed } };
  // A frame without a name could not be told from another.
  if (changes.name === '') return null;
  if (conversations.has(id)) return { kind: 'record.update', table: 'conversations', id, changes };
  if (scenes.has(id)) return { kind: 'record.update', table: 'scenes', id, changes };
  return turns.has(id) ? { kind: 'record.update', table: 'turns', id, changes } : null;
}

function intentEdit(document: Document, intent: IntentRecord, typed: string): Command {
  const text = typed.trim();
  const update = { kind: 'record.update', table: 'intents', id: intent.id } as const;
  if (intent.speaker === 'USER') {
    const others = intent.samples.slice(1);
    return { ...update, changes: { samples: text === '' ? others : [text, ...others] } };
  }
  const [first, ...others] = intent.messages;
  return { ...update, changes: { messages: [withText(document, intent, first, text), ...others] } };
}

function withText(document: Document, intent: IntentRecord, message: Message | undefined, text: string): Message {
  if (message === undefined) {
    const id = freeId(`${intent.id}-message`, (taken) => document.homes.has(taken)) as MessageId;
    return { id, name: '', conditions: [], blocks: [{ kind: 'text', text }] };
  }
  // The block that is shown: the first with words, else the first at all.
  const shown = message.blocks.findIndex((block) => textOfBlock(block) !== '');
  const index = Math.max(0, shown);
  const [block] = message.blocks.slice(index);
  const written: MessageBlock = block === undefined ? { kind: 'text', text } : withTextOfBlock(block, text);
  return { ...message, blocks: message.blocks.length === 0 ? [written] : message.blocks.with(index, written) };
}
