import { RowEnd } from '../fields/field-row.tsx';
import type { Condition, ConditionGroup } from '../../../shared/model/condition.ts';
import type { Refusal } from '../edit.ts';
import { ChoiceControl } from '../fields/choice-field.tsx';
import { AddCondition } from './add-condition.tsx';
import { ConditionRow } from './condition-row.tsx';
import { Verdict } from './verdict.tsx';
import './condition-list.css';

type ConditionListProps = {
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[], burst: string | null) => Refusal;
  /** Unique in the document. */
  readonly place: string;
  /** How the list is numbered: empty at the top, `2.` in the second group. */
  readonly number?: string;
};

/** Conditions one below the other; groups hold lists of their own. */
export function ConditionList({ conditions, onChange, place, number = '' }: ConditionListProps) {
  return (
    <div className="condition-list">
      {conditions.map((condition, index) => {
        const shared = {
          name: `Condition ${number}${index + 1}`,
          place: `${place}.${index}`,
          onChange: (next: Condition, burst: string | null): Refusal =>
            onChange(conditions.with(index, next), burst === null ? null : `${index}.${burst}`),
          onRemove: (): void => void onChange(conditions.toSpliced(index, 1), null),
        };
        return condition.kind === 'group' ? (
          // They have no identity but their place.
          <GroupRow key={index} group={condition} number={`${number}${index + 1}.`} {...shared} />
        ) : (
          <ConditionRow key={index} test={condition} {...shared} />
        );
      })}
    </div>
  );
}

type GroupRowProps = {
  readonly group: ConditionGroup;
  readonly name: string;
  readonly number: string;
  readonly place: string;
  readonly onChange: (group: ConditionGroup, burst: string | null) => Refusal;
  readonly onRemove: () => void;
};

const matches = [
  { value: 'all', label: 'All of these hold' },
  { value: 'any', label: 'At least one of these holds' },
  { value: 'none', label: 'None of these holds' },
] as const;

function GroupRow({ group, name, number, place, onChange, onRemove }: GroupRowProps) {
  const setConditions = (conditions: readonly Condition[], burst: string | null): Refusal =>
    onChange({ ...group, conditions }, burst);
  return (
    <div className="condition-group" role="group" aria-label={name}>
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
      <ConditionList conditions={group.conditions} onChange={setConditions} place={place} number={number} />
      {group.conditions.length === 0 && <p className="section-note">An empty group always holds.</p>}
      <Verdict of="group" conditions={[group]} />
    </div>
  );
}
