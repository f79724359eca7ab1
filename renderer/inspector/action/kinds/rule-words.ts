import { assertNever } from '../../../../shared/base/assert-never.ts';
import type { ValidationRule } from '../../../../shared/model/action-kinds.ts';
import { formatChoices } from '../format-choices.ts';
import { rangeWords } from './range-words.ts';

/** A rule in a line: what is looked at, and what must hold. */
export function ruleWords(rule: ValidationRule): { readonly title: string; readonly summary: string } {
  if (rule.kind === 'eligible') return { title: 'Eligibility', summary: rule.expression || 'always' };
  return { title: rule.input || 'no input', summary: mustBe(rule) };
}

function mustBe(rule: Exclude<ValidationRule, { kind: 'eligible' }>): string {
  switch (rule.kind) {
    case 'format': {
      const label = formatChoices.find(({ value }) => value === rule.format)?.label ?? rule.format;
      return [label, rule.country ?? ''].filter(Boolean).join(', ');
    }
    case 'pattern':
      return rule.pattern || 'any';
    case 'range':
      return rangeWords(rule.minimum, rule.maximum) || 'any number';
    case 'oneOf':
      return rule.values.length === 0 ? 'nothing yet' : rule.values.join(', ');
    case 'available':
      return [dayWords(rule.weekdays), rule.from === '' && rule.to === '' ? '' : `${rule.from}–${rule.to}`]
        .filter(Boolean)
        .join(' ');
    default:
      return assertNever(rule);
  }
}

const dayWords = (days: readonly string[]): string =>
  days.length === 0 || days.length === 7 ? 'any day' : days.map((day) => day.slice(0, 3)).join(' ');
