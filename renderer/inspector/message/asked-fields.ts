import type { BlockOf, MessageBlock } from '../../../shared/model/message-block.ts';
import { manyElements, optionParts } from './element-fields.ts';
import { fieldsOf, type FieldSpecs } from './field-spec.ts';

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

const question = fieldsOf<{ text: string }>().words('text', 'Text', 'What is asked', { lines: true });

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
          { key: 'name', label: 'Name', meaning: 'What the service calls it', placeholder: 'name' },
          { key: 'value', label: 'Value', meaning: 'What goes along', placeholder: 'value' },
        ]),
      ],
    ),
  ),
] as const;

const date = fieldsOf<BlockOf<'datePicker'>>();
const address = fieldsOf<BlockOf<'addressAutocomplete'>>();
const place = fieldsOf<BlockOf<'location'>>();
const long = fieldsOf<BlockOf<'longText'>>();
const file = fieldsOf<BlockOf<'fileUpload'>>();
const sign = fieldsOf<BlockOf<'eSign'>>();

const dateFormats = [
  { value: 'date', label: 'A day' },
  { value: 'time', label: 'A time' },
  { value: 'dateTime', label: 'A day and a time' },
  { value: 'monthYear', label: 'A month' },
  { value: 'year', label: 'A year' },
] as const;
const isDay = ({ format }: BlockOf<'datePicker'>): boolean => format === 'date';

type Kind = Extract<
  MessageBlock['kind'],
  | 'form'
  | 'fullPageForm'
  | 'datePicker'
  | 'autocomplete'
  | 'addressAutocomplete'
  | 'location'
  | 'longText'
  | 'fileUpload'
  | 'eSign'
>;

/** Of every kind of block that asks, its fields. */
export const askedFields: { readonly [Asked in Kind]: FieldSpecs<BlockOf<Asked>> } = {
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
};
