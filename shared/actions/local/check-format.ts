import { assertNever } from '../../base/assert-never.ts';
import type { Json } from '../../base/json.ts';
import type { ValueFormat } from '../../model/action-parts.ts';
import { readTime } from '../../values/read-time.ts';
import { valueText } from '../../values/value-text.ts';
import { isIban } from './iban.ts';
import { isPhoneNumber } from './phone-number.ts';
import { isPostcode, postcodeExample } from './postcode.ts';

/** Whether a value is of a format. `country` is an ISO code of two letters; empty where none is known. */
export function checkFormat(value: Json, format: ValueFormat, country = ''): boolean {
  const text = valueText(value).trim();
  if (text === '' || text.length > longest) return false;
  switch (format) {
    case 'email':
      return isEmail(text);
    case 'phone':
      return isPhoneNumber(text, country);
    case 'iban':
      return isIban(text, country);
    case 'card':
      return isCardNumber(text);
    case 'postcode':
      return isPostcode(text, country);
    case 'date':
      return readTime(typeof value === 'number' ? value : text, 'UTC') !== null;
    case 'url':
      return isWebAddress(text);
    default:
      return assertNever(format);
  }
}

/** What the format asks for, to end a sentence with: `an e-mail address, such as ada@example.org`. */
export function formatExpectation(format: ValueFormat, country = ''): string {
  switch (format) {
    case 'email':
      return 'an e-mail address, such as ada@example.org';
    case 'phone':
      return country === '' ? 'a phone number with its country, such as +30 210 1234567' : 'a phone number';
    case 'iban':
      return 'an IBAN, such as GR16 0110 1250 0000 0001 2300 695';
    case 'card':
      return 'the number of a payment card';
    case 'postcode':
      return `a postcode${postcodeExample(country)}`;
    case 'date':
      return 'a date, such as 2026-03-31';
    case 'url':
      return 'a web address, such as https://example.org';
    default:
      return assertNever(format);
  }
}

const longest = 2000;

/** As mail servers have it in practice: no quoted names, no bare hosts. */
function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [name, domain] = [text.slice(0, at), text.slice(at + 1)];
  return (
    at > 0 &&
    text.length <= 254 &&
    name.length <= 64 &&
    /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(name) &&
    isHostName(domain) &&
    /\.(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu.test(domain)
  );
}

const isHostName = (text: string): boolean =>
  text.length <= 253 &&
  text.split('.').every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label));

function isWebAddress(text: string): boolean {
  const found = /^https?:\/\/([^\s/?#:@[\]]+|\[[0-9a-fA-F:.]+\])(?::(\d{1,5}))?(?:[/?#]\S*)?$/i.exec(text);
  if (found === null || Number(found[2] ?? 0) > 65_535) return false;
  const host = found[1] ?? '';
  return host.startsWith('[') || isHostName(host);
}

/** The check digit that all payment cards have; spaces and dashes between groups are left out. */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  if (!/^\d{12,19}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (const [index, digit] of [...digits].toReversed().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
