import type { Command } from '../../shared/commands/command.ts';
import type { AnyRecord, TableName } from '../../shared/model/record-tables.ts';
import { useEditor } from '../state/studio.ts';
import { useWrite, type Refusal } from './edit.ts';
import { ChoiceField } from './fields/choice-field.tsx';
import { NumberField } from './fields/number-field.tsx';
import { Section } from './fields/section.tsx';
import { sharedFields, type SharedField } from './shared-fields.ts';

type Listed = { readonly table: TableName; readonly record: AnyRecord };

/** What all selected records have in common, changed for all of them in one step. */
export function SharedProperties({ ids }: { readonly ids: readonly string[] }) {
  const document = useEditor((state) => state.document);
  const listed = ids.flatMap((id): Listed[] => {
    const home = document.homes.get(id);
    if (home === undefined || home.table === 'scenario' || home.record !== id) return [];
    const record = document.tables[home.table].get(id);
    return record === undefined ? [] : [{ table: home.table, record }];
  });
  const fields =
    listed.length < ids.length
      ? []
      : sharedFields.filter(({ tables }) => listed.every(({ table }) => tables.includes(table)));
  if (fields.length === 0) return null;
  return (
    <Section title="In common" name="several.shared">
      <p className="section-note">Changed for all of them, in one step.</p>
      {fields.map((field) => (
        <CommonField key={field.label} field={field} listed={listed} />
      ))}
    </Section>
  );
}

function CommonField({ field, listed }: { readonly field: SharedField; readonly listed: readonly Listed[] }) {
  const document = useEditor((state) => state.document);
  const write = useWrite();
  const { label, meaning } = field;
  const values = new Set(listed.map(({ record }) => field.read(record)));
  const [first = ''] = values;
  const isMixed = values.size > 1;
  const set = (value: string): Refusal => {
    const commands = listed.map(
      ({ table, record }) =>
        ({ kind: 'record.update', table, id: record.id, changes: field.change(record, value) }) as unknown as Command,
    );
    return write(
      { kind: 'several', label: `Change ${label.toLowerCase()} of ${listed.length}`, commands },
      `several/${label}`,
    );
  };
  if (field.kind === 'choice')
    return (
      <ChoiceField
        label={label}
        meaning={meaning}
        value={isMixed ? mixed : first}
        choices={[...(isMixed ? [{ value: mixed, label: 'Mixed' }] : []), ...field.choices(document)]}
        onChoose={(chosen) => {
          if (chosen !== mixed) set(chosen);
        }}
      />
    );
  return (
    <NumberField
      label={label}
      meaning={meaning}
      value={isMixed ? null : Number(first)}
      placeholder="Mixed"
      min={field.min}
      max={field.max}
      whole={field.whole}
      onValue={(value) => (value === null ? null : set(String(value)))}
      place={`several/${listed.map(({ record }) => record.id).join(' ')}/${label}`}
      troubles={[]}
    />
  );
}

/** What a field shows whose records differ; no record holds it. */
const mixed = '\u0000mixed';
