import type { LucideIcon } from 'lucide-react';
import type { ItemOf, KeysOf } from '../edit.ts';
import type { Choice } from '../fields/choice-field.tsx';

/**
 * One field of a form, as data: which field of a value it edits, with what, and what it is called. `Value` is only
 * what `when` looks at; `fieldsOf` is how one is made, and checks that the field is there.
 */
export type FieldSpec<Value> = Look & {
  /** Whether it means anything for this value; always, when left out. */
  readonly when?: (value: Value) => boolean;
};
export type FieldSpecs<Value> = readonly FieldSpec<Value>[];
/** A field of whatever kind of value, as the form draws it. */
export type AnyField = FieldSpec<never>;

type Named = { readonly key: string; readonly label: string; readonly meaning: string };
type Look = Named & (TextLook | ValueLook | PartLook | ManyLook | GroupLook);

/**
 * `words` are filled in with references; a `callback` is an intent id, an `attribute` where an answer is kept, a
 * `reference` what is read, a `pattern` what an answer must match, `plain` any other text.
 */
type TextControl = 'words' | 'callback' | 'attribute' | 'reference' | 'pattern' | 'plain';
export type TextLook = { readonly control: TextControl } & TextHints;
type TextHints = {
  readonly placeholder?: string;
  readonly icon?: LucideIcon;
  readonly isLabelHidden?: boolean;
  /** May have several lines. */
  readonly lines?: boolean;
  readonly mono?: boolean;
};

type ValueLook =
  | { readonly control: 'switch'; readonly whenUnset: boolean }
  | { readonly control: 'choice'; readonly choices: readonly Choice<string>[] }
  | { readonly control: 'number'; readonly placeholder: string }
  /** Texts on one line, with commas between them. */
  | { readonly control: 'listed'; readonly placeholder: string }
  /** Names with values; `names` are those that mean something to the page. */
  | { readonly control: 'facts'; readonly names: readonly string[] }
  /** Two texts a row: the fields of an item they are, and what they are called. */
  | { readonly control: 'pairs'; readonly word: string; readonly parts: Pair }
  /** Where a button leads. */
  | { readonly control: 'target' };
export type PairPart = {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly placeholder: string;
};
export type Pair = readonly [PairPart, PairPart];

/** A part that may be missing, with fields of its own. */
type PartLook = { readonly control: 'part'; readonly blank: object; readonly fields: readonly AnyField[] };

/** Several of a kind, each with fields of its own. */
export type ManyLook = Many<never> & { readonly control: 'many' };
type Many<Item> = {
  /** What one of them is called. */
  readonly word: string;
  /** `cards` are always open; `rows` are a line until they are opened. */
  readonly look: 'cards' | 'rows';
  readonly fields: (item: Item) => readonly AnyField[];
  /** What a row says while it is closed. */
  readonly title: (item: Item) => string;
  readonly summary: (item: Item) => string;
  /** The kinds there are to add; of several, somebody has to choose. */
  readonly add: readonly Addable[];
};
export type Addable = { readonly label: string; readonly icon: LucideIcon; readonly blank: () => object };

type GroupLook =
  /** Side by side. */
  | { readonly control: 'beside'; readonly fields: readonly AnyField[] }
  /** Seldom wanted: behind a line that opens. */
  | { readonly control: 'more'; readonly fields: readonly AnyField[] };

type Texts<Value> = KeysOf<Value, string>;
type Lists<Value> = KeysOf<Value, readonly object[]>;

/** Ways to describe the fields of a value; only what the value has can be named. */
export function fieldsOf<Value>() {
  type Made = FieldSpec<Value>;
  const text =
    (control: TextControl) =>
    (key: Texts<Value>, label: string, meaning: string, hints: TextHints = {}): Made => ({
      control,
      key,
      label,
      meaning,
      ...hints,
    });
  return {
    words: text('words'),
    callback: text('callback'),
    attribute: text('attribute'),
    reference: text('reference'),
    pattern: text('pattern'),
    plain: text('plain'),
    onOff: (key: KeysOf<Value, boolean | undefined>, label: string, meaning: string, whenUnset = false): Made => ({
      control: 'switch',
      key,
      label,
      meaning,
      whenUnset,
    }),
    choice: (
      key: KeysOf<Value, string | undefined>,
      label: string,
      meaning: string,
      choices: readonly Choice<string>[],
    ): Made => ({ control: 'choice', key, label, meaning, choices }),
    number: (key: KeysOf<Value, number | null>, label: string, meaning: string, placeholder: string): Made => ({
      control: 'number',
      key,
      label,
      meaning,
      placeholder,
    }),
    listed: (key: KeysOf<Value, readonly string[]>, label: string, meaning: string, placeholder: string): Made => ({
      control: 'listed',
      key,
      label,
      meaning,
      placeholder,
    }),
    facts: (key: KeysOf<Value, object>, label: string, meaning: string, names: readonly string[] = []): Made => ({
      control: 'facts',
      key,
      label,
      meaning,
      names,
    }),
    pairs: (key: Lists<Value>, label: string, meaning: string, word: string, parts: Pair): Made => ({
      control: 'pairs',
      key,
      label,
      meaning,
      word,
      parts,
    }),
    target: (key: KeysOf<Value, object | undefined>, label: string, meaning: string): Made => ({
      control: 'target',
      key,
      label,
      meaning,
    }),
    part: <Key extends KeysOf<Value, object | null>>(
      key: Key,
      label: string,
      meaning: string,
      blank: NonNullable<Value[Key]> & object,
      fields: FieldSpecs<NonNullable<Value[Key]>>,
    ): Made => ({ control: 'part', key, label, meaning, blank, fields }),
    many: <Key extends Lists<Value>>(
      key: Key,
      label: string,
      meaning: string,
      items: Many<ItemOf<Value[Key]>>,
    ): Made => ({ control: 'many', key, label, meaning, ...items }),
    beside: (...fields: FieldSpecs<Value>): Made => ({ control: 'beside', key: '', label: '', meaning: '', fields }),
    more: (label: string, ...fields: FieldSpecs<Value>): Made => ({
      control: 'more',
      key: '',
      label,
      meaning: '',
      fields,
    }),
    when: (when: (value: Value) => boolean, field: Made): Made => ({ ...field, when }),
  };
}
