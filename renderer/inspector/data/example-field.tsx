import { isJsonObject, type Json } from '../../../shared/base/json.ts';
import { builtInMembers, type AttributeMember, type AttributeType } from '../../../shared/model/attribute-type.ts';
import { entryKind } from '../conditions/value-entry.ts';
import { ValueField } from '../conditions/value-field.tsx';
import type { Refusal } from '../edit.ts';
import { JsonField } from '../fields/json-field.tsx';
import '../fields/fields-part.css';

type ExampleFieldProps = {
  readonly label: string;
  readonly meaning: string;
  readonly type: AttributeType;
  readonly members: readonly AttributeMember[];
  readonly value: Json;
  readonly place: string;
  readonly onValue: (value: Json) => Refusal;
};

/** An example, written as its type is: a field for each member of a composite, several lines for what is JSON. */
export function ExampleField({ label, meaning, type, members, value, place, onValue }: ExampleFieldProps) {
  const shared = { label, meaning, value, place, onValue };
  const parts = membersOf(type, members);
  if (entryKind(type) !== 'json') return <ValueField type={type} {...shared} />;
  // What is none of what its members say stays as it is.
  if (parts.length === 0 || (value !== null && !isJsonObject(value))) return <JsonField {...shared} />;
  const held = isJsonObject(value) ? value : {};
  return (
    <div className="fields-part" role="group" aria-label={label}>
      <div className="field-head">
        <span className="field-label">{label}</span>
        <span className="field-meaning" title={meaning}>
          {meaning}
        </span>
      </div>
      {parts.map((part) => (
        <ExampleField
          key={part.name}
          label={part.name}
          meaning={part.type}
          type={part.type}
          members={part.members ?? []}
          value={held[part.name] ?? null}
          place={`${place}.${part.name}`}
          onValue={(next) => onValue(withMember(held, part.name, next))}
        />
      ))}
    </div>
  );
}

function membersOf(type: AttributeType, members: readonly AttributeMember[]): readonly AttributeMember[] {
  if (type === 'location' || type === 'file') return builtInMembers[type];
  return type === 'composite' ? members : [];
}

/** Without members it is no example. */
function withMember(held: { readonly [name: string]: Json }, name: string, value: Json): Json {
  const { [name]: _, ...others } = held;
  const next = value === null || value === '' ? others : { ...held, [name]: value };
  return Object.keys(next).length === 0 ? null : next;
}
