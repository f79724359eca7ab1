import type { JsonObject } from '../base/json.ts';

/** Where a button's value goes when it does not name an attribute. */
const plainValue = 'callback_value';
const attributeName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `colour.red` sets the attribute `colour`; a text without exactly one dot is kept whole. `\.` is a dot in a value. */
export function callbackAttributes(value: string): JsonObject {
  if (value === '') return {};
  const [name = '', rest, ...more] = value.split(/(?<!\\)\./);
  const plain = (text: string): string => text.replaceAll('\\.', '.');
  if (rest === undefined || more.length > 0 || !attributeName.test(name)) return { [plainValue]: plain(value) };
  return Object.fromEntries([[name, plain(rest)]]);
}
