import type { Json } from '../base/json.ts';
import type { BlockOutput, BlockOutputOf } from '../engine/output.ts';
import type { Utterance } from '../engine/utterance.ts';
import { isAnswered, isConsent, question, type Answer, type Question } from './question.ts';

/** What a block wants to know, and what is sent when it is known. */
export type Asked = {
  readonly questions: readonly Question[];
  readonly submitText: string;
  readonly cancel: { readonly text: string; readonly callback: string } | null;
  /** Sent as soon as every question has an answer. */
  readonly autoSubmit: boolean;
  /** What is shown in its place once it was sent. */
  readonly confirmation: string;
  /** `answers` in the order of the questions. */
  readonly answer: (answers: readonly Answer[]) => Utterance;
};

/** What a block asks for; null for one that only says something. `today` is a date as `2027-01-31`. */
export function askedBy(block: BlockOutput, today: string): Asked | null {
  switch (block.kind) {
    case 'form':
    case 'fullPageForm':
      return asForm(block);
    case 'datePicker':
      return asFields(block, [dateQuestion(block, today)]);
    case 'autocomplete':
    case 'addressAutocomplete': {
      const { options, placeholder, attribute: name, kind } = block;
      const label = kind === 'autocomplete' ? 'Answer' : 'Address';
      return asFields(block, [question('autocomplete', label, { name, options, placeholder, required: true })]);
    }
    case 'location':
      return asFields(block, [question('text', 'Place', { name: block.attribute, required: true })]);
    case 'longText':
      return asLongText(block);
    case 'fileUpload': {
      const { attribute: name, multiple, maxBytes: limit, fileTypes } = block;
      const label = multiple ? 'Files' : 'File';
      return asFields(block, [question('files', label, { name, multiple, limit, fileTypes, required: true })]);
    }
    case 'eSign':
      return asSignature(block);
    default:
      return null;
  }
}

type Submitted = {
  readonly submitText: string;
  readonly callback: string;
  readonly cancelText?: string;
  readonly cancelCallback?: string;
};

function asFields(block: Submitted, questions: readonly Question[]): Asked {
  const { submitText, callback, cancelText = '', cancelCallback = '' } = block;
  return {
    questions,
    submitText: submitText === '' ? 'Send' : submitText,
    cancel:
      cancelCallback === '' ? null : { text: cancelText === '' ? 'Cancel' : cancelText, callback: cancelCallback },
    autoSubmit: false,
    confirmation: '',
    answer: (answers) => ({
      kind: 'form',
      callback,
      fields: fieldsOf(questions, answers),
      text: wordsOf(questions, answers),
    }),
  };
}

function asForm(block: BlockOutputOf<'form' | 'fullPageForm'>): Asked {
  const questions = block.elements.map(({ type, label, defaultValue, ...element }) =>
    question(type, label === '' ? element.name : label, {
      name: element.name,
      required: element.required,
      initial: type === 'checkbox' && element.options.length === 0 ? yesOrNo(defaultValue) : defaultValue,
      options: element.options,
      onlyOptions: type === 'select' || type === 'autocomplete' || type === 'radio',
      pattern: element.pattern,
      patternText: element.patternText,
    }),
  );
  return { ...asFields(block, questions), autoSubmit: block.autoSubmit };
}

/** A single box is ticked or not; there is no third. */
const yesOrNo = (text: string): string => (/^(?:1|true|on|yes)$/i.test(text.trim()) ? 'true' : 'false');

function asLongText(block: BlockOutputOf<'longText'>): Asked {
  const { initialText: initial, placeholder, characterLimit: limit, callback } = block;
  const asked = asFields(block, [question('textarea', 'Answer', { initial, placeholder, limit, required: true })]);
  // A long text is said, like a short one, but heard by its callback.
  const answer: Asked['answer'] = ([text = '']) => ({
    kind: 'callback',
    callback,
    value: '',
    text: typeof text === 'string' ? text : '',
  });
  return { ...asked, confirmation: block.confirmationText, answer };
}

