import { describe, expect, test } from 'vitest';
import { askedBy, type Asked } from '../../../../shared/answers/asked-by.ts';
import { answerFault, question, type Answer } from '../../../../shared/answers/question.ts';
import type { BlockOf, MessageBlock } from '../../../../shared/model/message-block.ts';
import { aBlock } from '../../../builders/a-block.ts';

const today = '2027-03-05';
const asked = (block: Exclude<MessageBlock, { kind: 'attribute' }>): Asked => {
  const found = askedBy(block, today);
  if (found === null) throw new Error(`${block.kind} asks nothing`);
  return found;
};
const option = (key: string, value: string): { key: string; value: string } => ({ key, value });
const colours = [option('r', 'Red'), option('g', 'Green'), option('b', 'Blue')];

describe('a form', () => {
  const form = aBlock({
    kind: 'form',
    callback: 'sent',
    cancelCallback: 'never_mind',
    elements: [
      { type: 'text', name: 'first_name', label: 'Your name', required: true },
      { type: 'select', name: 'colour', options: colours },
      { type: 'checkbox', name: 'also', label: 'Also', options: colours },
      { type: 'checkbox', name: 'agreed', label: 'Agreed' },
      { type: 'number', name: 'amount', label: 'Amount' },
    ],
  });

  test('asks its elements, by label or else by name', () => {
    const { questions, cancel, submitText } = asked(form);
    expect(questions.map(({ label }) => label)).toEqual(['Your name', 'colour', 'Also', 'Agreed', 'Amount']);
    expect(cancel).toEqual({ text: 'Cancel', callback: 'never_mind' });
    expect(submitText).toBe('Send');
  });

  test('sends every answer under the name of its attribute, and shows them in words', () => {
    expect(asked(form).answer(['Ann', 'g', 'r,b', 'true', ' 3,5 '])).toEqual({
      kind: 'form',
      callback: 'sent',
      fields: { first_name: 'Ann', colour: 'g', also: 'r,b', agreed: 'true', amount: '3.5' },
      text: 'Your name: Ann\ncolour: Green\nAlso: Red, Blue\nAgreed: yes\nAmount:  3,5 ',
    });
  });

  test('sends nothing for what was left empty', () => {
    expect(asked(form).answer(['Ann', '', '', 'false', ''])).toMatchObject({
      fields: { first_name: 'Ann', agreed: 'false' },
    });
  });

  test.each([
    ['', 'false'],
    ['no', 'false'],
    ['1', 'true'],
    [' Yes ', 'true'],
  ])('a single box with the default “%s” begins as %s', (defaultValue, initial) => {
    const block = aBlock({ kind: 'form', elements: [{ type: 'checkbox', name: 'a', defaultValue }] });
    expect(asked(block).questions[0]?.initial).toBe(initial);
  });

  test('what an option shows counts as its key only where it is typed', () => {
    const options = [option('Green', 'Red'), option('x', 'Green')];
    const send = (type: 'select' | 'autocomplete'): unknown =>
      asked(aBlock({ kind: 'form', elements: [{ type, name: 'a', options }] })).answer(['Green']);
    expect(send('select')).toMatchObject({ fields: { a: 'Green' }, text: 'Red' });
    expect(send('autocomplete')).toMatchObject({ fields: { a: 'x' } });
  });
});

describe('a date', () => {
  type Picker = Partial<BlockOf<'datePicker'>>;
  const asks = (rest: Picker): readonly string[] => {
    const { questions } = asked(aBlock({ kind: 'datePicker', attribute: 'day', ...rest }));
    return questions.map(({ type, earliest, latest }) => `${type} ${earliest}..${latest}`);
  };
  test.each<[Picker, string]>([
    [{}, 'date ..'],
    [{ minDate: 'today', maxDate: '20271231' }, 'date 2027-03-05..2027-12-31'],
    [{ minDate: 'soon' }, 'date ..'],
    [{ noPastDates: true }, 'date 2027-03-05..'],
    [{ noPastDates: true, minDate: '2027-05-01' }, 'date 2027-05-01..'],
    [{ noFutureDates: true, maxDate: '2030-01-01' }, 'date ..2027-03-05'],
    [{ noFutureDates: true, maxDate: '2020-01-01' }, 'date ..2020-01-01'],
    [{ format: 'time', noPastDates: true }, 'time ..'],
    [{ format: 'dateTime', minDate: 'today', maxDate: 'today' }, 'dateTime 2027-03-05T00:00..2027-03-05T23:59'],
    [{ format: 'year', minDate: 'today' }, 'year 2027..'],
    [{ format: 'monthYear', maxDate: 'today' }, 'monthYear ..2027-03'],
    [{ dayRequired: false }, 'monthYear ..'],
    [{ dayRequired: false, monthRequired: false }, 'year ..'],
  ])('%j is asked as %s', (rest, expected) => {
    expect(asks(rest)).toEqual([expected]);
  });

  test('is sent under its attribute and shown as it is', () => {
    const block = aBlock({ kind: 'datePicker', attribute: 'day', callback: 'picked' });
    expect(asked(block).answer(['2027-04-01'])).toEqual({
      kind: 'form',
      callback: 'picked',
      fields: { day: '2027-04-01' },
      text: '2027-04-01',
    });
  });
});

