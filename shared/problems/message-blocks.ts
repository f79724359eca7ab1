import type { IntentRecord, Message } from '../model/intent-record.ts';
import type { FormElement, MessageBlock } from '../model/message-block.ts';
import type { Document } from '../model/document.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** Blocks that wait for an answer and take the place of what is typed. */
const answered: ReadonlySet<MessageBlock['kind']> = new Set([
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
    message.blocks
      .flatMap((block) => [block, ...(block.kind === 'list' ? block.items : [])])
      .flatMap((block) => whatIsMissing(block) ?? [])
      .map((missing) => ({
        code: 'P031-incomplete-block',
        severity: 'error',
        ref: message.id,
        field: 'blocks',
        sentence: `A message of “${intent.name}” has ${missing}.`,
      })),
  );

/** As many buttons as fit on a card. */
const mostButtons = { rich: 3, fullPageRich: 4 } as const;

export const tooManyButtons: Rule = (document) =>
  eachMessage(document, (message, intent) =>
    message.blocks.flatMap((block) => {
      if (block.kind !== 'rich' && block.kind !== 'fullPageRich') return [];
      const most = mostButtons[block.kind];
      if (block.buttons.length <= most) return [];
      const sentence = `A card of “${intent.name}” has ${block.buttons.length} buttons; ${most} fit.`;
      return [{ code: 'P032-too-many-buttons', severity: 'warning', ref: message.id, field: 'blocks', sentence }];
    }),
  );

function eachMessage(
  document: Document,
  look: (message: Message, intent: IntentRecord) => readonly Problem[],
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const intent of document.tables.intents.values())
    for (const message of intent.messages) problems.push(...look(message, intent));
  return problems;
}

function whatIsMissing(block: MessageBlock): string | null {
  switch (block.kind) {
    case 'button':
      return missingInButtons(block.buttons);
    case 'image':
      return block.source === '' ? 'an image without an address' : null;
    case 'audio':
      return block.url === '' ? 'a sound without an address' : null;
    case 'rich':
    case 'fullPageRich':
      if (block.image !== null && block.image.source === '') return 'a card whose image has no address';
      return block.text === '' && block.title === '' ? 'a card without words' : missingInButtons(block.buttons);
    case 'form':
    case 'fullPageForm':
      if (block.text === '') return 'a form that does not say what it is for';
      return block.elements.length === 0 ? 'a form that asks nothing' : missingInElements(block.elements);
    case 'list':
      return block.items.length === 0 ? 'an empty list' : null;
    case 'handToSystem':
      return block.system === '' ? 'a hand-over that does not say to whom' : null;
    case 'attribute':
      return block.reference === '' ? 'a block that stands for no attribute' : null;
    case 'datePicker':
      return block.callback === '' ? 'a date that is sent to nobody (it has no callback)' : withoutAttribute(block);
    case 'autocomplete':
    case 'addressAutocomplete':
      if (block.callback === '') return 'a question whose answer is sent to nobody (it has no callback)';
      if (block.endpoint === null && block.options.length === 0 && block.optionsFrom === '')
        return 'a question without anything to choose from';
      return withoutAttribute(block);
    case 'location':
    case 'fileUpload':
    case 'eSign':
      return withoutAttribute(block);
    default:
      return null;
  }
}

const withoutAttribute = ({ kind, attribute }: { readonly kind: string; readonly attribute: string }): string | null =>
  attribute === '' ? `a question (${kind}) whose answer becomes no attribute` : null;

function missingInButtons(buttons: Extract<MessageBlock, { kind: 'button' }>['buttons']): string | null {
  if (buttons.some(({ text }) => text.trim() === '')) return 'a button without words';
  return buttons.some(({ target }) => target?.kind === 'link' && target.url === '')
    ? 'a button that leads to no address'
    : null;
}

const choices: ReadonlySet<FormElement['type']> = new Set(['select', 'autocomplete', 'radio'] as const);

function missingInElements(elements: readonly FormElement[]): string | null {
  if (elements.some(({ name }) => name.trim() === '')) return 'a question of a form without a name';
  const empty = elements.find(
    ({ type, options, optionsFrom }) => choices.has(type) && options.length === 0 && optionsFrom === '',
  );
  return empty === undefined ? null : `a question (“${empty.name}”) without anything to choose from`;
}
