import { RowEnd } from '../fields/field-row.tsx';
import { ArrowLeft } from 'lucide-react';
import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import { OperandField } from '../conditions/operand-field.tsx';
import { operandType } from '../conditions/operand-type.ts';
import type { ItemOf, ListBinding } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { Section } from '../fields/section.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { useKnownNames } from '../references/known-names.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import './assignments-section.css';

type Assignment = ItemOf<IntentRecord['setAttributes']>;

type AssignmentsSectionProps = {
  readonly title: string;
  readonly name: string;
  readonly purpose: string;
  readonly list: ListBinding<Assignment>;
  readonly fields?: string;
};

const newAssignment: Assignment = { reference: '', value: { kind: 'value', value: '' } };

/** Attributes that are written: which, and with what. */
export function AssignmentsSection({ title, name, purpose, list, fields = 'assignments' }: AssignmentsSectionProps) {
  const { items, write, place, troubles } = list;
  const names = useKnownNames();
  const [rows, expectOne] = useFocusAdded(items.length);
  const add = (): void => {
    expectOne();
    write([...items, newAssignment]);
  };
  return (
    <Section
      title={title}
      name={name}
      fields={fields}
      count={items.length}
      startsOpen={items.length > 0}
      add={{ label: 'Set an attribute', onPress: add }}
    >
      <p className="section-note">{purpose}</p>
      <div className="field-rows" ref={rows}>
        {items.map((assignment, index) => (
          // They have no identity but their place.
          <div key={index} className="assignment" data-entry role="group" aria-label={`Assignment ${index + 1}`}>
            <ReferenceField
              label="Attribute"
              meaning="Where the value is stored"
              isLabelHidden
              isWritten
              form="reference"
              text={assignment.reference}
              place={place(index, 'reference')}
              troubles={[]}
              write={(reference) => write(items.with(index, { ...assignment, reference }), `${index}.reference`)}
            />
            <RowEnd label={`Remove assignment ${index + 1}`} onPress={() => write(items.toSpliced(index, 1))} />
            <div className="assignment-value">
              <ArrowLeft size={12} strokeWidth={2} aria-hidden />
              <OperandField
                label="Becomes"
                meaning="A value, or another attribute"
                isLabelHidden
                operand={assignment.value}
                type={operandType({ kind: 'reference', reference: assignment.reference }, names)}
                place={place(index, 'value')}
                onOperand={(value, burst) =>
                  write(items.with(index, { ...assignment, value }), burst === null ? null : `${index}.${burst}`)
                }
              />
            </div>
          </div>
        ))}
      </div>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </Section>
  );
}
