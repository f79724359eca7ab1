import type { AttributeRecord } from '../../../shared/model/design-records.ts';
import { patternProblem } from '../../../shared/conditions/matches-pattern.ts';
import { entityKind, type EntityKind } from '../../../shared/interpret/entities/entity-kind.ts';
import type { Edit, ListBinding } from '../edit.ts';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { ListedValues, type ListedValue } from './listed-values.tsx';
import { TrySaying } from './try-saying.tsx';

/** What each kind of attribute is filled from. */
const kindWords: { readonly [Kind in EntityKind]: string } = {
  number: 'Filled from numbers, in digits or in words.',
  money: 'Filled from amounts of money.',
  duration: 'Filled from durations, like “two weeks”.',
  date: 'Filled from days, like “next Friday”.',
  time: 'Filled from times of day.',
  yesNo: 'Filled from yes and no.',
  email: 'Filled from email addresses, as its name says.',
  phone: 'Filled from phone numbers, as its name says.',
  url: 'Filled from web addresses, as its name says.',
  code: 'Filled from codes, like “A-1001”, as its name says.',
  name: 'Filled from names, as its name says.',
  choice: 'Filled from the values listed here, and from other words for them.',
  pattern: 'Filled from what looks like the pattern.',
  text: 'Filled only where a sample has it in braces. List its values, or give a pattern, to find it anywhere.',
};

/** How people give the attribute its value: from a list, by a pattern, or as its type and name suggest. */
export function SpokenSection({ edit }: { readonly edit: Edit<AttributeRecord> }) {
  const { name, type, values = [], pattern = '' } = edit.value;
  const kind = entityKind({ name, type, values, pattern });
  if (kind === null && values.length === 0 && pattern === '') return null;
  const wrong = pattern === '' ? null : patternProblem(pattern);
  return (
    <Section title="How people say it" name="attributes.spoken" startsOpen={values.length > 0 || pattern !== ''}>
      <p className="section-note">{kind === null ? 'No words can fill this type.' : kindWords[kind]}</p>
      <ListedValues list={valuesOf(edit)} />
      <TextField
        label="Pattern"
        meaning={values.length > 0 ? 'Not used while values are listed' : 'The first group is the value'}
        mono
        placeholder="([A-Z]-\d+)"
        text={pattern}
        place={edit.place('pattern')}
        troubles={wrong === null ? [] : [{ severity: 'error', sentence: wrong }]}
        write={(typed) => edit.set({ pattern: typed === '' ? undefined : typed }, 'pattern')}
      />
      <TrySaying attribute={{ name, type, values, pattern }} />
    </Section>
  );
}

/** The listed values; an empty list is none. */
function valuesOf(edit: Edit<AttributeRecord>): ListBinding<ListedValue> {
  return {
    items: edit.value.values ?? [],
    write: (items, burst = null) =>
      edit.set({ values: items.length === 0 ? undefined : [...items] }, burst === null ? null : `values.${burst}`),
    base: edit.place('values'),
    place: (index, field = '') => edit.place(`values.${index}.${field}`),
    troubles: edit.troubles('values'),
  };
}
