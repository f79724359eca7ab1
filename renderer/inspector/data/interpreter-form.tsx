import { useMemo } from 'react';
import { Plus, ScanText } from 'lucide-react';
import type { InterpreterRecord } from '../../../shared/model/interpreter-record.ts';
import { freeNumbered } from '../../../shared/model/ids.ts';
import { useEditor } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { textOf, useRecordEdit, type Edit, type Refusal } from '../edit.ts';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { InspectorHeader } from '../inspector-header.tsx';
import { intentIdPicks } from '../picks.tsx';
import { useSettledDocument } from '../references/known-names.ts';

/** Who reads what people say, and what it makes of callbacks. */
export function InterpreterForm({ id }: { readonly id: string }) {
  const interpreter = useEditor((state) => state.document.tables.interpreters.get(id));
  return interpreter === undefined ? null : <InterpreterFields interpreter={interpreter} />;
}

function InterpreterFields({ interpreter }: { readonly interpreter: InterpreterRecord }) {
  const edit = useRecordEdit('interpreters', interpreter);
  return (
    <>
      <InspectorHeader
        id={interpreter.id}
        name={textOf(edit, 'name')}
        icon={<ScanText className="record-icon" data-hue="user" size={16} strokeWidth={1.75} aria-hidden />}
        remove={{ label: 'Delete interpreter', ids: [interpreter.id] }}
      />
      <div className="form-top">
        <p className="section-note">
          Reads callbacks, intent ids and sample utterances on this machine, without a network.
        </p>
      </div>
      <Callbacks edit={edit} />
    </>
  );
}

function Callbacks({ edit }: { readonly edit: Edit<InterpreterRecord> }) {
  const document = useSettledDocument();
  const ids = useMemo(() => intentIdPicks(document, 'USER'), [document]);
  const { callbacks } = edit.value;
  const entries = Object.entries(callbacks);
  const [rows, expectOne] = useFocusAdded(entries.length);
  const listId = `${edit.value.id}-intent-ids`;
  const set = (next: readonly (readonly [string, string])[], burst: string | null): Refusal =>
    edit.set({ callbacks: Object.fromEntries(next) }, burst);
  const taken = (typed: string, own: string): Refusal => {
    if (typed === '') return 'Give the callback an id.';
    return typed !== own && Object.hasOwn(callbacks, typed) ? 'There is already such a callback.' : null;
  };
  const add = (): void => {
    const id = freeNumbered('CALLBACK', '_', (wanted) => Object.hasOwn(callbacks, wanted));
    expectOne();
    set([...entries, [id, '']], null);
  };
  return (
    <Section
      title="Callbacks"
      name="interpreters.callbacks"
      count={entries.length}
      end={<IconButton icon={Plus} label="Add callback" onClick={add} />}
    >
      <p className="section-note">What a button or the chat window sends, and the intent it means.</p>
      <datalist id={listId}>
        {ids.map(({ value }) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <div className="field-rows" ref={rows}>
        {entries.map(([callback, intentId], index) => (
          // Keyed by place, as the id itself is being written.
          <FieldRow
            key={index}
            label={`Callback ${callback}`}
            end={<RowEnd label={`Remove ${callback}`} onPress={() => set(entries.toSpliced(index, 1), null)} />}
          >
            <TextField
              label="Callback"
              meaning=""
              isLabelHidden
              mono
              text={callback}
              place={edit.place(`callbacks.${index}.id`)}
              troubles={[]}
              check={(typed) => taken(typed, callback)}
              write={(typed) => set(entries.with(index, [typed, intentId]), null)}
            />
            <TextField
              label="Intent id"
              meaning=""
              isLabelHidden
              mono
              placeholder="intent id"
              list={listId}
              text={intentId}
              place={edit.place(`callbacks.${index}.intent`)}
              troubles={[]}
              write={(typed) => set(entries.with(index, [callback, typed]), `callbacks.${callback}`)}
            />
          </FieldRow>
        ))}
      </div>
    </Section>
  );
}
