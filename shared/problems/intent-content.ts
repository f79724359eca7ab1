import { blockTexts } from '../model/block-texts.ts';
import type { IntentRecord, MessageBlock } from '../model/intent-record.ts';
import { isAsked } from '../model/interpreter-record.ts';
import { interpreterOf } from '../model/selectors/interpreter-of.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** Messages that would show an empty bubble. */
export const emptyMessage: Rule = (document) => {
  const problems: Problem[] = [];
  for (const intent of document.tables.intents.values())
    for (const message of intent.messages)
      if (intent.speaker === 'APP' && message.blocks.every(isEmptyBlock))
        problems.push({
          code: 'P007-empty-message',
          severity: 'error',
          ref: message.id,
          field: 'text',
          sentence: `“${intent.name}” has a message without text. Write what the app says.`,
        });
  return problems;
};

/** Blocks of other kinds show something even without words, or say on purpose that there is nothing to show. */
const isEmptyBlock = (block: MessageBlock): boolean => {
  if (block.kind === 'text') return block.text.trim() === '';
  return block.kind === 'button' && block.text.trim() === '' && block.buttons.length === 0;
};

/** APP intents that say nothing. One that only moves on, or speaks through a virtual intent, may be meant. */
export const noMessage: Rule = (document) =>
  intentsWhere(document.tables.intents.values(), (intent) => {
    return intent.speaker === 'APP' && intent.messages.length === 0;
  }).map((intent) => ({
    code: 'P008-no-message',
    severity: intent.transition === null && intent.virtualIntent === null ? 'error' : 'warning',
    ref: intent.id,
    field: 'messages',
    sentence: `“${intent.name}” has nothing to say. Add a message.`,
  }));

/** USER intents that only an id or a callback can reach: fine for buttons and the engine's own intents. */
export const nothingToRecognise: Rule = (document) => {
  const callable = new Set<string>();
  for (const interpreter of document.tables.interpreters.values()) {
    for (const intentId of Object.values(interpreter.callbacks)) callable.add(intentId);
    if (interpreter.kind === 'pattern') for (const { intentId } of interpreter.rules) callable.add(intentId);
  }
  for (const intent of document.tables.intents.values()) {
    if (intent.virtualIntent !== null) callable.add(intent.virtualIntent);
    for (const message of intent.messages)
      for (const block of message.blocks)
        for (const { text, role } of blockTexts(block)) if (role === 'callback') callable.add(text);
  }
  return intentsWhere(document.tables.intents.values(), (intent) => {
    const hasSample = intent.samples.some((sample) => sample.trim() !== '');
    const ownId = intent.intentId.startsWith('intent.');
    if (intent.speaker !== 'USER' || hasSample || ownId || callable.has(intent.intentId)) return false;
    // A service or a model may know it without any sample of ours.
    const interpreter = interpreterOf(document, intent);
    return interpreter === null || !isAsked(interpreter);
  }).map((intent) => ({
    code: 'P012-nothing-to-recognise',
    severity: 'warning',
    ref: intent.id,
    field: 'samples',
    sentence: `Nothing leads to “${intent.name}”. Add a sample utterance, or a button that calls it.`,
  }));
};

const intentsWhere = (intents: Iterable<IntentRecord>, wanted: (intent: IntentRecord) => boolean): IntentRecord[] =>
  [...intents].filter(wanted);
