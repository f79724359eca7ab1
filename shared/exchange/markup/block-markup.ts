import { isJsonObject } from '../../base/json.ts';
import type { MessageBlock } from '../../model/message-block.ts';
import { buttonsIn } from './button-markup.ts';
import {
  dataIn,
  flagIn,
  flagInTag,
  flagOffIn,
  listIn,
  listOf,
  numberIn,
  objectIn,
  optionsIn,
  saidContent,
  saidIn,
  textContent,
  textIn,
  textInTag,
  wordIn,
  wordsIn,
  type MarkupField,
  type MarkupFields,
} from './markup-field.ts';
import { escapeXml } from './parse-xml.ts';
import { isTrue } from './said-text.ts';

/** How a kind of block stands in markup: the names of its element, the first of which is written, and its fields. */
export type BlockMarkup = { readonly elements: readonly string[]; readonly fields: MarkupFields };

const submit = { submitText: textIn('submit_text'), callback: textIn('callback') };
const attribute = { attribute: textIn('attribute_name') };
const cancel = { cancelText: textIn('cancel_text'), cancelCallback: textIn('cancel_callback') };

/** An address and whether it opens beside the page, which older files say of the block instead. */
const linkAnd = (name: string, ...older: readonly string[]): MarkupField => ({
  in: 'content',
  spread: true,
  read: (reader) => {
    const child = reader.child([name, ...older]);
    const isNewTab =
      isTrue(child?.attribute(['new_tab', 'link_new_tab']) ?? null) || isTrue(reader.attribute(['link_new_tab']));
    const link = child?.text();
    child?.end();
    return { ...(link === undefined ? {} : { link }), ...(isNewTab ? { newTab: true } : {}) };
  },
  print: (value) => {
    const link = isJsonObject(value) ? escapeXml(value['link']) : '';
    if (link === '' || !isJsonObject(value)) return '';
    return `<${name}${value['newTab'] === true ? ' new_tab="true"' : ''}>${link}</${name}>`;
  },
});

const rich: MarkupFields = {
  title: textIn('title'),
  subtitle: textIn('subtitle'),
  text: saidIn('text'),
  callback: textIn('callback'),
  callbackValue: textIn('callback_value'),
  link: textIn('link'),
  image: objectIn('image', { source: textIn('src'), link: linkAnd('url') }),
  buttons: buttonsIn,
};

const element: MarkupFields = {
  type: wordIn(
    ['element_type'],
    {
      text: 'text',
      textarea: 'textarea',
      number: 'number',
      email: 'email',
      select: 'select',
      autocomplete: 'auto_complete_select',
      radio: 'radio',
      checkbox: 'checkbox',
    },
    'content',
  ),
  name: textIn('name'),
  label: textIn('display'),
  required: flagIn('required'),
  defaultValue: textIn('default_value'),
  options: optionsIn,
  optionsFrom: textIn('options_attribute'),
  alphabetical: flagIn('alphabetical'),
};

const form: MarkupFields = {
  text: saidIn('text'),
  ...submit,
  autoSubmit: flagIn('auto_submit'),
  ...cancel,
  elements: listOf('element', element),
};

const autocomplete: MarkupFields = {
  title: textIn('title'),
  ...submit,
  placeholder: textIn('placeholder'),
  ...attribute,
  endpoint: objectIn('options-endpoint', {
    url: textIn('url'),
    parameters: listIn('params', 'param', { name: textInTag('name'), value: textInTag('value') }),
    queryParameter: textIn('query-param-name'),
  }),
};

const date: MarkupFields = {
  text: saidIn('text'),
  ...submit,
  ...attribute,
  minDate: textIn('min_date'),
  maxDate: textIn('max_date'),
  dayRequired: flagOffIn('day_required'),
  monthRequired: flagOffIn('month_required'),
  yearRequired: flagOffIn('year_required'),
  format: wordIn(
    ['format'],
    { date: 'default', time: 'only-time', dateTime: 'date-time', year: 'only-year', monthYear: 'month-year' },
    'content',
    false,
  ),
  noPastDates: flagIn('no_past_dates'),
  noFutureDates: flagIn('no_future_dates'),
};

export const blockMarkup: { readonly [Kind in MessageBlock['kind']]: BlockMarkup } = {
  text: { elements: ['text-message'], fields: { text: saidContent } },
  button: {
    elements: ['button-message'],
    fields: {
      clearAfterInteraction: flagInTag('clear_after_interaction'),
      text: saidIn('text'),
      external: flagIn('external'),
      buttons: buttonsIn,
    },
  },
  image: {
    elements: ['image-message'],
    fields: { source: textIn('src'), link: linkAnd('url', 'link') },
  },
  rich: { elements: ['rich-message'], fields: rich },
  fullPageRich: { elements: ['fp-rich-message'], fields: rich },
  form: { elements: ['form-message'], fields: form },
  fullPageForm: { elements: ['fp-form-message'], fields: form },
  datePicker: { elements: ['date-picker-message', 'date-message'], fields: date },
  audio: { elements: ['audio-message'], fields: { title: textIn('title'), url: textIn('url', 'src') } },
  autocomplete: { elements: ['autocomplete-message'], fields: autocomplete },
  addressAutocomplete: {
    elements: ['address-autocomplete-message', 'autocomplete-address-message'],
    fields: { ...autocomplete, provider: wordIn(['provider'], { google: 'google', fetchify: 'fetchify' }, 'content') },
  },
  location: {
    elements: ['location-message'],
    fields: { text: saidIn('text'), ...submit, ...attribute, apiKey: textIn('api_key') },
  },
  longText: {
    elements: ['long-text-message'],
    fields: {
      text: saidIn('text'),
      ...submit,
      initialText: textIn('initial_text'),
      placeholder: textIn('placeholder'),
      confirmationText: textIn('confirmation_text'),
      characterLimit: numberIn('character_limit'),
    },
  },
  fileUpload: {
    elements: ['file-upload-message'],
    fields: {
      text: saidIn('text'),
      ...submit,
      ...attribute,
      ...cancel,
      errorCallback: textIn('error_callback'),
      multiple: flagIn('multiple'),
      maxBytes: numberIn('file_size'),
      fileTypes: wordsIn('file_types', 'option'),
      basePath: textIn('base_path'),
    },
  },
  eSign: {
    elements: ['esign-message', 'e-sign-message'],
    fields: {
      documentTitle: textIn('document_title'),
      documentText: saidIn('document_text'),
      signature: textIn('signature'),
      fileName: textIn('file_name'),
      filePath: textIn('file_path'),
      ...submit,
      ...attribute,
      resignText: textIn('resign_text'),
      confirmText: textIn('confirm_text'),
      checkboxText: textIn('checkbox_text'),
      ...cancel,
    },
  },
  handToSystem: { elements: ['hand-to-system-message'], fields: { system: textInTag('system'), data: dataIn } },
  meta: { elements: ['meta-message'], fields: { data: dataIn } },
  cta: { elements: ['cta-message'], fields: { text: textContent } },
  empty: { elements: ['empty-message'], fields: {} },
  list: {
    elements: ['list-message'],
    fields: {
      view: wordIn(['view-type', 'view_type', 'list_type'], { vertical: 'vertical', horizontal: 'horizontal' }, 'tag'),
      title: textIn('title'),
    },
  },
  attribute: { elements: ['attribute-message'], fields: { reference: textContent } },
};
