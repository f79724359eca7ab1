import type { BlockOf, LeafBlock, MessageBlock } from '../../../shared/model/message-block.ts';
import { textOfBlock } from '../../../shared/model/selectors/text-of-message.ts';
import { blankBlock, blockKinds, leafKinds } from './block-kinds.ts';
import { manyButtons } from './button-fields.ts';
import { manyElements, optionParts } from './element-fields.ts';
import { fieldsOf, type FieldSpecs } from './field-spec.ts';

type Table = { readonly [Kind in MessageBlock['kind']]: FieldSpecs<BlockOf<Kind>> };

const submit = fieldsOf<{ submitText: string; callback: string }>();
const callback = submit.callback('callback', 'Callback', 'Intent it says', {
  placeholder: 'intent id',
});
const submitText = submit.words('submitText', 'Send button', 'Its words', { placeholder: 'Send' });

const attribute = fieldsOf<{ attribute: string }>().attribute('attribute', 'Attribute', 'Keeps it', {
  placeholder: 'delivery_date',
});

const cancelled = fieldsOf<{ cancelText: string; cancelCallback: string }>();
const cancel = [
  cancelled.words('cancelText', 'Cancel button', 'What stands on it', { placeholder: 'Cancel' }),
  cancelled.callback('cancelCallback', 'Cancel callback', 'Without it, no such button', {
    placeholder: 'intent id',
  }),
] as const;

const said = fieldsOf<{ text: string }>();
const question = said.words('text', 'Text', 'What is asked', { lines: true });

const picture = fieldsOf<Pick<BlockOf<'image'>, 'source' | 'description' | 'link' | 'newTab'>>();
const pictureFields = [
  picture.words('source', 'Address', 'Where the picture lies', { mono: true, placeholder: 'https://' }),
  picture.words('description', 'Description', 'For those who do not see it'),
  picture.more(
    'Link',
    picture.words('link', 'Leads to', 'When it is pressed', { mono: true, placeholder: 'https://' }),
    picture.onOff('newTab', 'In a new tab', 'The page stays open'),
  ),
] as const;

const card = fieldsOf<Omit<BlockOf<'rich'>, 'kind'>>();
const cardFields = [
  card.words('title', 'Title', 'The heading'),
  card.words('subtitle', 'Subtitle', 'Below the heading'),
  card.words('text', 'Text', 'What the card says', { lines: true }),
  card.part('image', 'Image', 'Above the heading', { source: '', description: '', link: '', newTab: false }, [
    ...pictureFields,
  ]),
  card.many('buttons', 'Buttons', 'Below the text', manyButtons),
  card.more(
    'When the card itself is pressed',
    card.callback('callback', 'Callback', 'The intent it says', { placeholder: 'intent id' }),
    card.words('callbackValue', 'Value', 'What goes along', { mono: true, placeholder: 'attribute.value' }),
    card.words('link', 'Leads to', 'An address', { mono: true, placeholder: 'https://' }),
  ),
] as const;

const form = fieldsOf<Omit<BlockOf<'form'>, 'kind'>>();
const formFields = [
  form.words('text', 'Text', 'What the form is for', { lines: true }),
  form.many('elements', 'Questions', 'Each answer becomes an attribute', manyElements),
  form.beside(callback, submitText),
  form.more('More', form.onOff('autoSubmit', 'Sends itself', 'As soon as every question has an answer'), ...cancel),
] as const;

