import { fail, succeed, type Result } from '../../base/result.ts';
import type { NamedValue } from '../../model/action-parts.ts';
import { longOption, shortOption, type CurlOption } from './curl-options.ts';
import { splitShellWords } from './shell-words.ts';

/** A part of what is sent, as it was given. */
export type CurlData =
  /** `urlencode`: encoded before it is sent. `json`: says so in its headers. */
  | { readonly kind: 'raw' | 'urlencode' | 'json'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly value: string };

/** What a command line asks for. Variables of the shell are marked, as `shellVariable` finds them. */
export type CurlCommand = {
  /** Null: it follows from what is sent. */
  readonly method: string | null;
  readonly url: string;
  readonly headers: readonly NamedValue[];
  readonly data: readonly CurlData[];
  /** Data goes into the address. */
  readonly asQuery: boolean;
  readonly query: readonly string[];
  readonly user: string | null;
  readonly bearer: string | null;
  readonly followRedirects: boolean;
  /** Seconds. */
  readonly maxTime: number | null;
  /** What was left out, or is otherwise here. */
  readonly notes: readonly string[];
};

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type Reading = Writable<CurlCommand> & { headers: NamedValue[]; data: CurlData[]; query: string[]; notes: string[] };

export const looksLikeCurl = (text: string): boolean => /^\s*(?:\$\s+)?curl(?:\.exe)?\s+\S/i.test(text);

/** Reads a command line for curl; the failure is a sentence. */
export function readCurl(text: string): Result<CurlCommand, string> {
  const split = splitShellWords(text.replace(/^\s*\$\s+/, ''));
  if (!split.ok) return split;
  const [program = '', ...words] = split.value.words;
  if (!/(?:^|[\\/])curl(?:\.exe)?$/i.test(program))
    return fail('This is no command line for curl: it begins with “curl”.');
  const reading = emptyReading();
  if (split.value.rest !== '') reading.notes.push('What follows the command was left out.');
  const read = readWords(words, reading);
  if (!read.ok) return read;
  return reading.url === '' ? fail('The command names no address.') : succeed(reading);
}

const emptyReading = (): Reading => ({
  method: null,
  url: '',
  headers: [],
  data: [],
  asQuery: false,
  query: [],
  user: null,
  bearer: null,
  followRedirects: false,
  maxTime: null,
  notes: [],
});

function readWords(words: readonly string[], reading: Reading): Result<null, string> {
  let areOptions = true;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--' && areOptions) areOptions = false;
    else if (!areOptions || !word.startsWith('-') || word === '-') takeUrl(reading, word);
    else {
      const { option, name, value, letters } = optionOf(word);
      if (option === undefined) {
        reading.notes.push(`“${name}” is not known and was left out.`);
        continue;
      }
      const given = option.takes ? (value ?? words[(at += 1)]) : '';
      if (given === undefined) return fail(`“${name}” stands at the end without what belongs to it.`);
      take(reading, option, given);
      // `-sSL` is three options, and only the last may take something.
      const more = letters === '' ? succeed(null) : readWords([`-${letters}`, ...words.slice(at + 1)], reading);
      if (letters !== '') return more;
    }
  }
  return succeed(null);
}

type Found = {
  readonly option: CurlOption | undefined;
  readonly name: string;
  /** Given in the same word; undefined when it is the next one. */
  readonly value: string | undefined;
  /** Further letters behind this one. */
  readonly letters: string;
};

function optionOf(word: string): Found {
  if (word.startsWith('--')) {
    const [, name = '', value] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const option = longOption(name);
    return { option, name: `--${name}`, value: option?.takes === true ? value : undefined, letters: '' };
  }
  const letter = word[1] ?? '';
  const option = shortOption(letter);
  const rest = word.slice(2);
  const name = `-${letter}`;
  if (option?.takes === true) return { option, name, value: rest === '' ? undefined : rest, letters: '' };
  return { option, name, value: undefined, letters: option === undefined ? '' : rest };
}

function takeUrl(reading: Reading, word: string): void {
  if (reading.url === '') reading.url = word;
  else reading.notes.push(`A second address was left out: ${word}`);
}

function take(reading: Reading, option: CurlOption, value: string): void {
  if (option.does === 'note' && !reading.notes.includes(option.note)) reading.notes.push(option.note);
  const header = (name: string): number => reading.headers.push({ name, value });
  const data = (kind: 'raw' | 'urlencode' | 'json'): number => reading.data.push({ kind, text: value });
  const doing: Readonly<Partial<Record<CurlOption['does'], () => unknown>>> = {
    method: () => (reading.method = value.toUpperCase()),
    header: () => takeHeader(reading, value),
    data: () => (value.startsWith('@') ? leaveFile(reading, value.slice(1)) : data('raw')),
    dataRaw: () => data('raw'),
    dataUrlencode: () => (/^[^=]*@/.test(value) ? leaveFile(reading, value.replace(/^[^@]*@/, '')) : data('urlencode')),
    json: () => (value.startsWith('@') ? leaveFile(reading, value.slice(1)) : data('json')),
    form: () => takeField(reading, value),
    formString: () => takeField(reading, value, true),
    asQuery: () => (reading.asQuery = true),
    user: () => (reading.user = value),
    bearer: () => (reading.bearer = value),
    agent: () => header('User-Agent'),
    referer: () => header('Referer'),
    cookie: () => (value.includes('=') ? header('Cookie') : leaveFile(reading, value)),
    url: () => takeUrl(reading, value),
    urlQuery: () => reading.query.push(value),
    head: () => (reading.method ??= 'HEAD'),
    follow: () => (reading.followRedirects = true),
    time: () => (reading.maxTime = Number(value) > 0 ? Number(value) : null),
    upload: () => {
      reading.method ??= 'PUT';
      leaveFile(reading, value);
    },
  };
  doing[option.does]?.();
}

const leaveFile = (reading: Reading, file: string): number =>
  reading.notes.push(`The file “${file}” is not read; put what it holds into the body.`);

/** `Name: value`; `Name;` is one without a value, and `Name:` takes one away. */
function takeHeader(reading: Reading, given: string): void {
  if (given.startsWith('@')) return void leaveFile(reading, given.slice(1));
  const [, name = '', sign, value = ''] = /^([^:;]*)([:;])\s*([\s\S]*)$/.exec(given) ?? [];
  if (name.trim() === '' || (sign === ':' && value === '')) return;
  reading.headers.push({ name: name.trim(), value: value.trim() });
}

function takeField(reading: Reading, given: string, isPlain = false): void {
  const at = given.indexOf('=');
  const [name, value] = at < 0 ? [given, ''] : [given.slice(0, at), given.slice(at + 1)];
  if (!isPlain && /^[@<]/.test(value)) return void leaveFile(reading, value.slice(1));
  reading.data.push({ kind: 'field', name, value: isPlain ? value : value.replace(/;(?:type|filename)=[^;]*$/, '') });
}
