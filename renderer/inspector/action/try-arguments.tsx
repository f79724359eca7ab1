import type { ActionArgument } from '../../../shared/actions/action-arguments.ts';
import type { JsonObject } from '../../../shared/base/json.ts';
import { ValueField } from '../conditions/value-field.tsx';

type TryArgumentsProps = {
  /** The id of the action. */
  readonly action: string;
  readonly known: readonly ActionArgument[];
  readonly given: JsonObject;
  readonly onGiven: (given: JsonObject) => void;
};

/** What the action is called with, declared or found in its texts; as it was last time. */
export const TryArguments = ({ action, known, given, onGiven }: TryArgumentsProps) => (
  <>
    {known.map(({ name, type, required, sensitive }) => (
      <ValueField
        key={name}
        label={name}
        meaning={[type, required ? '' : 'may be left out', sensitive ? 'sensitive, not remembered' : '']
          .filter(Boolean)
          .join(', ')}
        type={type}
        value={Object.hasOwn(given, name) ? (given[name] ?? null) : null}
        place={`try/${action}/${name}`}
        onValue={(value) => {
          onGiven({ ...given, [name]: value });
          return null;
        }}
      />
    ))}
  </>
);
