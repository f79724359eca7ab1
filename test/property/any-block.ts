import fc from 'fast-check';
import {
  elementTypes,
  messageBlockSchema,
  type LeafBlock,
  type MessageBlock,
} from '../../shared/model/message-block.ts';

/** Words with everything that might be taken for markup, markdown, a reference or a mark. */
export const anyWords = fc.oneof(
  fc.constantFrom(
    '',
    'Hello',
    'Hello {user.name}!',
    'a < b & c > d "e" \'f\'',
    '[Here](https://x.example/a?b=1&c=2) you are',
    'See [one](https://x.example "_blank") [two](https://y.example)',
    '**bold** and *italic* \\*',
    '<text-message>x</text-message>',
    ']]> &amp; &lt; &#65; {{ }}',
    'first\n\nsecond',
    '{user.list | last 2}',
    '🦊 {session.code}',
  ),
  fc.string({ maxLength: 12 }),
);

const name = fc.constantFrom('email', 'session.code', 'colour', 'first name', '');
const flag = fc.boolean();
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const button = fc.record(
  {
    text: anyWords,
    callback: anyWords,
    value: anyWords,
    display: fc.constant(false),
    style: fc.constantFrom('skip', 'inline'),
    styled: fc.constant(true),
    target: fc.oneof(
      fc.record({ kind: fc.constant('link' as const), url: anyWords, newTab: optional(flag) }),
      fc.record({ kind: fc.constant('call' as const), phone: anyWords }),
      fc.constant({ kind: 'tabSwitch' as const }),
      fc.constant({ kind: 'download' as const }),
    ),
  },
  { requiredKeys: ['text'] },
);
const buttons = fc.array(button, { maxLength: 3 });
const option = fc.record({ key: anyWords, value: anyWords });
const options = fc.array(option, { maxLength: 3 });
const image = { source: anyWords, link: anyWords, newTab: flag };
const submit = { submitText: anyWords, callback: anyWords };
const cancel = { cancelText: anyWords, cancelCallback: anyWords };
const attribute = { attribute: name };

const rich = {
  title: anyWords,
  subtitle: anyWords,
  text: anyWords,
  image: fc.option(fc.record(image)),
  buttons,
  callback: anyWords,
  callbackValue: anyWords,
  link: anyWords,
};
const element = fc.record({
  type: fc.constantFrom(...elementTypes),
  name,
  label: anyWords,
  required: flag,
  defaultValue: anyWords,
  options,
  optionsFrom: fc.constantFrom('', 'user.options', 'broken..'),
  alphabetical: flag,
});
const form = { text: anyWords, elements: fc.array(element, { maxLength: 3 }), ...submit, ...cancel, autoSubmit: flag };
const data = fc.dictionary(fc.constantFrom('progressPercent', 'progressText', 'a b', 'constructor'), anyWords);
const autocomplete = {
  title: anyWords,
  placeholder: anyWords,
  ...submit,
  ...attribute,
  endpoint: fc.option(
    fc.record({
      url: anyWords,
      parameters: fc.array(fc.record({ name: anyWords, value: anyWords }), { maxLength: 2 }),
      queryParameter: anyWords,
    }),
  ),
};

const fields: { readonly [Kind in LeafBlock['kind']]: Record<string, fc.Arbitrary<unknown>> } = {
  text: { text: anyWords },
  button: { text: anyWords, buttons, external: optional(flag), clearAfterInteraction: optional(flag) },
  image,
  rich,
  fullPageRich: rich,
  form,
  fullPageForm: form,
  datePicker: {
    text: anyWords,
    ...submit,
    ...attribute,
    format: fc.constantFrom('date', 'time', 'dateTime', 'year', 'monthYear'),
    minDate: fc.constantFrom('', 'today', '2020-01-31'),
    maxDate: fc.constantFrom('', 'today', '20200131'),
    noPastDates: flag,
    dayRequired: flag,
  },
  audio: { title: anyWords, url: anyWords },
  autocomplete,
  addressAutocomplete: { ...autocomplete, provider: fc.constantFrom('', 'google', 'fetchify') },
  location: { text: anyWords, ...submit, ...attribute, apiKey: anyWords },
  longText: {
    text: anyWords,
    ...submit,
    placeholder: anyWords,
    characterLimit: fc.option(fc.integer({ min: 1, max: 999 })),
  },
  fileUpload: {
    text: anyWords,
    ...submit,
    ...attribute,
    ...cancel,
    multiple: flag,
    maxBytes: fc.option(fc.integer({ min: 1 })),
    fileTypes: fc.array(anyWords, { maxLength: 2 }),
  },
  eSign: {
    documentTitle: anyWords,
    documentText: anyWords,
    ...submit,
    ...attribute,
    ...cancel,
    checkboxText: anyWords,
  },
  handToSystem: { system: anyWords, data },
  meta: { data },
  cta: { text: anyWords },
  empty: {},
};

const parsed = (raw: object): MessageBlock => messageBlockSchema.parse(JSON.parse(JSON.stringify(raw)));

export const anyLeafBlock: fc.Arbitrary<LeafBlock> = fc.oneof(
  ...Object.entries(fields).map(([kind, parts]) =>
    fc.record(parts).map((made) => parsed({ kind, ...made }) as LeafBlock),
  ),
);

/** Any block there is, with all its fields. */
export const anyBlock: fc.Arbitrary<MessageBlock> = fc.oneof(
  { weight: 8, arbitrary: anyLeafBlock },
  {
    weight: 1,
    arbitrary: fc
      .record({
        title: anyWords,
        view: fc.constantFrom('vertical', 'horizontal'),
        items: fc.array(anyLeafBlock, { maxLength: 3 }),
      })
      .map((made) => parsed({ kind: 'list', ...made })),
  },
  { weight: 1, arbitrary: anyWords.map((reference) => parsed({ kind: 'attribute', reference })) },
);
