import type { Json, JsonObject } from '../../../shared/base/json.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { ValueField } from '../conditions/value-field.tsx';
import type { Refusal } from '../edit.ts';

type DefaultOutputsProps = {
  readonly action: ActionRecord;
  readonly given: JsonObject;
  readonly place: string;
  readonly write: (outputs: JsonObject, burst: string | null) => Refusal;
};

/** What is stored when the action fails, as if it had given it; an empty field stores nothing. */
export function DefaultOutputs({ action, given, place, write }: DefaultOutputsProps) {
  const lost = Object.keys(given).filter((name) => !action.outputs.some((output) => output.name === name));
  const shown = [
    ...action.outputs.map(({ name, type }) => ({ name, type })),
    ...lost.map((name) => ({ name, type: 'json' as const })),
  ];
  if (shown.length === 0) return null;
  const set = (name: string, value: Json): Refusal => {
    const others = Object.entries(given).filter(([other]) => other !== name);
    const next = value === null || value === '' ? others : [...others, [name, value] as const];
    return write(Object.fromEntries(next), `outputs.${name}`);
  };
  return (
    <div className="default-outputs" role="group" aria-label="Default outputs">
      <div className="field-head">
        <span className="field-label">Store</span>
        <span className="field-meaning">As if it had given it; empty stores nothing</span>
      </div>
      {shown.map(({ name, type }) => (
        <ValueField
          key={name}
          label={name}
          meaning={type}
          placeholder="nothing"
          type={type}
          value={Object.hasOwn(given, name) ? (given[name] ?? null) : null}
          place={`${place}.${name}`}
          onValue={(value) => set(name, value)}
        />
      ))}
    </div>
  );
}
