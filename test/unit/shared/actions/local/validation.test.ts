import { describe, expect, test } from 'vitest';
import { checkInputs } from '../../../../../shared/actions/check-inputs.ts';
import { checkFormat } from '../../../../../shared/actions/local/check-format.ts';
import { evaluateValidation } from '../../../../../shared/actions/local/evaluate-validation.ts';
import type { Json } from '../../../../../shared/base/json.ts';
import type { ValidationRule } from '../../../../../shared/model/action-kinds.ts';
import type { ActionInput, ValueFormat } from '../../../../../shared/model/action-parts.ts';
import { unwrap } from '../../../../builders/unwrap.ts';

const now = Date.UTC(2026, 10, 20, 8, 30);

describe('formats', () => {
  const cases: readonly (readonly [ValueFormat, string, readonly string[], readonly string[]])[] = [
    [
      'email',
      '',
      ['ada@example.org', 'a.b+c@x.example.co.uk', 'ünal@straße.de', "o'neil@x.ie"],
      [
        'ada',
        'a@b',
        '@x.org',
        'a b@x.org',
        'a..b@x.org',
        'a@-x.org',
        'a@x.org, b@x.org',
        'a@x.org\nBcc: b@x.org',
        `${'a'.repeat(65)}@x.org`,
      ],
    ],
    [
      'phone',
      '',
      ['+30 210 1234567', '+44 20 7946 0018', '+1 (212) 555-2368'],
      ['2101234567', '123', '+999 1', 'call me'],
    ],
    ['phone', 'GR', ['210 1234567', '6941234567', '+30 694 123 4567'], ['12', '0000000000']],
    [
      'iban',
      '',
      ['GR16 0110 1250 0000 0001 2300 695', 'DE89370400440532013000', 'gb29 nwbk 6016 1331 9268 19'],
      ['GR17 0110 1250 0000 0001 2300 695', 'DE8937040044053201300', 'XX00', 'DE89 3704 0044 0532 0130 0O'],
    ],
    ['iban', 'DE', ['DE89370400440532013000'], ['GR1601101250000000012300695']],
    [
      'card',
      '',
      ['4111 1111 1111 1111', '378282246310005', '5555-5555-5555-4444'],
      ['4111 1111 1111 1112', '0000 0000 0000 0000', '1234', '4111x'],
    ],
    ['postcode', 'GR', ['104 31', '10431'], ['1043', 'ABC']],
    ['postcode', 'GB', ['SW1A 1AA', 'm1 1ae', 'EC1A1BB'], ['SW1A 1A', '12345']],
    ['postcode', 'MC', ['98000', '980 12'], ['97000']],
    ['postcode', '', ['12345', 'SW1A 1AA'], ['a', 'Main Street 5 in town']],
    ['date', '', ['2026-03-31', '2026-03-31T14:00:00Z', '1774000000'], ['2026-02-30', 'tomorrow', '31.3.2026']],
    [
      'url',
      '',
      ['https://example.org', 'http://localhost:3000/a?b=c#d', 'https://[::1]/x'],
      ['example.org', 'javascript:alert(1)', 'https://', 'https://a b', 'https://x:99999', 'https://user:pass@x.org'],
    ],
  ];
  test.each(cases)('[L10] %s of %j', (format, country, right, wrong) => {
    expect(right.filter((text) => !checkFormat(text, format, country))).toEqual([]);
    expect([...wrong, '', ' '].filter((text) => checkFormat(text, format, country))).toEqual([]);
  });

  test('[L10] no text makes a check slow', () => {
    const before = performance.now();
    for (const format of ['email', 'phone', 'iban', 'card', 'postcode', 'date', 'url'] as const)
      for (const text of ['a'.repeat(1900), `a@${'a-'.repeat(900)}`, `${'1 '.repeat(900)}x`, `${'a.'.repeat(900)}@`])
        expect(checkFormat(text, format)).toBe(false);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('rules', () => {
  const check = (
    rules: readonly ValidationRule[],
    args: Record<string, Json>,
    inputs: readonly Partial<ActionInput>[] = [],
  ) => {
    const found = evaluateValidation(rules, args, now, inputs as ActionInput[]);
    return found.ok ? found.value : found.failure;
  };

  test('[L11] the first rule that does not hold says why; all that do not are listed', () => {
    const rules: ValidationRule[] = [
      { kind: 'format', input: 'email', format: 'email', reason: '' },
      { kind: 'range', input: 'count', minimum: 1, maximum: 5, reason: 'One to five, please.' },
      { kind: 'oneOf', input: 'size', values: ['S', 'M', 'L'], reason: '' },
      { kind: 'pattern', input: 'code', pattern: '[A-Z]-\\d+', reason: '' },
      { kind: 'eligible', expression: 'count * 10 <= budget', reason: 'That is over budget.' },
    ];
    const good = { email: 'ada@example.org', count: 2, size: 'M', code: 'A-17', budget: 20 };
    expect(check(rules, good)).toEqual({ valid: true, reason: '', failed: [] });
    expect(check(rules, { ...good, count: 9, size: 'XL', code: 'say A-17' })).toEqual({
      valid: false,
      reason: 'One to five, please.',
      failed: [
        { input: 'count', rule: 'range', reason: 'One to five, please.' },
        { input: 'size', rule: 'oneOf', reason: 'Size has to be one of S, M or L.' },
        { input: 'code', rule: 'pattern', reason: 'Code has to be of the form [A-Z]-\\d+.' },
        { input: '', rule: 'eligible', reason: 'That is over budget.' },
      ],
    });
    expect(check(rules, { ...good, email: 'ada' })).toMatchObject({
      reason: 'Email has to be an e-mail address, such as ada@example.org.',
    });
  });

  test('[L11] what is missing does not hold, unless the input is optional', () => {
    const rules: ValidationRule[] = [{ kind: 'range', input: 'age', minimum: 18, reason: '' }];
    expect(check(rules, {})).toMatchObject({ valid: false, reason: 'Age is missing.' });
    expect(check(rules, {}, [{ name: 'age', type: 'int', required: false }])).toMatchObject({ valid: true });
    expect(check(rules, { age: 'old' })).toMatchObject({ valid: false, reason: 'Age has to be 18 or more.' });
  });

  const hours = {
    kind: 'available',
    input: 'slot',
    weekdays: ['monday', 'friday'],
    from: '09:00',
    to: '17:00',
    reason: '',
  } as const;
  test.each([
    [hours, '2026-11-23T09:00', null],
    [hours, '2026-11-23T17:00:00+02:00', null],
    [hours, '2026-11-23', null],
    [hours, '2026-11-24T10:00', 'Slot has to be on Monday or Friday.'],
    [hours, '2026-11-23T17:01', 'Slot has to be between 09:00 and 17:00.'],
    [hours, Date.UTC(2026, 10, 23, 8) / 1000, 'Slot has to be between 09:00 and 17:00.'],
    [{ ...hours, from: '22:00', to: '02:00' }, '2026-11-23T01:30', null],
    [{ ...hours, weekdays: [], minimumDays: 0 }, '2026-11-19T10:00', 'Slot has to be not in the past.'],
    [{ ...hours, weekdays: [], minimumDays: 2 }, '2026-11-21T10:00', 'Slot has to be at least 2 days from now.'],
    [{ ...hours, weekdays: [], maximumDays: 1 }, '2026-11-22T10:00', 'Slot has to be at most 1 day from now.'],
    [hours, 'soon', 'Slot has to be a date, such as 2026-03-31 or 2026-03-31T14:00.'],
  ])('[L12] opening hours and days from now: %#', (rule, slot, reason) => {
    const weekdays = [...rule.weekdays];
    expect(check([{ ...rule, weekdays }], { slot })).toMatchObject({ valid: reason === null, reason: reason ?? '' });
  });

  test('[L13] a condition that cannot be worked out is no answer but a sentence about the rule', () => {
    const rule = (expression: string): ValidationRule => ({ kind: 'eligible', expression, reason: '' });
    expect(check([rule('age >')], {})).toMatchObject({ rule: 0, position: 5 });
    expect(check([rule('true'), rule('agee > 1')], { age: 1 })).toMatchObject({
      rule: 1,
      sentence: expect.stringContaining('agee'),
    });
    expect(check([rule('1 + 1')], {})).toMatchObject({
      sentence: 'The condition has to be true or false, but it gives a number.',
    });
  });
});

describe('inputs', () => {
  const input = (more: Partial<ActionInput>): ActionInput => ({
    name: 'x',
    type: 'string',
    description: '',
    required: true,
    sensitive: false,
    ...more,
  });
  const check = (more: Partial<ActionInput>, value: Json, hidden = false) =>
    checkInputs({ inputs: [input(more)] }, [input(more)], { x: value }, () => hidden);

  test.each([
    [{ type: 'int' }, '3 pieces', 3],
    [{ type: 'float' }, ' 2.5', 2.5],
    [{ type: 'boolean' }, 'yes', true],
    [{ type: 'timestamp' }, '2026-03-31', 1774915200],
    [{ type: 'string' }, 12, '12'],
    [{ type: 'string[]', values: ['a', 'b'] }, 'a, b', ['a', 'b']],
    [{ minimum: 1, maximum: 9, type: 'int' }, 9, 9],
    [{ pattern: 'A-\\d+' }, 'A-17', 'A-17'],
    [{ format: 'email' }, 'ada@example.org', 'ada@example.org'],
    [{ type: 'int' }, null, undefined],
  ] as const)('[L14] %j takes %j', (more, value, expected) => {
    expect(unwrap(check(more as Partial<ActionInput>, value as Json))).toEqual(
      expected === undefined ? {} : { x: expected },
    );
  });

  test.each([
    [{ type: 'int' }, 'many', 'a whole number, but it is “many”'],
    [{ type: 'float' }, [1], 'a number, but it is “[1]”'],
    [{ type: 'boolean' }, 'perhaps', 'yes or no, but it is “perhaps”'],
    [{ type: 'timestamp' }, 'soon', 'a date, such as 2026-03-31, but it is “soon”'],
    [{ type: 'composite' }, 'x', 'an object, but it is “x”'],
    [{ values: ['S', 'M'] }, 'L', 'one of S or M, but it is “L”'],
    [{ type: 'string[]', values: ['S', 'M'] }, ['S', 'L'], 'one of S or M, but it is “["S","L"]”'],
    [{ type: 'int', minimum: 18 }, 17, '18 or more, but it is “17”'],
    [{ type: 'float', minimum: 0, maximum: 1 }, 1.5, 'from 0 to 1, but it is “1.5”'],
    [{ pattern: '\\d{4}' }, '12345', 'of the form \\d{4}, but it is “12345”'],
    [{ format: 'email' }, '', 'an e-mail address, such as ada@example.org, but it is empty'],
  ] as const)('[L14] %j refuses %j by name', (more, value, expected) => {
    const problem = { name: 'x', sentence: `The input “x” has to be ${expected}.` };
    expect(check(more as unknown as Partial<ActionInput>, value as Json)).toEqual({ ok: false, failure: problem });
  });

  test('[L15] a hidden value is in no sentence', () => {
    const found = check({ format: 'iban' }, 'GR00 secret', true);
    expect(found).toMatchObject({
      failure: { sentence: 'The input “x” has to be an IBAN, such as GR16 0110 1250 0000 0001 2300 695.' },
    });
  });
});
