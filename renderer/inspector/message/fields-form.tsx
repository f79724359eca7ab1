import type { Edit } from '../edit.ts';
import { listOf } from '../edit.ts';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import type { AnyField } from './field-spec.ts';
import { ManyField } from './many-field.tsx';
import { PartField } from './part-field.tsx';
import { TextControl } from './text-control.tsx';
import { ValueControl } from './value-control.tsx';
import './fields-form.css';

/** A value of whatever shape its fields describe. */
export type AnyValue = Readonly<Record<string, unknown>>;
type FieldsFormProps = { readonly edit: Edit<AnyValue>; readonly fields: readonly AnyField[] };

/** A form drawn from the description of its fields; parts and lists inside it are forms of the same kind. */
export const FieldsForm = ({ edit, fields }: FieldsFormProps) => (
  <>
    {fields
      .filter(({ when = always }) => when(edit.value as never))
      .map((field) => (
        <OneField key={`${field.control} ${field.key || field.label || firstKey(field)}`} edit={edit} field={field} />
      ))}
  </>
);

const always = (): boolean => true;
const firstKey = (field: AnyField): string =>
  field.control === 'beside' || field.control === 'more' ? field.fields.map(({ key }) => key).join(' ') : '';

function OneField({ edit, field }: { readonly edit: Edit<AnyValue>; readonly field: AnyField }) {
  switch (field.control) {
    case 'words':
    case 'callback':
    case 'attribute':
    case 'reference':
    case 'pattern':
    case 'plain':
      return (
        <TextControl
          field={field}
          binding={{
            text: (edit.value[field.key] ?? '') as string,
            write: (text) => edit.set({ [field.key]: text }, field.key),
            place: edit.place(field.key),
            troubles: edit.troubles(field.key),
          }}
        />
      );
    case 'part':
      return (
        <PartField
          label={field.label}
          meaning={field.meaning}
          blank={field.blank}
          part={(edit.value[field.key] ?? null) as AnyValue | null}
          write={(part, burst) => edit.set({ [field.key]: part }, burst === null ? null : `${field.key}.${burst}`)}
          place={(key) => edit.place(`${field.key}.${key}`)}
          troubles={(key) => edit.troubles(`${field.key}.${key}`)}
        >
          {(part) => <FieldsForm edit={part} fields={field.fields} />}
        </PartField>
      );
    case 'many':
      return (
        <ManyField field={field} list={listOf(edit as Edit<Record<string, readonly AnyValue[]>>, field.key)}>
          {(item) => <FieldsForm edit={item} fields={field.fields(item.value as never)} />}
        </ManyField>
      );
    case 'beside':
      return (
        <div className="form-pair">
          <FieldsForm edit={edit} fields={field.fields} />
        </div>
      );
    case 'more':
      return (
        <Disclosures label={field.label}>
          <Disclosure name={field.label} title={<span className="more-title">{field.label}</span>}>
            <FieldsForm edit={edit} fields={field.fields} />
          </Disclosure>
        </Disclosures>
      );
    default:
      return <ValueControl edit={edit} field={field} />;
  }
}