function asSignature(block: BlockOutputOf<'eSign'>): Asked {
  const { attribute: name, checkboxText, confirmText, submitText, signature: initial } = block;
  const sign = [submitText, confirmText].find((text) => text !== '') ?? 'Sign';
  return asFields({ ...block, submitText: sign }, [
    question('text', 'Your name, as a signature', { name, initial, required: true }),
    question('checkbox', checkboxText === '' ? 'I sign this' : checkboxText, { required: true }),
  ]);
}

/** Questions without an answer, and without an attribute for it, send nothing. */
function fieldsOf(questions: readonly Question[], answers: readonly Answer[]): Record<string, Json> {
  const fields = questions.flatMap((asked, index): [string, Json][] => {
    const answer = answers[index] ?? '';
    return asked.name === '' || !isAnswered(answer) ? [] : [[asked.name, sentValue(asked, answer)]];
  });
  return Object.fromEntries(fields);
}

function sentValue({ type, multiple, options }: Question, answer: Answer): Json {
  if (typeof answer !== 'string') {
    const files = answer.map(({ name, size, type: media }) => ({ name, size, type: media }));
    return multiple ? files : (files[0] ?? null);
  }
  if (type === 'number') return answer.trim().replace(',', '.');
  // What is typed is what an option shows; what is chosen is known by its key.
  return type === 'autocomplete' ? (options.find(({ value }) => value === answer)?.key ?? answer) : answer;
}

/** What a bubble of the person shows: the answer alone, or every answer after its question. */
function wordsOf(questions: readonly Question[], answers: readonly Answer[]): string {
  const lines = questions.flatMap((asked, index) => {
    const answer = answers[index] ?? '';
    const isShown = isAnswered(answer) && (asked.name !== '' || !isConsent(asked));
    return isShown ? [{ label: asked.label, words: answerWords(asked, answer) }] : [];
  });
  if (lines.length === 1) return lines[0]?.words ?? '';
  return lines.map(({ label, words }) => `${label}: ${words}`).join('\n');
}

function answerWords(asked: Question, answer: Answer): string {
  if (typeof answer !== 'string') return answer.map(({ name }) => name).join(', ');
  if (isConsent(asked)) return answer === 'true' ? 'yes' : 'no';
  const named = (key: string): string => asked.options.find((option) => option.key === key)?.value ?? key;
  return asked.type === 'checkbox' ? answer.split(',').map(named).join(', ') : named(answer);
}

const dateLabels = { date: 'Date', time: 'Time', dateTime: 'Date and time', year: 'Year', monthYear: 'Month' } as const;

function dateQuestion(block: BlockOutputOf<'datePicker'>, today: string): Question {
  const type = dateType(block);
  const [earliest, latest] = [dateOf(block.minDate, today), dateOf(block.maxDate, today)];
  return question(type, dateLabels[type], {
    name: block.attribute,
    required: true,
    earliest: asBound(type, block.noPastDates && earliest < today ? today : earliest, '00:00'),
    latest: asBound(type, block.noFutureDates && (latest === '' || latest > today) ? today : latest, '23:59'),
  });
}

/** A date may be asked for without its day, or without day and month. */
function dateType({ format, dayRequired, monthRequired }: BlockOutputOf<'datePicker'>): keyof typeof dateLabels {
  if (format !== 'date' || dayRequired) return format;
  return monthRequired ? 'monthYear' : 'year';
}

/** `today`, a date as `2027-01-31`, or the same without dashes; anything else bounds nothing. */
function dateOf(text: string, today: string): string {
  if (text.trim().toLowerCase() === 'today') return today;
  const found = /^\s*(\d{4})-?(\d{2})-?(\d{2})/.exec(text);
  return found === null ? '' : found.slice(1).join('-');
}

function asBound(type: keyof typeof dateLabels, date: string, time: string): string {
  if (date === '' || type === 'time') return '';
  if (type === 'year') return date.slice(0, 4);
  if (type === 'monthYear') return date.slice(0, 7);
  return type === 'dateTime' ? `${date}T${time}` : date;
}
