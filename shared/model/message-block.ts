import { z } from 'zod';
import type { Known } from './known.ts';
import { jsonSchema, referenceTextSchema } from './operand.ts';

/** What an imported file says of a record beyond what the model knows, by format; written back on export. */
export const extrasSchema = z.record(z.string(), jsonSchema);

const text = z.string().default('');
const newTab = z.boolean().optional();

/** What a button does beside sending its callback back. */
const buttonTargetSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('link'), url: z.string(), newTab }),
  z.looseObject({ kind: z.literal('call'), phone: z.string() }),
  z.looseObject({ kind: z.literal('tabSwitch') }),
  /** Hands out the transcript. */
  z.looseObject({ kind: z.literal('download') }),
]);

export const buttonSchema = z.looseObject({
  text: z.string(),
  /** Sent back when pressed; matched by the callback interpreter, else taken as an intent id. */
  callback: text,
  /** `attribute.value`, or plain text for `callback_value`. */
  value: text,
  target: buttonTargetSchema.optional(),
  /** false: pressing it shows no bubble of the person. */
  display: z.boolean().optional(),
  /** How it is drawn: `skip`, `inline`, `free`, or a name of the page's own. */
  style: z.string().optional(),
  /** The text says `**bold**`, `*italic*` and `++underlined++`. */
  styled: z.boolean().optional(),
});
export type MessageButton = Known<z.infer<typeof buttonSchema>>;

export const elementTypes = [
  'text',
  'textarea',
  'number',
  'email',
  'select',
  'autocomplete',
  'radio',
  'checkbox',
] as const;
const optionSchema = z.looseObject({ key: text, value: text });

/** One question of a form. What is answered becomes the attribute `name`. */
export const formElementSchema = z.looseObject({
  type: z.enum(elementTypes).default('text'),
  name: z.string().max(200).default(''),
  label: text,
  required: z.boolean().default(false),
  defaultValue: text,
  options: z.array(optionSchema).default([]),
  /** A reference to a list the options come from; empty means `options`. */
  optionsFrom: referenceTextSchema.default(''),
  alphabetical: z.boolean().default(false),
  /** What an answer must match, and what is said when it does not. */
  pattern: z.string().max(1000).default(''),
  patternText: text,
});
export type FormElement = Known<z.infer<typeof formElementSchema>>;

const imageShape = {
  source: text,
  /** What it shows, for those who do not see it. */
  description: text,
  link: text,
  newTab: z.boolean().default(false),
};
const imageSchema = z.looseObject(imageShape);

const richShape = {
  title: text,
  subtitle: text,
  text,
  image: imageSchema.nullable().default(null),
  buttons: z.array(buttonSchema).default([]),
  /** Sent back when the card itself is pressed. */
  callback: text,
  callbackValue: text,
  link: text,
};

const cancelShape = { cancelText: text, cancelCallback: text };
/** A submitted answer is a form with this callback. */
const submitShape = { submitText: text, callback: text };
/** The attribute the answer becomes. */
const attributeShape = { attribute: z.string().max(200).default('') };

const formShape = {
  text,
  elements: z.array(formElementSchema).default([]),
  ...submitShape,
  /** Sent as soon as every question has an answer. */
  autoSubmit: z.boolean().default(false),
  ...cancelShape,
};

const autocompleteShape = {
  title: text,
  placeholder: text,
  ...submitShape,
  ...attributeShape,
  /** Where suggestions come from when the page may ask for them. */
  endpoint: z
    .looseObject({
      url: text,
      parameters: z.array(z.looseObject({ name: text, value: text })).default([]),
      queryParameter: text,
    })
    .nullable()
    .default(null),
  /** Suggestions that need nobody outside. */
  options: z.array(optionSchema).default([]),
  optionsFrom: referenceTextSchema.default(''),
};

