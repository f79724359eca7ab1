import { attributeTypes } from '../../shared/model/attribute-type.ts';
import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { FilterField } from '../run/filter-field.tsx';
import { findingWords, type AttributeRow, type RowFilter, type RowFinding } from './attribute-rows.ts';
import { useManager, useManagerStore } from './manager-state.ts';
import { NewAttribute } from './new-attribute.tsx';

const kinds = [
  'unused',
  'neverSet',
  'neverRead',
  'duplicate',
  'misfit',
  'unregistered',
] as const satisfies RowFinding[];

/** Narrows the table, and says how many attributes each narrowing leaves. */
export function FilterBar({ rows, found }: { readonly rows: readonly AttributeRow[]; readonly found: number }) {
  const store = useManagerStore();
  const filter = useManager((state) => state.filter);
  const set = (changes: Partial<RowFilter>): void => store.setState({ filter: { ...filter, ...changes } });
  const contexts = [...new Set(rows.flatMap(({ uses }) => uses.contexts))].sort();
  const types = attributeTypes.filter((type) => rows.some((row) => row.type === type));
  const count = (kind: RowFinding): number => rows.filter(({ findings }) => findings.includes(kind)).length;
  const sensitive = rows.filter(({ record }) => record?.sensitive === true).length;
  return (
    <div
      className="manager-bar"
      role="group"
      aria-label="Which attributes are shown"
      onKeyDown={(event) => {
        // From what was typed straight into what was found.
        const isFilter = event.target instanceof HTMLInputElement && event.target.type === 'search';
        if (event.key !== 'ArrowDown' || !isFilter) return;
        event.preventDefault();
        event.currentTarget.parentElement?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
      }}
    >
      <FilterField label="Find an attribute" text={filter.wanted} onText={(wanted) => set({ wanted })} startsFocused />
      <ChoiceControl
        control={{ 'aria-label': 'Type shown' }}
        value={filter.type}
        choices={[{ value: '', label: 'Every type' }, ...types.map((type) => ({ value: type, label: type }))]}
        onChoose={(type) => set({ type })}
      />
      <ChoiceControl
        control={{ 'aria-label': 'Context shown' }}
        value={filter.context}
        choices={[{ value: '', label: 'Every context' }, ...contexts.map((name) => ({ value: name, label: name }))]}
        onChoose={(context) => set({ context })}
      />
      <ChoiceControl
        control={{ 'aria-label': 'Which are shown' }}
        value={filter.only}
        choices={[
          { value: 'all', label: 'All attributes' },
          ...kinds.map((kind) => ({ value: kind, label: `${findingWords[kind]} (${count(kind)})` })),
          { value: 'sensitive', label: `Sensitive (${sensitive})` },
        ]}
        onChoose={(only) => set({ only })}
      />
      <span className="manager-count" role="status">
        {found === rows.length ? `${rows.length} attributes` : `${found} of ${rows.length}`}
      </span>
      {rows.length > 0 && <NewAttribute />}
    </div>
  );
}
