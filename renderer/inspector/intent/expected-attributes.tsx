import type { IntentId } from '../../../shared/model/ids.ts';
import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import { listOf, useWrite, type Edit } from '../edit.ts';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { TroubleLine } from '../fields/field-frame.tsx';
import { Section } from '../fields/section.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { ReferenceField } from '../references/reference-field.tsx';

/** Which attributes are filled from what was said. */
export function ExpectedAttributes({ edit }: { readonly edit: Edit<IntentRecord> }) {
  const { items, write, place, troubles } = listOf(edit, 'expectedAttributes');
  const execute = useWrite();
  const [rows, expectOne] = useFocusAdded(items.length);
  /** What was left empty goes; what is new is registered, once its name is whole. */
  const leave = (intent: IntentId, index: number): void => {
    const reference = items[index]?.trim() ?? '';
    if (reference === '') write(items.toSpliced(index, 1), `${index}`);
    else execute({ kind: 'intent.expect', intent, reference, expected: true }, place(index));
  };
  const add = (): void => {
    expectOne();
    write([...items, ''], `${items.length}`);
  };
  return (
    <Section
      title="Expected attributes"
      name="intents.expected"
      fields="expectedAttributes"
      count={items.length}
      startsOpen={items.length > 0}
      add={{ label: 'Expect an attribute', onPress: add }}
    >
      <p className="section-note">Filled from what the person says.</p>
      <div className="field-rows" ref={rows}>
        {items.map((reference, index) => (
          // They have no identity but their place.
          <FieldRow
            key={index}
            end={<RowEnd label={`Stop expecting ${reference}`} onPress={() => write(items.toSpliced(index, 1))} />}
          >
            <ReferenceField
              label={`Expected attribute ${index + 1}`}
              meaning="Where the value is stored"
              isLabelHidden
              isWritten
              form="reference"
              placeholder="session.order_id"
              text={reference}
              place={place(index)}
              troubles={[]}
              write={(typed) => write(items.with(index, typed), `${index}`)}
              onLeave={() => leave(edit.value.id, index)}
            />
          </FieldRow>
        ))}
      </div>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </Section>
  );
}