const lookup = fieldsOf<Omit<BlockOf<'autocomplete'>, 'kind'>>();
const endpoint = fieldsOf<NonNullable<BlockOf<'autocomplete'>['endpoint']>>();
const lookupFields = [
  lookup.words('title', 'Title', 'What is asked'),
  lookup.beside(attribute, callback),
  lookup.pairs('options', 'Options', 'Suggested while somebody types', 'option', optionParts),
  lookup.more(
    'More',
    lookup.reference('optionsFrom', 'Options from', 'A list that takes their place', { placeholder: 'user.cities' }),
    lookup.words('placeholder', 'Placeholder', 'While it is empty'),
    submitText,
    lookup.part(
      'endpoint',
      'Suggestions from a service',
      'Asked by the page, where it may',
      { url: '', parameters: [], queryParameter: '' },
      [
        endpoint.words('url', 'Address', 'Answers a list of names', { mono: true, placeholder: 'https://' }),
        endpoint.plain('queryParameter', 'Query parameter', 'Carries what is typed', { mono: true, placeholder: 'q' }),
        endpoint.pairs('parameters', 'Parameters', 'Sent along', 'parameter', [
          { key: 'name', label: 'Name', placeholder: 'name' },
          { key: 'value', label: 'Value', placeholder: 'value' },
        ]),
      ],
    ),
  ),
] as const;

const buttons = fieldsOf<BlockOf<'button'>>();
const list = fieldsOf<BlockOf<'list'>>();
const date = fieldsOf<BlockOf<'datePicker'>>();
const address = fieldsOf<BlockOf<'addressAutocomplete'>>();
const place = fieldsOf<BlockOf<'location'>>();
const long = fieldsOf<BlockOf<'longText'>>();
const file = fieldsOf<BlockOf<'fileUpload'>>();
const sign = fieldsOf<BlockOf<'eSign'>>();
const handOver = fieldsOf<BlockOf<'handToSystem'>>();

const dateFormats = [
  { value: 'date', label: 'A day' },
  { value: 'time', label: 'A time' },
  { value: 'dateTime', label: 'A day and a time' },
  { value: 'monthYear', label: 'A month' },
  { value: 'year', label: 'A year' },
] as const;
const isDay = ({ format }: BlockOf<'datePicker'>): boolean => format === 'date';

