import type { AttributeType } from '../../model/attribute-type.ts';
import type { ExpectedAttribute } from './expected-attribute.ts';

/** What an attribute is for. It decides which words of an utterance can fill it. */
export type EntityKind =
  | 'number'
  | 'money'
  | 'duration'
  | 'date'
  | 'time'
  | 'yesNo'
  | 'email'
  | 'phone'
  | 'url'
  | 'code'
  | 'name'
  | 'choice'
  | 'pattern'
  | 'text';

/** By what the design lists, by type, and else by name: `order_id` is filled by codes, `customer_email` by addresses. */
export function entityKind({ name, type, values = [], pattern = '' }: ExpectedAttribute): EntityKind | null {
  const single = elementType(type);
  if (single === null) return null;
  if (values.length > 0) return 'choice';
  if (pattern !== '') return 'pattern';
  if (single === 'boolean') return 'yesNo';
  if (single === 'timestamp') return 'date';
  const hinted = hintedKind(name);
  if (single !== 'string') return hinted === 'money' || hinted === 'duration' ? hinted : 'number';
  // Several free texts in one sentence cannot be told from each other.
  return hinted ?? (type === 'string' ? 'text' : null);
}

export type SingleType = 'string' | 'boolean' | 'int' | 'float' | 'timestamp';

/** Whether an attribute holds several values of one kind. */
export const holdsSeveral = (type: AttributeType): boolean => type.endsWith('[]');

/** The type of one value; null for what no words can fill. */
export function elementType(type: AttributeType): SingleType | null {
  const single = holdsSeveral(type) ? type.slice(0, -2) : type;
  return single === 'string' || single === 'boolean' || single === 'int' || single === 'float' || single === 'timestamp'
    ? single
    : null;
}

/** The words a name is made of: `customerEmail` and `customer_email` alike. */
export const nameWords = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .split('_'),
  );

function hintedKind(name: string): EntityKind | null {
  const words = nameWords(name);
  return kindsByWord.find(([, hints]) => hints.some((hint) => words.has(hint)))?.[0] ?? null;
}

/** The first kind one of whose words is in the name: a `phone_number` is a phone, an `order_date` a date. */
const kindsByWord: readonly (readonly [EntityKind, readonly string[]])[] = [
  ['email', ['email', 'mail']],
  ['phone', ['phone', 'mobile', 'telephone', 'tel']],
  ['url', ['url', 'link', 'website']],
  ['money', ['amount', 'price', 'cost', 'budget', 'money', 'fee', 'salary', 'payment']],
  ['duration', ['duration', 'seconds', 'minutes', 'hours', 'days', 'nights', 'weeks', 'months', 'years']],
  ['date', ['date', 'day', 'birthday', 'birthdate', 'dob', 'deadline', 'when']],
  ['time', ['time']],
  [
    'code',
    [
      'id',
      'code',
      'number',
      'no',
      'sku',
      'ref',
      'reference',
      'order',
      'ticket',
      'invoice',
      'tracking',
      'zip',
      'postcode',
    ],
  ],
  ['name', ['name', 'firstname', 'lastname', 'surname']],
];
