import type { MessageBlock } from './message-block.ts';

/**
 * What a text of a block is for, which decides how values put into it are escaped: `markdown` is said, `plain` is shown
 * as it is, `address` is a URL, `phone` a number to call, `callback` and `value` are sent back, `data` goes to another system. `reference` and
 * `attribute` are no texts with references but name an attribute themselves: to be read, to be written.
 */
export type TextRole =
  | 'markdown'
  | 'plain'
  | 'address'
  | 'phone'
  | 'callback'
  | 'value'
  | 'data'
  | 'reference'
  | 'attribute';

type Roles =
  | TextRole
  | { readonly each: Roles }
  | { readonly values: Roles }
  | { readonly fields: { readonly [field: string]: Roles } };

const button: Roles = {
  fields: {
    text: 'plain',
    callback: 'callback',
    value: 'value',
    target: { fields: { url: 'address', phone: 'phone' } },
  },
};
const buttons: Roles = { each: button };
const imageFields = { source: 'address', description: 'plain', link: 'address' } as const;
const options: Roles = { each: { fields: { key: 'data', value: 'plain' } } };
const cancel = { cancelText: 'plain', cancelCallback: 'callback' } as const;
const submit = { submitText: 'plain', callback: 'callback' } as const;

const rich = {
  title: 'plain',
  subtitle: 'plain',
  text: 'markdown',
  image: { fields: imageFields },
  buttons,
  callback: 'callback',
  callbackValue: 'value',
  link: 'address',
} as const;

const element: Roles = {
  fields: {
    name: 'attribute',
    label: 'plain',
    defaultValue: 'data',
    options,
    optionsFrom: 'reference',
    patternText: 'plain',
  },
};
const form = { text: 'markdown', elements: { each: element }, ...submit, ...cancel } as const;

const autocomplete = {
  title: 'plain',
  placeholder: 'plain',
  ...submit,
  attribute: 'attribute',
  endpoint: { fields: { url: 'address', parameters: { each: { fields: { value: 'data' } } } } },
  options,
  optionsFrom: 'reference',
} as const;

type BlockRoles = { readonly [field: string]: Roles };
const leafRoles = {
  text: { text: 'markdown' },
  button: { text: 'markdown', buttons },
  image: imageFields,
  rich,
  fullPageRich: rich,
  form,
  fullPageForm: form,
  datePicker: { text: 'markdown', ...submit, attribute: 'attribute', minDate: 'data', maxDate: 'data' },
  audio: { title: 'plain', url: 'address' },
  autocomplete,
  addressAutocomplete: autocomplete,
  location: { text: 'markdown', ...submit, attribute: 'attribute' },
  longText: { text: 'markdown', ...submit, initialText: 'plain', placeholder: 'plain', confirmationText: 'plain' },
  fileUpload: {
    text: 'markdown',
    ...submit,
    attribute: 'attribute',
    ...cancel,
    errorCallback: 'callback',
    basePath: 'data',
  },
  eSign: {
    documentTitle: 'plain',
    documentText: 'markdown',
    signature: 'plain',
    fileName: 'data',
    filePath: 'data',
    ...submit,
    attribute: 'attribute',
    resignText: 'plain',
    confirmText: 'plain',
    checkboxText: 'plain',
    ...cancel,
  },
  handToSystem: { system: 'data', data: { values: 'data' } },
  meta: { data: { values: 'data' } },
  cta: { text: 'plain' },
  empty: {},
} satisfies { [Kind in Exclude<MessageBlock['kind'], 'list' | 'attribute'>]: BlockRoles };

const rolesOf = (kind: MessageBlock['kind']): BlockRoles => {
  if (kind === 'attribute') return { reference: 'reference' };
  // An item is a block of its own and says itself which fields it has.
  return kind === 'list' ? { title: 'plain' } : leafRoles[kind];
};

/** Folds a block: `leaf` for every text with its role, `node` for what holds them, in the order of the fields. */
export type TextFold<Out> = {
  readonly text: (text: string, role: TextRole) => Out;
  readonly constant: (value: unknown) => Out;
  readonly list: (items: readonly Out[]) => Out;
  readonly object: (members: readonly (readonly [key: string, value: Out])[]) => Out;
};

/** Goes through a block once. Whatever is no text for people or programs to fill in is constant. */
export function foldBlock<Out>(block: MessageBlock, fold: TextFold<Out>): Out {
  const roles = rolesOf(block.kind);
  const members = Object.entries(block).map(([key, value]): readonly [string, Out] => {
    if (block.kind === 'list' && key === 'items')
      return [key, fold.list(block.items.map((item) => foldBlock(item, fold)))];
    return [key, foldValue(value, roles[key], fold)];
  });
  return fold.object(members);
}

function foldValue<Out>(value: unknown, roles: Roles | undefined, fold: TextFold<Out>): Out {
  if (roles === undefined || value === null || value === undefined) return fold.constant(value);
  if (typeof roles === 'string') return typeof value === 'string' ? fold.text(value, roles) : fold.constant(value);
  if ('each' in roles) {
    const { each } = roles;
    return Array.isArray(value) ? fold.list(value.map((item) => foldValue(item, each, fold))) : fold.constant(value);
  }
  if (typeof value !== 'object') return fold.constant(value);
  const entries = Object.entries(value).map(
    ([key, member]) => [key, foldValue(member, 'values' in roles ? roles.values : roles.fields[key], fold)] as const,
  );
  return fold.object(entries);
}

/** Every text of a block with its role, in the order of the fields. */
export function blockTexts(block: MessageBlock): readonly { readonly text: string; readonly role: TextRole }[] {
  const found: { text: string; role: TextRole }[] = [];
  foldBlock(block, {
    text: (text, role) => void found.push({ text, role }),
    constant: ignore,
    list: ignore,
    object: ignore,
  });
  return found;
}

const ignore = (): void => {};

/** The same block with other texts. */
export const mapBlockTexts = (block: MessageBlock, change: (text: string, role: TextRole) => string): MessageBlock =>
  foldBlock<unknown>(block, {
    text: change,
    constant: (value) => value,
    list: (items) => items,
    object: (members) => Object.fromEntries(members),
  }) as MessageBlock;

/** Texts a person reads, which a translation may replace. */
export const isSaid = (role: TextRole): boolean => role === 'markdown' || role === 'plain';

/** Where something leads, which may be another place in another language, but is the same in most. */
export const isLink = (role: TextRole): boolean => role === 'address' || role === 'phone';

/** A text without words of its own reads the same in every language. */
export const isOnlyReferences = (text: string): boolean => /^\s*(?:\{[^{}]*\}\s*)*$/.test(text);