const leafBlocks = [
  z.looseObject({ kind: z.literal('text'), text: z.string() }),
  z.looseObject({
    kind: z.literal('button'),
    text,
    buttons: z.array(buttonSchema),
    /** Shown below the talk, in the place of what is typed. */
    external: z.boolean().optional(),
    clearAfterInteraction: z.boolean().optional(),
  }),
  z.looseObject({ kind: z.literal('image'), ...imageShape }),
  z.looseObject({ kind: z.literal('rich'), ...richShape }),
  z.looseObject({ kind: z.literal('fullPageRich'), ...richShape }),
  z.looseObject({ kind: z.literal('form'), ...formShape }),
  z.looseObject({ kind: z.literal('fullPageForm'), ...formShape }),
  z.looseObject({
    kind: z.literal('datePicker'),
    text,
    format: z.enum(['date', 'time', 'dateTime', 'year', 'monthYear']).default('date'),
    ...submitShape,
    ...attributeShape,
    /** `today`, or a date as `2027-01-31`; empty means without bound. */
    minDate: text,
    maxDate: text,
    noPastDates: z.boolean().default(false),
    noFutureDates: z.boolean().default(false),
    dayRequired: z.boolean().default(true),
    monthRequired: z.boolean().default(true),
    yearRequired: z.boolean().default(true),
  }),
  z.looseObject({ kind: z.literal('audio'), title: text, url: text }),
  z.looseObject({ kind: z.literal('autocomplete'), ...autocompleteShape }),
  z.looseObject({
    kind: z.literal('addressAutocomplete'),
    ...autocompleteShape,
    provider: z.enum(['', 'google', 'fetchify']).default(''),
  }),
  z.looseObject({
    kind: z.literal('location'),
    text,
    ...submitShape,
    ...attributeShape,
    apiKey: text,
  }),
  z.looseObject({
    kind: z.literal('longText'),
    text,
    ...submitShape,
    initialText: text,
    placeholder: text,
    confirmationText: text,
    characterLimit: z.number().int().positive().nullable().default(null),
  }),
  z.looseObject({
    kind: z.literal('fileUpload'),
    text,
    ...submitShape,
    ...attributeShape,
    ...cancelShape,
    errorCallback: text,
    multiple: z.boolean().default(false),
    /** Bytes of one file at most. */
    maxBytes: z.number().int().positive().nullable().default(null),
    fileTypes: z.array(z.string()).default([]),
    basePath: text,
  }),
  z.looseObject({
    kind: z.literal('eSign'),
    documentTitle: text,
    documentText: text,
    signature: text,
    fileName: text,
    filePath: text,
    ...submitShape,
    ...attributeShape,
    resignText: text,
    confirmText: text,
    checkboxText: text,
    ...cancelShape,
  }),
  z.looseObject({
    kind: z.literal('handToSystem'),
    system: text,
    data: z.record(z.string(), z.string()).default({}),
  }),
  /** Facts for the page: `progressPercent`, `progressText`, `textLimit`, `teamName` and others. */
  z.looseObject({ kind: z.literal('meta'), data: z.record(z.string(), z.string()).default({}) }),
  /** Shown beside the chat while it is closed. */
  z.looseObject({ kind: z.literal('cta'), text }),
  z.looseObject({ kind: z.literal('empty') }),
] as const;

/** What an item of a list may be: every block that holds no other blocks. */
export const leafBlockSchema = z.discriminatedUnion('kind', leafBlocks).meta({ id: 'LeafBlock' });
export type LeafBlock = Known<z.infer<typeof leafBlockSchema>>;

/** One piece of a message. Texts are markdown with `{references}`, unless a field says otherwise. */
export const messageBlockSchema = z.discriminatedUnion('kind', [
  ...leafBlocks,
  z.looseObject({
    kind: z.literal('list'),
    title: text,
    view: z.enum(['vertical', 'horizontal']).default('vertical'),
    items: z.array(leafBlockSchema).default([]),
  }),
  /** Stands for the blocks of a whole message that an attribute holds. */
  z.looseObject({ kind: z.literal('attribute'), reference: referenceTextSchema.default('') }),
]);
export type MessageBlock = Known<z.infer<typeof messageBlockSchema>>;
export type BlockOf<Kind extends MessageBlock['kind']> = Extract<MessageBlock, { kind: Kind }>;
