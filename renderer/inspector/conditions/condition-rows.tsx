import type { Condition, ConditionGroup } from '../../../shared/model/condition.ts';
import type { Refusal } from '../edit.ts';
import { ChoiceControl } from '../fields/choice-field.tsx';
import { RowEnd } from '../fields/field-row.tsx';
import { AddCondition } from './add-condition.tsx';
import { ConditionBox } from './condition-box.tsx';
import { ConditionRow } from './condition-row.tsx';
import type { ConditionPath } from './condition-tree.ts';
import { Verdict } from './verdict.tsx';

type ConditionRowsProps = {
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[], burst: string | null) => Refusal;
  readonly place: string;
  /** Of the group they stand in; empty at the top. */
  readonly path: ConditionPath;
};

/** Conditions one below the other; groups hold rows of their own. */
export const ConditionRows = ({ conditions, onChange, place, path }: ConditionRowsProps) =>
  conditions.map((condition, index) => {
    const own = [...path, index];
    const shared = {
      name: `Condition ${own.map((step) => step + 1).join('.')}`,
      place: `${place}.${index}`,
      path: own,
      onChange: (next: Condition, burst: string | null): Refusal =>
        onChange(conditions.with(index, next), burst === null ? null : `${index}.${burst}`),
      onRemove: (): void => void onChange(conditions.toSpliced(index, 1), null),
    };
    return condition.kind === 'group' ? (
      // They have no identity but their place.
      <GroupRow key={index} group={condition} {...shared} />
    ) : (
      <ConditionRow key={index} test={condition} {...shared} />
    );
  });

type GroupRowProps = {
  readonly group: ConditionGroup;
  readonly name: string;
  readonly place: string;
  readonly path: ConditionPath;
  readonly onChange: (group: ConditionGroup, burst: string | null) => Refusal;
  readonly onRemove: () => void;
};

const matches = [
  { value: 'all', label: 'All of these hold' },
  { value: 'any', label: 'At least one of these holds' },
  { value: 'none', label: 'None of these holds' },
] as const;

function GroupRow({ group, name, place, path, onChange, onRemove }: GroupRowProps) {
  const setConditions = (conditions: readonly Condition[], burst: string | null): Refusal =>
    onChange({ ...group, conditions }, burst);
  return (
    <ConditionBox of="condition-group" name={name} path={path}>
      <div className="condition-line">
        <div className="field-row">
          <ChoiceControl
            control={{ 'aria-label': 'How many must hold' }}
            value={group.match}
            choices={matches}
            onChoose={(match) => onChange({ ...group, match }, null)}
          />
          <RowEnd label={`Remove ${name.toLowerCase()}`} onPress={onRemove} />
        </div>
        <AddCondition
          onAdd={(added) => setConditions([...group.conditions, added], null)}
          label={`Add to ${name.toLowerCase()}`}
        />
      </div>
      {group.conditions.length > 0 && (
        <div className="condition-members">
          <ConditionRows conditions={group.conditions} onChange={setConditions} place={place} path={path} />
        </div>
      )}
      {group.conditions.length === 0 && <p className="section-note">An empty group always holds.</p>}
      <Verdict of="group" conditions={[group]} />
    </ConditionBox>
  );
}
