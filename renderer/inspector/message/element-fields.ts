import { Plus } from 'lucide-react';
import { elementTypes, formElementSchema, type FormElement } from '../../../shared/model/message-block.ts';
import { fieldsOf, type FieldSpecs, type Pair } from './field-spec.ts';

const { plain, words, attribute, choice, onOff, reference, pattern, pairs, beside, more, when } =
  fieldsOf<FormElement>();

const typeWords: Readonly<Record<FormElement['type'], string>> = {
  text: 'A line of text',
  textarea: 'Several lines',
  number: 'A number',
  email: 'An email address',
  select: 'One from a list',
  autocomplete: 'One from a list, typed',
  radio: 'One of several',
  checkbox: 'Boxes to tick',
};
const types = elementTypes.map((value) => ({ value, label: typeWords[value] }));

/** What is sent, and what is shown for it. */
export const optionParts: Pair = [
  { key: 'key', label: 'Key', meaning: 'What is kept', placeholder: 'key' },
  { key: 'value', label: 'Shown as', meaning: 'What people read', placeholder: 'shown as' },
];

const hasOptions = ({ type }: FormElement): boolean =>
  type === 'select' || type === 'autocomplete' || type === 'radio' || type === 'checkbox';
const isTyped = (element: FormElement): boolean => !hasOptions(element);

const fields: FieldSpecs<FormElement> = [
  words('label', 'Label', 'What is asked', { placeholder: 'First name' }),
  beside(
    attribute('name', 'Attribute', 'Keeps it', { placeholder: 'first_name' }),
    choice('type', 'Answer', 'Its kind', types),
  ),
  when(hasOptions, pairs('options', 'Options', 'What there is to choose from', 'option', optionParts)),
  onOff('required', 'Required', 'Cannot be left out'),
  more(
    'More',
    words('defaultValue', 'Filled in', 'What stands there at first'),
    when(isTyped, pattern('pattern', 'Pattern', 'What an answer must match', { placeholder: '^[A-Z]-\\d+$' })),
    when(
      isTyped,
      plain('patternText', 'When it does not', 'What is said then', { placeholder: 'Like A-1001, please.' }),
    ),
    when(
      hasOptions,
      reference('optionsFrom', 'Options from', 'A list that takes the place of these', { placeholder: 'user.sizes' }),
    ),
    when(hasOptions, onOff('alphabetical', 'In alphabetical order', 'However they are listed')),
  ),
];

/** The questions of a form. */
export const manyElements = {
  word: 'question',
  look: 'rows',
  fields: () => fields,
  title: ({ label, name }: FormElement) => label || name || 'Question',
  summary: ({ type, required }: FormElement) => `${typeWords[type]}${required ? ', required' : ''}`,
  add: [{ label: 'Add question', icon: Plus, blank: (): FormElement => formElementSchema.parse({}) }],
} as const;