describe('other blocks', () => {
  test('a long text is said, and heard by its callback', () => {
    const block = aBlock({ kind: 'longText', callback: 'told', characterLimit: 10, confirmationText: 'Thank you' });
    expect(asked(block)).toMatchObject({ confirmation: 'Thank you', questions: [{ type: 'textarea', limit: 10 }] });
    expect(asked(block).answer(['It broke'])).toEqual({
      kind: 'callback',
      callback: 'told',
      value: '',
      text: 'It broke',
    });
  });

  test('a suggestion is sent by its key, anything else as it was typed', () => {
    const block = aBlock({ kind: 'autocomplete', attribute: 'colour', callback: 'c', options: colours });
    expect(asked(block).answer(['Green'])).toMatchObject({ fields: { colour: 'g' }, text: 'Green' });
    expect(asked(block).answer(['Mauve'])).toMatchObject({ fields: { colour: 'Mauve' }, text: 'Mauve' });
  });

  test('a file is its name, size and type; several are a list', () => {
    const file = { name: 'a.pdf', size: 10, type: 'application/pdf' };
    const send = (multiple: boolean): unknown =>
      asked(aBlock({ kind: 'fileUpload', attribute: 'cv', callback: 'up', multiple })).answer([[file]]);
    expect(send(false)).toMatchObject({ fields: { cv: file }, text: 'a.pdf' });
    expect(send(true)).toMatchObject({ fields: { cv: [file] } });
  });

  test('a signature is a name, and a tick that is needed but not kept', () => {
    const sign = asked(aBlock({ kind: 'eSign', attribute: 'signed', callback: 'done', confirmText: 'Confirm' }));
    expect(sign.submitText).toBe('Confirm');
    expect(sign.questions.map((one, at) => answerFault(one, ['Ann', 'false'][at] ?? ''))).toEqual([
      null,
      'This needs an answer.',
    ]);
    expect(sign.answer(['Ann', 'true'])).toEqual({
      kind: 'form',
      callback: 'done',
      fields: { signed: 'Ann' },
      text: 'Ann',
    });
  });

  test('what only says something asks nothing', () => {
    for (const kind of ['image', 'rich', 'audio', 'meta', 'empty'] as const)
      expect(askedBy(aBlock({ kind }), today)).toBeNull();
  });
});

const needed = question('text', 'A', { required: true });
const large = { name: 'a.gif', size: 9000, type: 'image/gif' };
test.each<[string, ReturnType<typeof question>, Answer, string | null]>([
  ['nothing, where nothing is needed', question('email', 'A'), ' ', null],
  ['nothing, where something is', needed, ' ', 'This needs an answer.'],
  ['no files, where some are needed', question('files', 'A', { required: true }), [], 'This needs an answer.'],
  ['a number', question('number', 'A'), '-1.5', null],
  ['no number', question('number', 'A'), '1a', 'This is not a number.'],
  ['an address', question('email', 'A'), 'a@b.example', null],
  ['no address', question('email', 'A'), 'a b@c', 'This is not an email address.'],
  ['a year', question('year', 'A'), '2027', null],
  ['no year', question('year', 'A'), '27', 'This is not a year.'],
  [
    'a date too early',
    question('date', 'A', { earliest: '2027-01-02' }),
    '2027-01-01',
    'This must be 2027-01-02 or later.',
  ],
  ['a year too late', question('year', 'A', { latest: '2027' }), '2028', 'This must be 2027 or earlier.'],
  ['a text too long', question('textarea', 'A', { limit: 3 }), 'four', 'At most 3 letters.'],
  [
    'none of the options',
    question('select', 'A', { options: colours, onlyOptions: true }),
    'x',
    'Choose one of the suggestions.',
  ],
  ['an option by what it shows', question('autocomplete', 'A', { options: colours, onlyOptions: true }), 'Red', null],
  ['what fits a pattern', question('text', 'A', { pattern: '^[0-9]+$' }), '12', null],
  [
    'what does not',
    question('text', 'A', { pattern: '^[0-9]+$', patternText: 'Digits, please.' }),
    'x',
    'Digits, please.',
  ],
  ['a file too large', question('files', 'A', { limit: 100 }), [large], '“a.gif” has more than 100 bytes.'],
  ['a file by its ending', question('files', 'A', { fileTypes: ['png', '.GIF'] }), [large], null],
  ['a file by its media type', question('files', 'A', { fileTypes: ['image/*'] }), [large], null],
  [
    'another file',
    question('files', 'A', { fileTypes: ['pdf', 'image/png'] }),
    [large],
    '“a.gif” is none of pdf, image/png.',
  ],
])('%s', (_name, one, answer, fault) => {
  expect(answerFault(one, answer)).toBe(fault);
});