/** Of every kind of block, its fields. A new kind does not compile until it is here. */
export const blockFields: Table = {
  text: [
    said.words('text', 'Text', 'What is said; {user.name} is filled in', {
      lines: true,
      isLabelHidden: true,
      placeholder: 'What the app says',
    }),
  ],
  button: [
    buttons.words('text', 'Text above the buttons', 'May be left out', {
      lines: true,
      isLabelHidden: true,
      placeholder: 'Text above the buttons, if any',
    }),
    buttons.many('buttons', '', '', manyButtons),
    buttons.more(
      'Where they stand',
      buttons.onOff('external', 'Below the talk', 'In the place of what is typed'),
      buttons.onOff('clearAfterInteraction', 'Gone when pressed', 'They are not shown after that'),
    ),
  ],
  image: pictureFields,
  audio: [
    fieldsOf<BlockOf<'audio'>>().words('title', 'Title', 'What is to be heard'),
    fieldsOf<BlockOf<'audio'>>().words('url', 'Address', 'Where the sound lies', {
      mono: true,
      placeholder: 'https://',
    }),
  ],
  rich: cardFields,
  fullPageRich: cardFields,
  list: [
    list.words('title', 'Title', 'Above the list; may be left out'),
    list.choice('view', 'Items stand', 'On the page', [
      { value: 'vertical', label: 'Below each other' },
      { value: 'horizontal', label: 'Beside each other' },
    ]),
    list.many('items', 'Items', 'Any block but a list', {
      word: 'item',
      look: 'rows',
      fields: (item: LeafBlock) => fieldsOfBlock(item),
      title: (item) => ('title' in item && item.title) || textOfBlock(item) || blockKinds[item.kind].label,
      summary: ({ kind }) => blockKinds[kind].label,
      add: leafKinds.map((kind) => ({
        label: blockKinds[kind].label,
        icon: blockKinds[kind].icon,
        blank: () => blankBlock(kind),
      })),
    }),
  ],
  attribute: [
    fieldsOf<BlockOf<'attribute'>>().reference('reference', 'Attribute', 'Holds a whole message', {
      placeholder: 'user.offer',
    }),
  ],
  form: formFields,
  fullPageForm: formFields,
  datePicker: [
    question,
    date.choice('format', 'Asks for', 'What is picked', dateFormats),
    date.beside(attribute, callback),
    date.beside(
      date.words('minDate', 'Earliest', 'today, or a date', { placeholder: '2027-01-31' }),
      date.words('maxDate', 'Latest', 'today, or a date', { placeholder: '2027-12-31' }),
    ),
    date.more(
      'More',
      submitText,
      date.onOff('noPastDates', 'No past dates', 'Today is the earliest'),
      date.onOff('noFutureDates', 'No future dates', 'Today is the latest'),
      date.when(isDay, date.onOff('dayRequired', 'Day', 'Off asks for a month')),
      date.when(isDay, date.onOff('monthRequired', 'Month', 'Without the day, off asks for a year')),
      date.when(isDay, date.onOff('yearRequired', 'Year', 'Part of the date')),
    ),
  ],
  autocomplete: lookupFields,
  addressAutocomplete: [
    ...lookupFields,
    address.choice('provider', 'Provider', 'Who knows addresses', [
      { value: '', label: 'The page chooses' },
      { value: 'google', label: 'Google' },
      { value: 'fetchify', label: 'Fetchify' },
    ]),
  ],
  location: [
    question,
    place.beside(attribute, callback),
    place.more(
      'More',
      submitText,
      place.plain('apiKey', 'Key of the map', 'Anybody who has the file can read it', { mono: true }),
    ),
  ],
  longText: [
    question,
    long.beside(callback, long.number('characterLimit', 'At most', 'Letters', 'any number')),
    long.words('placeholder', 'Placeholder', 'While nothing is written'),
    long.more(
      'More',
      submitText,
      long.words('initialText', 'Filled in', 'What stands there at first', { lines: true }),
      long.words('confirmationText', 'Confirmation', 'Shown once it was sent'),
    ),
  ],
  fileUpload: [
    question,
    file.beside(attribute, callback),
    file.onOff('multiple', 'Several files', 'Otherwise one'),
    file.beside(
      file.listed('fileTypes', 'Types', 'Or any', 'pdf, image/*'),
      file.number('maxBytes', 'At most', 'Bytes a file', 'any size'),
    ),
    file.more(
      'More',
      submitText,
      ...cancel,
      file.callback('errorCallback', 'Error callback', 'When it cannot be sent', { placeholder: 'intent id' }),
      file.words('basePath', 'Folder', 'Where the files are put', { mono: true }),
    ),
  ],
  eSign: [
    sign.words('documentTitle', 'Document', 'Its title'),
    sign.words('documentText', 'Text', 'What is signed', { lines: true }),
    sign.beside(attribute, callback),
    sign.more(
      'What stands on it',
      sign.words('checkboxText', 'Box to tick', 'Agrees to the document', { placeholder: 'I sign this' }),
      sign.beside(submitText, sign.words('confirmText', 'Confirm', 'Its words')),
      sign.beside(
        sign.words('resignText', 'Sign again', 'Its words'),
        sign.words('signature', 'Filled in', 'The name', { placeholder: '{user.name}' }),
      ),
      ...cancel,
    ),
    sign.more(
      'Where it is kept',
      sign.words('fileName', 'File name', 'Of the signed document', { mono: true }),
      sign.words('filePath', 'Folder', 'Where it is put', { mono: true }),
    ),
  ],
  handToSystem: [
    handOver.words('system', 'System', 'Who takes over', { placeholder: 'support-desk' }),
    handOver.facts('data', 'Data', 'What goes along'),
  ],
  meta: [
    fieldsOf<BlockOf<'meta'>>().facts('data', 'Facts', 'The page reads them', [
      'progressPercent',
      'progressText',
      'textLimit',
      'teamName',
    ]),
  ],
  cta: [said.words('text', 'Text', 'Seen while the chat is closed')],
  empty: [],
};

/** The fields of this block. */
export const fieldsOfBlock = (block: MessageBlock): FieldSpecs<never> => blockFields[block.kind];
