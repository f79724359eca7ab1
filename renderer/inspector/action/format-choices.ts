import type { ValueFormat } from '../../../shared/model/action-parts.ts';
import type { Choice } from '../fields/choice-field.tsx';

/** What a value can be asked to look like. */
export const formatChoices: readonly Choice<ValueFormat>[] = [
  { value: 'email', label: 'E-mail address' },
  { value: 'phone', label: 'Phone number' },
  { value: 'iban', label: 'IBAN' },
  { value: 'card', label: 'Card number' },
  { value: 'postcode', label: 'Postcode' },
  { value: 'date', label: 'Date' },
  { value: 'url', label: 'Web address' },
];
