import { X } from 'lucide-react';
import { useId } from 'react';
import { pathProblem } from '../../../shared/actions/query-json.ts';
import type { ActionOutput } from '../../../shared/model/action-parts.ts';
import type { ActionKind, ActionRecord } from '../../../shared/model/action-record.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { freeNumbered } from '../../../shared/model/ids.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { itemOf, listOf, textOf, type Edit } from '../edit.ts';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import { TroubleLine } from '../fields/field-frame.tsx';
import { moved } from '../fields/reorder-handle.tsx';
import { Section } from '../fields/section.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { TypeField } from '../fields/type-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { resultFields } from './result-fields.ts';

const newName = 'result';

const sourceWords: Readonly<Partial<Record<ActionKind, string>>> = {
  api: 'the answer',
  python: 'what the function returns',
  calculation: 'the values above',
};

/** What comes back, and where in the answer it is found. */
export function OutputsSection({ edit }: { readonly edit: Edit<ActionRecord> }) {
  const outputs = listOf(edit, 'outputs');
  const { items, write } = outputs;
  const fieldsId = useId();
  const { value } = edit;
  const known = value.kind === 'calculation' ? value.steps.map(({ name }) => name) : resultFields[value.kind];
  const [rows, expectOne] = useFocusAdded(items.length);
  const add = (): void => {
    const name = freeNumbered(newName, '', (wanted) => items.some((output) => output.name === wanted));
    expectOne();
    write([...items, { name, type: 'string', description: '', from: '', sensitive: false }]);
  };
  return (
    <Section
      title="Outputs"
      name="actions.outputs"
      fields="outputs"
      count={items.length}
      add={{ label: 'Add output', onPress: add }}
    >
      <p className="section-note">
        Taken from {sourceWords[edit.value.kind] ?? 'its result'} and stored as attributes of user, unless an intent
        says otherwise.
      </p>
      <datalist id={fieldsId}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {items.length > 0 && (
        <div ref={rows}>
          <Disclosures label="Outputs">
            {items.map((output, index) => (
              // Outputs have no identity but their place.
              <OutputCard
                key={index}
                edit={itemOf(outputs, index)}
                fields={known.length === 0 ? null : fieldsId}
                order={{ index, count: items.length, onMove: (from, to) => write(moved(items, from, to)) }}
                isTaken={(name) => items.some((other) => other !== output && other.name === name)}
                onRemove={() => write(items.toSpliced(index, 1))}
              />
            ))}
          </Disclosures>
        </div>
      )}
    </Section>
  );
}

type OutputCardProps = {
  readonly edit: Edit<ActionOutput>;
  /** The id of a datalist with what the result holds, where that is known. */
  readonly fields: string | null;
  readonly order: {
    readonly index: number;
    readonly count: number;
    readonly onMove: (from: number, to: number) => void;
  };
  readonly isTaken: (name: string) => boolean;
  readonly onRemove: () => void;
};

function OutputCard({ edit, fields, order, isTaken, onRemove }: OutputCardProps) {
  const { name, type, from, sensitive } = edit.value;
  const wrong = from.trim() === '' ? null : pathProblem(from.trim());
  const clash = isTaken(name);
  return (
    <Disclosure
      name={`Output ${name}`}
      title={
        <span className="disclosure-name" data-mono>
          {visibleText(name)}
        </span>
      }
      summary={`${type}${sensitive ? ', sensitive' : ''}`}
      startsOpen={from === '' && name.startsWith(newName)}
      order={order}
      end={<IconButton icon={X} label={`Remove output ${name}`} onClick={onRemove} />}
      below={clash && <TroubleLine trouble={{ severity: 'error', sentence: `Two outputs are called “${name}”.` }} />}
    >
      <div className="form-pair">
        <TextField label="Name" meaning="What it is stored as" mono {...textOf(edit, 'name')} />
        <TypeField meaning="Of the value" value={type} onChoose={(chosen) => edit.set({ type: chosen })} />
      </div>
      <TextField
        label="From"
        meaning="JMESPath into the result"
        mono
        placeholder={name}
        {...(fields === null ? {} : { list: fields })}
        {...textOf(edit, 'from')}
        troubles={wrong === null ? [] : [{ severity: 'error', sentence: wrong }]}
      />
      <TextField label="Description" meaning="What it is" {...textOf(edit, 'description')} />
      <SwitchField
        label="Sensitive"
        meaning="Covered in traces and logs"
        value={sensitive}
        onValue={(on) => edit.set({ sensitive: on })}
      />
    </Disclosure>
  );
}
