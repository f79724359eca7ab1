import { fitOutput } from '../../../shared/actions/fit-output.ts';
import type { Json } from '../../../shared/base/json.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { attributeTypes, type AttributeType } from '../../../shared/model/attribute-type.ts';
import type { ContextRecord } from '../../../shared/model/design-records.ts';
import { attributeNamed } from '../../../shared/model/selectors/attribute-named.ts';
import { usesOfAttribute } from '../../../shared/problems/attribute-uses.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import { ValueField } from '../conditions/value-field.tsx';
import { useWrite, type Edit } from '../edit.ts';
import { ChoiceControl } from '../fields/choice-field.tsx';
import { RowEnd } from '../fields/field-row.tsx';
import { SearchPicker } from '../fields/search-picker.tsx';
import { Section } from '../fields/section.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { PlaceList } from './place-list.tsx';
import { placesOf } from './use-words.ts';
import './context-values.css';

type ContextValuesProps = { readonly edit: Edit<ContextRecord>; readonly isConstant: boolean };

/** The constants of a context, or what its attributes hold when a session begins: a table of typed values. */
export function ContextValues({ edit, isConstant }: ContextValuesProps) {
  const { ui } = useStudio();
  const document = useEditor((state) => state.document);
  const entries = Object.entries(edit.value.values);
  const [rows, expectOne] = useFocusAdded(entries.length);
  const set = (next: readonly (readonly [string, Json])[], burst: string | null) =>
    edit.set({ values: Object.fromEntries(next) }, burst);
  const add = (typed: string): void => {
    const name = typed.trim();
    if (!/^[A-Za-z]\w*$/.test(name))
      return ui.notify('bad', `“${name}” is no name: a letter, then letters, digits and “_”.`);
    if (Object.hasOwn(edit.value.values, name)) return ui.notify('bad', `“${name}” has a value here already.`);
    expectOne();
    set([...entries, [name, '']], null);
  };
  const free = () =>
    [...document.tables.attributes.values()].filter(({ name }) => !Object.hasOwn(edit.value.values, name));
  return (
    <Section title={isConstant ? 'Constants' : 'Values at the start'} name="contexts.values" count={entries.length}>
      {entries.length === 0 && (
        <p className="section-note">
          {isConstant
            ? 'Values that never change while the talk runs.'
            : 'What its attributes hold when a session begins.'}
        </p>
      )}
      {entries.length > 0 && (
        <div ref={rows}>
          <table className="context-values" aria-label={isConstant ? 'Constants' : 'Values at the start'}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Type</th>
                <th scope="col">Value</th>
                <th scope="col">
                  <span className="unseen">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map(([name, value], index) => (
                <ValueRow
                  key={name}
                  name={name}
                  value={value}
                  place={edit.place(`values.${name}`)}
                  onValue={(next) => set(entries.with(index, [name, next]), `values.${name}`)}
                  onRemove={() => set(entries.toSpliced(index, 1), null)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <SearchPicker
        control={{ 'aria-label': 'Add a value' }}
        picks={() => free().map(({ name, type }) => ({ value: name, label: name, detail: type }))}
        chosen={null}
        empty="Add a value"
        onPick={add}
        onType={add}
      />
      {isConstant && <Written context={edit.value} />}
    </Section>
  );
}

const types = attributeTypes.map((value) => ({ value, label: value }));

type ValueRowProps = {
  readonly name: string;
  readonly value: Json;
  readonly place: string;
  readonly onValue: (value: Json) => string | null;
  readonly onRemove: () => void;
};

function ValueRow({ name, value, place, onValue, onRemove }: ValueRowProps) {
  const record = useEditor(({ document }) => attributeNamed(document, name));
  const write = useWrite();
  const type = record?.type ?? 'string';
  const retype = (next: AttributeType): void => {
    if (record === undefined) write({ kind: 'attribute.add', name, type: next });
    else write({ kind: 'record.update', table: 'attributes', id: record.id, changes: { type: next } });
  };
  const misfit = value !== '' && fitOutput(value, type) === undefined;
  return (
    <tr data-entry>
      <th scope="row" title={name}>
        {visibleText(name)}
      </th>
      <td>
        <ChoiceControl control={{ 'aria-label': `Type of ${name}` }} value={type} choices={types} onChoose={retype} />
      </td>
      <td>
        <ValueField
          label={visibleText(name)}
          meaning="What it holds at the start"
          isLabelHidden
          type={type}
          value={value}
          place={place}
          troubles={misfit ? [{ severity: 'warning', sentence: `It is no ${type}.` }] : []}
          onValue={onValue}
        />
      </td>
      <td>
        <RowEnd label={`Remove ${name}`} onPress={onRemove} />
      </td>
    </tr>
  );
}

/** Constants stay what they are, whatever a mapping or an assignment says. */
function Written({ context }: { readonly context: ContextRecord }) {
  const document = useEditor((state) => state.document);
  const names = Object.keys(context.values);
  const places = placesOf(
    document,
    names.flatMap((name) =>
      usesOfAttribute(document, name).setBy.filter((use) => use.context === context.name && use.ref !== context.id),
    ),
  );
  if (places.length === 0) return null;
  return (
    <div className="context-written">
      <p role="status">
        {`${places.length === 1 ? 'One place tries' : `${places.length} places try`} to set a constant, which does nothing. Store it in user or session there.`}
      </p>
      <PlaceList label="Places that try to set a constant" places={places} />
    </div>
  );
}
