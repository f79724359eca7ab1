import { FlaskConical } from 'lucide-react';
import { ExampleField } from '../data/example-field.tsx';
import { AddButton } from '../fields/add-button.tsx';
import type { Trial } from './use-trial.ts';
import { entryKind } from './value-entry.ts';
import { ValueField } from './value-field.tsx';

/** Changes between what the talk holds and an example. */
export const ExampleSwitch = ({ trial: { isOn, hasTalk, toggle } }: { readonly trial: Trial }) => (
  <AddButton
    icon={FlaskConical}
    className="condition-try"
    label={isOn ? (hasTalk ? 'Try with the talk' : 'Stop trying') : 'Try with example values'}
    aria-pressed={isOn}
    onPress={toggle}
  />
);

/** A small field for each attribute the conditions look at. What is typed is kept in this window only. */
export function ExampleFields({ trial: { attributes, example, place, set } }: { readonly trial: Trial }) {
  return (
    <div className="condition-example" role="group" aria-label="Example values">
      <p className="section-note">
        {attributes.length === 0
          ? 'These conditions look at no attribute.'
          : 'For trying only: kept while this window is open, never saved.'}
      </p>
      {attributes.map(({ name, type, members }) => {
        const shared = {
          label: `{${name}}`,
          meaning: type,
          type,
          value: example.get(name) ?? null,
          place: `${place}/example/${name}`,
          onValue: (value: Parameters<typeof set>[1]) => {
            set(name, value);
            return null;
          },
        };
        return entryKind(type) === 'json' ? (
          <ExampleField key={name} members={members} {...shared} />
        ) : (
          <ValueField key={name} placeholder="not set" isOptional {...shared} />
        );
      })}
    </div>
  );
}
