import { domainToASCII } from 'node:url';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';

export type MailAddress = { readonly name: string; readonly address: string };

/** More are a mailing list, which nobody should send from a talk. */
const mostAddresses = 50;
const longestAddress = 254;

/**
 * The addresses of a list, read strictly: what is not clearly an address is refused and never guessed at, so that nobody
 * is written to whom the list does not name. The failure is a sentence.
 */
export function readAddresses(list: string): Result<readonly MailAddress[], string> {
  if (hasControlSign(list)) return fail('The addresses hold a line break or another sign that no address has.');
  const entries = splitList(list);
  if (entries === null) return fail(`"${list.slice(0, 80)}" cannot be read as a list of addresses.`);
  if (entries.length > mostAddresses)
    return fail(`There are ${entries.length} addresses; ${mostAddresses} is the most.`);
  const addresses: MailAddress[] = [];
  for (const entry of entries) {
    const read = readAddress(entry);
    if (read === null) return fail(`"${entry.slice(0, 80)}" is no e-mail address.`);
    if (!addresses.some(({ address }) => address === read.address)) addresses.push(read);
  }
  return succeed(addresses);
}

/** Line breaks and all else that a header cannot hold. */
export const hasControlSign = (text: string): boolean => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

/** Commas inside quotes are part of a name. Null: a quote that never ends. */
function splitList(list: string): string[] | null {
  const entries: string[] = [];
  let entry = '';
  let isQuoted = false;
  for (const sign of list) {
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === ',' && !isQuoted) {
      entries.push(entry.trim());
      entry = '';
    } else entry += sign;
  }
  return isQuoted ? null : [...entries, entry.trim()].filter((each) => each !== '');
}

const named = /^(?:"([^"\\<>]*)"|([^"\\<>@,;:()[\]]*?))\s*<([^<>\s]+)>$/;
const bare = /^([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@([^@\s]+)$/;
const domain =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;

function readAddress(entry: string): MailAddress | null {
  const found = named.exec(entry);
  const [, local = '', host = ''] = bare.exec(found?.[3] ?? entry) ?? [];
  // Of a domain in other letters the form that travels is meant.
  const plain = domain.test(host) ? host : domainToASCII(host);
  if (local === '' || !domain.test(plain) || local.length > 64) return null;
  const address = `${local}@${plain}`;
  return address.length > longestAddress ? null : { name: (found?.[1] ?? found?.[2] ?? '').trim(), address };
}
