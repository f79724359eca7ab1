import type { IntentRecord, Message } from '../model/intent-record.ts';
import type { BlockOf, MessageBlock } from '../model/message-block.ts';
import type { Document } from '../model/document.ts';
import { missingInBlock } from './missing-in-block.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** Blocks that wait for an answer and take the place of what is typed. */
export const answered: ReadonlySet<MessageBlock['kind']> = new Set([
  'button',
  'form',
  'fullPageForm',
  'datePicker',
  'autocomplete',
  'addressAutocomplete',
  'location',
  'longText',
  'fileUpload',
  'eSign',
] as const);
/** Blocks that show nothing in the talk, so that their place means nothing. */
const unseen: ReadonlySet<MessageBlock['kind']> = new Set(['meta', 'cta', 'empty'] as const);

/** Of the blocks that wait for an answer only one can, and what follows it is seen too late. */
export const blockOrder: Rule = (document) =>
  eachMessage(document, (message, intent) => {
    const seen = message.blocks.filter(({ kind }) => !unseen.has(kind));
    const waiting = seen.filter(({ kind }) => answered.has(kind));
    const [first] = waiting;
    if (first === undefined || (waiting.length === 1 && seen.at(-1) === first)) return [];
    const sentence =
      waiting.length > 1
        ? `A message of “${intent.name}” waits for ${waiting.length} answers at once. Leave one, and put it last.`
        : `In a message of “${intent.name}” something follows what waits for an answer. Put that last.`;
    return [{ code: 'P030-block-order', severity: 'warning', ref: message.id, field: 'blocks', sentence }];
  });

/** A block without what makes it work. */
export const incompleteBlock: Rule = (document) =>
  eachMessage(document, (message, intent) =>
    message.blocks.flatMap((block, index) =>
      missingInBlock(block).map(({ field, missing, here }) => ({
        code: 'P031-incomplete-block',
        severity: 'error',
        ref: message.id,
        field: `blocks.${index}.${field}`,
        sentence: `A message of “${intent.name}” has ${missing}.`,
        here,
      })),
    ),
  );

/** As many buttons as fit on a card. */
export const mostButtons = { rich: 3, fullPageRich: 4 } as const;

export const tooManyButtons: Rule = (document) =>
  eachMessage(document, (message, intent) =>
    cardsOf(message).flatMap(({ card, field }) => {
      const most = mostButtons[card.kind];
      if (card.buttons.length <= most) return [];
      const sentence = `A card of “${intent.name}” has ${card.buttons.length} buttons; ${most} fit.`;
      const here = `At most ${most} fit.`;
      return [{ code: 'P032-too-many-buttons', severity: 'warning', ref: message.id, field, sentence, here }];
    }),
  );

/** Where nothing can be typed, something has to be there to press; unless the talk goes on by itself. */
export const deadEndMessage: Rule = (document) =>
  eachMessage(document, ({ id, disableText, blocks }, intent) => {
    if (disableText !== true || intent.virtualIntent !== null || blocks.some(canAnswer)) return [];
    const sentence = `A message of “${intent.name}” takes nothing typed and asks nothing, so nobody can go on from it.`;
    const here = 'Give people something to press, or nobody can go on.';
    return [{ code: 'P037-dead-end-message', severity: 'warning', ref: id, field: 'disableText', sentence, here }];
  });

function canAnswer(block: MessageBlock): boolean {
  if (block.kind === 'list') return block.items.some(canAnswer);
  if (isCard(block)) return block.callback !== '' || block.buttons.length > 0;
  // What an attribute holds is known only in the talk.
  return answered.has(block.kind) || block.kind === 'attribute';
}

type Card = BlockOf<'rich' | 'fullPageRich'>;
const isCard = (block: MessageBlock): block is Card => block.kind === 'rich' || block.kind === 'fullPageRich';

/** Cards stand alone or in a list. */
const cardsOf = (message: Message): readonly { readonly card: Card; readonly field: string }[] =>
  message.blocks.flatMap((block, index) => {
    if (isCard(block)) return [{ card: block, field: `blocks.${index}.buttons` }];
    if (block.kind !== 'list') return [];
    return block.items.flatMap((item, at) =>
      isCard(item) ? [{ card: item, field: `blocks.${index}.items.${at}.buttons` }] : [],
    );
  });

function eachMessage(
  document: Document,
  look: (message: Message, intent: IntentRecord) => readonly Problem[],
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const intent of document.tables.intents.values())
    for (const message of intent.messages) problems.push(...look(message, intent));
  return problems;
}
