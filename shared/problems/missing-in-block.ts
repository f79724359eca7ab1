import type { BlockOf, FormElement, MessageBlock, MessageButton } from '../model/message-block.ts';

/** What a block lacks, in words that follow “has”, and the field of the block where it belongs. */
export type MissingPart = { readonly field: string; readonly missing: string };

/** Everything a block needs before it works. */
export function missingInBlock(block: MessageBlock): readonly MissingPart[] {
  switch (block.kind) {
    case 'button':
      return missingInButtons(block.buttons);
    case 'image':
      return unless(block.source, 'source', 'an image without an address');
    case 'audio':
      return unless(block.url, 'url', 'a sound without an address');
    case 'rich':
    case 'fullPageRich':
      return [
        ...(block.image === null
          ? []
          : unless(block.image.source, 'image.source', 'a card whose image has no address')),
        ...unless(`${block.text}${block.title}`, 'text', 'a card without words'),
        ...missingInButtons(block.buttons),
      ];
    case 'form':
    case 'fullPageForm':
      return [
        ...unless(block.text, 'text', 'a form that does not say what it is for'),
        ...(block.elements.length === 0 ? [{ field: 'elements', missing: 'a form that asks nothing' }] : []),
        ...block.elements.flatMap(missingInElement),
      ];
    case 'list':
      if (block.items.length === 0) return [{ field: 'items', missing: 'an empty list' }];
      return block.items.flatMap((item, index) => within(`items.${index}`, missingInBlock(item)));
    case 'handToSystem':
      return unless(block.system, 'system', 'a hand-over that does not say to whom');
    case 'attribute':
      return unless(block.reference, 'reference', 'a block that stands for no attribute');
    default:
      return missingInQuestion(block);
  }
}

function missingInQuestion(block: MessageBlock): readonly MissingPart[] {
  switch (block.kind) {
    case 'datePicker':
      return [
        ...unless(block.callback, 'callback', 'a date that is sent to nobody (it has no callback)'),
        ...withoutAttribute(block),
      ];
    case 'autocomplete':
    case 'addressAutocomplete':
      return [
        ...unless(block.callback, 'callback', 'a question whose answer is sent to nobody (it has no callback)'),
        ...(block.endpoint === null && block.options.length === 0 && block.optionsFrom === ''
          ? [{ field: 'options', missing: 'a question without anything to choose from' }]
          : []),
        ...withoutAttribute(block),
      ];
    case 'location':
    case 'fileUpload':
    case 'eSign':
      return withoutAttribute(block);
    default:
      return [];
  }
}

const unless = (given: string, field: string, missing: string): readonly MissingPart[] =>
  given === '' ? [{ field, missing }] : [];

const within = (part: string, missing: readonly MissingPart[]): readonly MissingPart[] =>
  missing.map((one) => ({ ...one, field: `${part}.${one.field}` }));

type Answered = BlockOf<'datePicker' | 'autocomplete' | 'addressAutocomplete' | 'location' | 'fileUpload' | 'eSign'>;

const withoutAttribute = ({ kind, attribute }: Answered): readonly MissingPart[] =>
  unless(attribute, 'attribute', `a question (${kind}) whose answer becomes no attribute`);

const missingInButtons = (buttons: readonly MessageButton[]): readonly MissingPart[] =>
  buttons.flatMap(({ text, target }, index) =>
    within(`buttons.${index}`, [
      ...unless(text.trim(), 'text', 'a button without words'),
      ...(target?.kind === 'link' ? unless(target.url, 'target.url', 'a button that leads to no address') : []),
    ]),
  );

/** Types of questions whose answer is one of their options. */
const choices: ReadonlySet<FormElement['type']> = new Set(['select', 'autocomplete', 'radio'] as const);

function missingInElement({ type, name, options, optionsFrom }: FormElement, index: number): readonly MissingPart[] {
  const isEmpty = choices.has(type) && options.length === 0 && optionsFrom === '';
  return within(`elements.${index}`, [
    ...unless(name.trim(), 'name', 'a question of a form without a name'),
    ...(isEmpty ? [{ field: 'options', missing: `a question (“${name}”) without anything to choose from` }] : []),
  ]);
}
