import { assertNever } from '../base/assert-never.ts';
import { matchesPattern } from '../conditions/matches-pattern.ts';
import type { FormElement } from '../model/message-block.ts';

export type QuestionType = FormElement['type'] | 'date' | 'time' | 'dateTime' | 'year' | 'monthYear' | 'files';

/** One thing a block asks. Everything a page needs to draw its control is here, whatever the block. */
export type Question = {
  /** The attribute the answer becomes; nothing is kept of an answer without one. */
  readonly name: string;
  readonly label: string;
  readonly type: QuestionType;
  readonly required: boolean;
  readonly initial: string;
  readonly placeholder: string;
  readonly options: readonly { readonly key: string; readonly value: string }[];
  /** Only an answer among the options counts. */
  readonly onlyOptions: boolean;
  readonly pattern: string;
  readonly patternText: string;
  /** Bounds of dates, written as the answer is; empty means none. */
  readonly earliest: string;
  readonly latest: string;
  /** Letters of a text, or bytes of a file, at most. */
  readonly limit: number | null;
  readonly multiple: boolean;
  readonly fileTypes: readonly string[];
};

export type ChosenFile = { readonly name: string; readonly size: number; readonly type: string };
/** What was typed, the key of what was chosen (several joined by commas), or files. */
export type Answer = string | readonly ChosenFile[];

export const question = (type: QuestionType, label: string, rest: Partial<Question> = {}): Question => ({
  name: '',
  label,
  type,
  required: false,
  initial: '',
  placeholder: '',
  options: [],
  onlyOptions: false,
  pattern: '',
  patternText: '',
  earliest: '',
  latest: '',
  limit: null,
  multiple: false,
  fileTypes: [],
  ...rest,
});

export const isAnswered = (answer: Answer): boolean =>
  typeof answer === 'string' ? answer.trim() !== '' : answer.length > 0;

/** Why an answer cannot be sent, as a sentence; null when it can. */
export function answerFault(asked: Question, answer: Answer): string | null {
  if (!isAnswered(answer) || (isConsent(asked) && answer === 'false'))
    return asked.required ? 'This needs an answer.' : null;
  if (typeof answer !== 'string') return filesFault(asked, answer);
  const { pattern, patternText, limit, onlyOptions, options } = asked;
  if (limit !== null && answer.length > limit) return `At most ${limit} letters.`;
  if (onlyOptions && !options.some(({ key, value }) => answer === key || answer === value))
    return 'Choose one of the suggestions.';
  const fault = typeFault(asked, answer.trim());
  if (fault !== null) return fault;
  if (pattern === '' || matchesPattern(answer, pattern)) return null;
  return patternText === '' ? 'This is not what is expected here.' : patternText;
}

/** A single box to tick says yes or no. */
export const isConsent = ({ type, options }: Question): boolean => type === 'checkbox' && options.length === 0;

function typeFault({ type, earliest, latest }: Question, answer: string): string | null {
  switch (type) {
    case 'number':
      return /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)$/.test(answer) ? null : 'This is not a number.';
    case 'email':
      return /^[^\s@]+@[^\s@]+$/.test(answer) ? null : 'This is not an email address.';
    case 'year':
      if (!/^\d{4}$/.test(answer)) return 'This is not a year.';
      return boundsFault(earliest, latest, answer);
    case 'date':
    case 'time':
    case 'dateTime':
    case 'monthYear':
      return boundsFault(earliest, latest, answer);
    case 'text':
    case 'textarea':
    case 'select':
    case 'autocomplete':
    case 'radio':
    case 'checkbox':
    case 'files':
      return null;
    default:
      return assertNever(type);
  }
}

/** Dates are written so that the later one is also later in the alphabet. */
function boundsFault(earliest: string, latest: string, answer: string): string | null {
  if (earliest !== '' && answer < earliest) return `This must be ${earliest} or later.`;
  return latest !== '' && answer > latest ? `This must be ${latest} or earlier.` : null;
}

function filesFault({ limit, fileTypes }: Question, files: readonly ChosenFile[]): string | null {
  const large = limit === null ? undefined : files.find(({ size }) => size > limit);
  if (large !== undefined) return `“${large.name}” has more than ${limit} bytes.`;
  const other = fileTypes.length === 0 ? undefined : files.find((file) => !fileTypes.some((type) => isOf(file, type)));
  return other === undefined ? null : `“${other.name}” is none of ${fileTypes.join(', ')}.`;
}

/** A type is an ending (`pdf`, `.pdf`) or a media type (`image/png`, `image/*`). */
function isOf(file: ChosenFile, type: string): boolean {
  const wanted = type.trim().toLowerCase();
  if (!wanted.includes('/')) return file.name.toLowerCase().endsWith(`.${wanted.replace(/^\./, '')}`);
  return wanted.endsWith('/*') ? file.type.startsWith(wanted.slice(0, -1)) : file.type === wanted;
}
