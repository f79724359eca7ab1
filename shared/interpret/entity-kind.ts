import type { Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import { coerceValue } from '../values/coerce-value.ts';

/** What an attribute is for. It decides which words of an utterance can fill it. */
export type EntityKind = 'number' | 'yesNo' | 'email' | 'phone' | 'url' | 'code' | 'name' | 'text';

/** By type, and for texts by name: `order_id` is filled by codes, `customer_email` by addresses. */
export function entityKind(name: string, type: AttributeType): EntityKind | null {
  if (type === 'int' || type === 'float') return 'number';
  if (type === 'boolean') return 'yesNo';
  if (type !== 'string') return null;
  const words = new Set(
    name
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .split('_'),
  );
  return kindsByWord.find(([, hints]) => hints.some((hint) => words.has(hint)))?.[0] ?? 'text';
}

const kindsByWord: readonly (readonly [EntityKind, readonly string[]])[] = [
  ['email', ['email', 'mail']],
  ['phone', ['phone', 'mobile', 'telephone', 'tel']],
  ['url', ['url', 'link', 'website']],
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

/** Whether a stretch of text is one of its kind. Free text takes anything. */
export function isEntity(kind: EntityKind, text: string): boolean {
  return shapes[kind].test(text);
}

/** No shape lets two of its repeats take the same characters, so none can run away on a long text. */
const shapes: Readonly<Record<EntityKind, RegExp>> = {
  number: /^[+-]?(?:[$€£])?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[+-]?[$€£]?\d+(?:\.\d+)?$/,
  yesNo: /^(?:y|yes|yeah|yep|yup|sure|ok|okay|true|n|no|nope|nah|false)$/i,
  email: /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/,
  phone: /^\+?\d[\d .()/-]{5,}\d$/,
  url: /^(?:https?:\/\/|www\.)\S+$/i,
  code: /^#?(?=[A-Za-z-]*\d)[A-Za-z0-9]+(?:[-_./][A-Za-z0-9]+)*$|^[A-Z]{2,}$/,
  name: /^\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,3}$/u,
  text: /\S/,
};

const yesWord = /^[ysot]/i;

/** The value as its attribute keeps it: "1,250.50" is a number, "#1001" an id without its mark, "yep" is true. */
export function entityValue(kind: EntityKind, text: string, type: AttributeType): Json {
  switch (kind) {
    case 'number':
      return coerceValue(text.replace(/[$€£,]/g, ''), type);
    case 'yesNo':
      return yesWord.test(text);
    case 'code':
      return text.replace(/^#/, '');
    default:
      return coerceValue(text, type);
  }
}
