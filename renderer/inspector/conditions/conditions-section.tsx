import type { Condition } from '../../../shared/model/condition.ts';
import type { ListBinding } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { Section } from '../fields/section.tsx';
import { AddCondition } from './add-condition.tsx';
import { ConditionList } from './lazy-conditions.ts';

type ConditionsSectionProps = {
  /** The kind of record, for what is remembered. */
  readonly name: string;
  /** What the conditions decide, in one sentence. */
  readonly purpose: string;
  readonly list: ListBinding<Condition>;
};

/** What must hold before a level is entered, an intent counts, or a scenario begins. */
export function ConditionsSection({ name, purpose, list }: ConditionsSectionProps) {
  const { items, write, base, troubles } = list;
  return (
    <Section
      title="Conditions"
      name={`${name}.conditions`}
      fields="conditions"
      count={items.length}
      startsOpen={items.length > 0}
      end={<AddCondition label="Add condition" onAdd={(added) => write([...items, added])} />}
    >
      <p className="section-note">{purpose}</p>
      {items.length > 0 && <ConditionList conditions={items} onChange={write} place={base} />}
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </Section>
  );
}
