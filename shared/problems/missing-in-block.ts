import type { BlockOf, FormElement, MessageBlock, MessageButton } from '../model/message-block.ts';

/**
 * What a block lacks, in words that follow “has”; the field of the block where it belongs; and what to do there, for
 * whoever looks at that field.
 */
export type MissingPart = { readonly field: string; readonly missing: string; readonly here: string };

/** Everything a block needs before it works. */
export function missingInBlock(block: MessageBlock): readonly MissingPart[] {
  switch (block.kind) {
    case 'button':
      return missingInButtons(block.buttons);
    case 'image':
      return unless(block.source, 'source', 'an image without an address', givePicture);
    case 'audio':
      return unless(block.url, 'url', 'a sound without an address', 'Give the address of the sound.');
    case 'rich':
    case 'fullPageRich':
      return missingInCard(block);
    case 'form':
    case 'fullPageForm':
      return [
        ...unless(block.text, 'text', 'a form that does not say what it is for', 'Say what the form is for.'),
        ...(block.elements.length === 0
          ? [{ field: 'elements', missing: 'a form that asks nothing', here: 'Add a question.' }]
          : []),
        ...block.elements.flatMap(missingInElement),
      ];
    case 'list':
      if (block.items.length === 0) return [{ field: 'items', missing: 'an empty list', here: 'Add an item.' }];
      return block.items.flatMap((item, index) => within(`items.${index}`, missingInBlock(item)));
    case 'handToSystem':
      return unless(block.system, 'system', 'a hand-over that does not say to whom', 'Say who takes over.');
    case 'attribute':
      return unless(block.reference, 'reference', 'a block that stands for no attribute', 'Name the attribute.');
    default:
      return missingInQuestion(block);
  }
}

const givePicture = 'Give the address of the picture.';

const missingInCard = ({ image, text, title, buttons }: BlockOf<'rich' | 'fullPageRich'>): readonly MissingPart[] => [
  ...(image === null ? [] : unless(image.source, 'image.source', 'a card whose image has no address', givePicture)),
  ...unless(`${text}${title}`, 'text', 'a card without words', 'Write a title or a text.'),
  ...missingInButtons(buttons),
];

function missingInQuestion(block: MessageBlock): readonly MissingPart[] {
  switch (block.kind) {
    case 'datePicker':
      return [
        ...unless(block.text, 'text', 'a date that is not asked for', 'Say which day or time is asked for.'),
        ...withoutCallback(block),
        ...withoutAttribute(block),
      ];
    case 'autocomplete':
    case 'addressAutocomplete':
      return [
        ...unless(block.title, 'title', 'a question without words', 'Say what is asked.'),
        ...withoutCallback(block),
        ...(hasSuggestions(block)
          ? []
          : [{ field: 'options', missing: 'a question without anything to choose from', here: giveOptions }]),
        ...missingInEndpoint(block),
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

type Lookup = BlockOf<'autocomplete' | 'addressAutocomplete'>;

/** Who knows addresses brings the suggestions along. */
const hasSuggestions = (block: Lookup): boolean =>
  block.endpoint !== null ||
  block.options.length > 0 ||
  block.optionsFrom !== '' ||
  (block.kind === 'addressAutocomplete' && block.provider !== '');

function missingInEndpoint({ endpoint }: Lookup): readonly MissingPart[] {
  if (endpoint === null) return [];
  const what = 'suggestions from a service';
  return [
    ...unless(endpoint.url, 'endpoint.url', `${what} without its address`, 'Give the address of the service.'),
    ...unless(
      endpoint.queryParameter,
      'endpoint.queryParameter',
      `${what} that is not told what was typed`,
      'Name the parameter that carries what is typed.',
    ),
  ];
}

const giveOptions = 'Give something to choose from.';
const nameAttribute = 'Name the attribute that keeps the answer.';

function unless(given: string, field: string, missing: string, here: string): readonly MissingPart[] {
  return given === '' ? [{ field, missing, here }] : [];
}

const within = (part: string, missing: readonly MissingPart[]): readonly MissingPart[] =>
  missing.map((one) => ({ ...one, field: `${part}.${one.field}` }));

type Answered = BlockOf<'datePicker' | 'autocomplete' | 'addressAutocomplete' | 'location' | 'fileUpload' | 'eSign'>;

/** What a designer calls a question of each kind. */
const words: { readonly [Kind in Answered['kind']]: string } = {
  datePicker: 'a date',
  autocomplete: 'an autocomplete',
  addressAutocomplete: 'an address',
  location: 'a location',
  fileUpload: 'a file upload',
  eSign: 'a signature',
};

const withoutAttribute = ({ kind, attribute }: Answered): readonly MissingPart[] =>
  unless(attribute, 'attribute', `${words[kind]} that becomes no attribute`, nameAttribute);

const withoutCallback = ({ kind, callback }: Answered): readonly MissingPart[] =>
  unless(
    callback,
    'callback',
    `${words[kind]} that is sent to nobody (it has no callback)`,
    'Say which intent hears the answer.',
  );

const missingInButtons = (buttons: readonly MessageButton[]): readonly MissingPart[] =>
  buttons.flatMap(({ text, target }, index) =>
    within(`buttons.${index}`, [
      ...unless(text.trim(), 'text', 'a button without words', 'Write what stands on it.'),
      ...(target?.kind === 'link'
        ? unless(target.url, 'target.url', 'a button that leads to no address', 'Give the address.')
        : []),
    ]),
  );

/** Types of questions whose answer is one of their options. */
const choices: ReadonlySet<FormElement['type']> = new Set(['select', 'autocomplete', 'radio'] as const);

function missingInElement({ type, name, options, optionsFrom }: FormElement, index: number): readonly MissingPart[] {
  const isEmpty = choices.has(type) && options.length === 0 && optionsFrom === '';
  const missing = `a question (“${name}”) without anything to choose from`;
  return within(`elements.${index}`, [
    ...unless(name.trim(), 'name', 'a question of a form without a name', nameAttribute),
    ...(isEmpty ? [{ field: 'options', missing, here: giveOptions }] : []),
  ]);
}
