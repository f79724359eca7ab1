import { useMemo } from 'react';
import { MessageCircle, Reply } from 'lucide-react';
import { isJsonObject, type Json } from '../../../shared/base/json.ts';
import type { TestStep } from '../../../shared/model/design-records.ts';
import { itemOf, textOf, type Edit, type ListBinding, type Refusal } from '../edit.ts';
import { AddButton } from '../fields/add-button.tsx';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { JsonField } from '../fields/json-field.tsx';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import type { Trouble } from '../problems-by-ref.ts';
import { intentIdPicks } from '../picks.tsx';
import { useSettledDocument } from '../references/known-names.ts';
import './test-steps.css';

const listId = 'test-intents';

/** The steps of a test, like the script of a talk. */
export function TestSteps({ list }: { readonly list: ListBinding<TestStep> }) {
  const { items, write } = list;
  const document = useSettledDocument();
  const picks = useMemo(() => intentIdPicks(document, 'APP'), [document]);
  const intentIds = useMemo(() => new Set(picks.map(({ value }) => value)), [picks]);
  const [rows, expectOne] = useFocusAdded(items.length, 'input');
  const add = (step: TestStep): void => {
    expectOne();
    write([...items, step]);
  };
  return (
    <>
      <datalist id={listId}>
        {picks.map(({ value, detail }) => (
          <option key={value} value={value} label={detail ?? value} />
        ))}
      </datalist>
      <div className="test-steps" ref={rows} data-reorder-list>
        {items.map((step, index) => {
          const name = `step ${index + 1}`;
          return (
            // Steps have no identity but their place.
            <div
              key={index}
              className="test-step"
              role="group"
              aria-label={`Step ${index + 1}: ${step.kind === 'say' ? 'said' : 'must come back'}`}
              data-kind={step.kind}
              data-entry
              data-reorder-row={index}
            >
              <ReorderHandle
                label={name}
                index={index}
                count={items.length}
                onMove={(from, to) => write(moved(items, from, to))}
              />
              {step.kind === 'say' ? (
                <SayFields
                  edit={itemOf(list, index) as unknown as Edit<SayStep>}
                  onRemove={() => write(items.toSpliced(index, 1))}
                  name={name}
                />
              ) : (
                <ExpectFields
                  edit={itemOf(list, index) as unknown as Edit<ExpectStep>}
                  onRemove={() => write(items.toSpliced(index, 1))}
                  name={name}
                  intentIds={intentIds}
                />
              )}
            </div>
          );
        })}
      </div>
      <div className="test-adders">
        <AddButton label="Add what is said" icon={MessageCircle} onPress={() => add({ kind: 'say', text: '' })} />
        <AddButton
          label="Add what must come back"
          icon={Reply}
          onPress={() => add({ kind: 'expect', intentId: '', text: '' })}
        />
      </div>
    </>
  );
}

type SayStep = Extract<TestStep, { kind: 'say' }>;
type ExpectStep = Extract<TestStep, { kind: 'expect' }>;
type StepProps<Step> = { readonly edit: Edit<Step>; readonly onRemove: () => void; readonly name: string };

function SayFields({ edit, onRemove, name }: StepProps<SayStep>) {
  const { callback, value, fields } = edit.value;
  return (
    <div className="test-step-fields">
      <FieldRow end={<RowEnd label={`Remove ${name}`} onPress={onRemove} />}>
        <TextField
          label="Said"
          meaning="What a person says"
          isLabelHidden
          icon={MessageCircle}
          placeholder="What a person says"
          {...textOf(edit, 'text')}
        />
      </FieldRow>
      {callback !== undefined && (
        <div className="form-pair">
          <TextField
            label="Callback"
            meaning="Pressed or sent"
            mono
            text={callback}
            place={edit.place('callback')}
            troubles={[]}
            write={(typed) => edit.set({ callback: typed === '' ? undefined : typed }, 'callback')}
          />
          <TextField
            label="Value"
            meaning="Goes along"
            mono
            placeholder="attribute.value"
            text={value ?? ''}
            place={edit.place('value')}
            troubles={[]}
            write={(typed) => edit.set({ value: typed === '' ? undefined : typed }, 'value')}
          />
        </div>
      )}
      {fields !== undefined && (
        <JsonField
          label="Answers"
          meaning="What the form holds"
          value={fields}
          place={edit.place('fields')}
          onValue={(next) => writeFields(edit, next)}
        />
      )}
    </div>
  );
}

function writeFields(edit: Edit<SayStep>, next: Json): Refusal {
  if (next === null) return edit.set({ fields: undefined }, 'fields');
  return isJsonObject(next) ? edit.set({ fields: { ...next } }, 'fields') : 'Expected an object: { … }';
}

type ExpectProps = StepProps<ExpectStep> & { readonly intentIds: ReadonlySet<string> };

function ExpectFields({ edit, onRemove, name, intentIds }: ExpectProps) {
  return (
    <div className="test-step-fields">
      <FieldRow end={<RowEnd label={`Remove ${name}`} onPress={onRemove} />}>
        <TextField
          label="Intent id"
          meaning="Which APP intent answers"
          isLabelHidden
          icon={Reply}
          mono
          list={listId}
          placeholder="intent id"
          {...textOf(edit, 'intentId')}
          troubles={troublesOf(edit.value, intentIds)}
        />
      </FieldRow>
      <TextField
        label="Words"
        meaning="What the answer holds"
        isLabelHidden
        placeholder="words in the answer"
        {...textOf(edit, 'text')}
      />
    </div>
  );
}

function troublesOf({ intentId, text }: ExpectStep, known: ReadonlySet<string>): readonly Trouble[] {
  if (intentId === '' && text === '') return [{ severity: 'warning', sentence: 'Say what must come back.' }];
  return intentId === '' || known.has(intentId)
    ? []
    : [{ severity: 'warning', sentence: `No APP intent has the id “${intentId}”.` }];
}
