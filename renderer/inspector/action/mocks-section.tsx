import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import { ordersBetween } from '../../../shared/base/order.ts';
import type { Json } from '../../../shared/base/json.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { exampleAnswer } from '../../../shared/commands/example-answer.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import type { MockRecord } from '../../../shared/model/mock-record.ts';
import { childIds } from '../../../shared/model/document.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { printValue } from '../conditions/value-entry.ts';
import { ValueField } from '../conditions/value-field.tsx';
import { textOf, useRecordEdit, useWrite, type Edit, type Refusal } from '../edit.ts';
import { allWorlds, shownWorld, useShownWorld } from '../../worlds/shown-world.ts';
import { createMockWriter } from '../../worlds/put-mock.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import { JsonField } from '../fields/json-field.tsx';
import { MockChoices } from './mock-choices.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { moved } from '../fields/reorder-handle.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { TroubleLine } from '../fields/field-frame.tsx';
import type { Trouble } from '../problems-by-ref.ts';
import { TryTree } from './try-tree.tsx';
import './mocks-section.css';

type MocksSectionProps = { readonly action: ActionRecord; readonly troubles: readonly Trouble[] };

/** Answers that stand in for the service. The first whose arguments fit is given. */
export function MocksSection({ action, troubles }: MocksSectionProps) {
  const document = useEditor((state) => state.document);
  const write = useWrite();
  const worlds = document.scenario.worlds ?? [];
  const { world: wanted, isAsked } = useShownWorld();
  const shown = shownWorld(useStudio().editor);
  const top = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!isAsked || top.current === null) return;
    shown.setState({ isAsked: false });
    top.current.closest('section')?.scrollIntoView({ block: 'start' });
  }, [isAsked, shown]);
  const world = wanted === null || worlds.some(({ id }) => id === wanted) ? wanted : allWorlds;
  const all = childIds(document, action.id).flatMap((id) => document.tables.mocks.get(id) ?? []);
  const mocks = world === allWorlds ? all : all.filter((mock) => (mock.world ?? null) === world);
  const add = (): void => {
    const name = all.length === 0 ? 'Example' : `Example ${all.length + 1}`;
    if (world === allWorlds || world === null) return void write({ kind: 'mock.add', action: action.id, name });
    const writer = createMockWriter(document);
    writer.add(action, { name, when: {}, status: 200, body: exampleAnswer(document, action), delay: 0, world });
    write({ kind: 'records.put', label: 'Add example answer', puts: writer.puts });
  };
  const move = (from: number, to: number): void => {
    // Those of other worlds keep their places.
    const order = mocks === all ? ordersBetween(null, null, mocks.length) : mocks.map((mock) => mock.order);
    const commands = moved(mocks, from, to).map(
      ({ id }, index) =>
        ({ kind: 'record.update', table: 'mocks', id, changes: { order: order[index] ?? '' } }) as const,
    );
    write({ kind: 'several', label: 'Move example answer', commands });
  };
  return (
    <Section
      title="Example answers"
      name="actions.mocks"
      fields="mocks"
      count={all.length}
      startsOpen={all.length > 0}
      add={{ label: 'Add example answer', onPress: add }}
    >
      <p className="section-note" ref={top}>
        In mock mode the first whose arguments fit answers, and nobody is called.
      </p>
      {worlds.length > 0 && (
        <ChoiceField
          label="Show"
          meaning="Examples of which world"
          value={world ?? everyWorld}
          choices={[
            { value: allWorlds, label: 'All examples' },
            { value: everyWorld, label: 'Those of every world' },
            ...worlds.map(({ id, name }) => ({ value: id, label: `Those of “${name}”` })),
          ]}
          onChoose={(chosen) => shown.setState({ world: chosen === everyWorld ? null : chosen })}
        />
      )}
      {mocks.length === 0 && all.length > 0 && (
        <p className="section-note">None here: those of every world answer instead.</p>
      )}
      {mocks.length > 0 && (
        <Disclosures label="Example answers">
          {mocks.map((mock, index) => (
            <MockCard key={mock.id} action={action} mock={mock} index={index} count={mocks.length} onMove={move} />
          ))}
        </Disclosures>
      )}
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </Section>
  );
}

/** Stands for no world in particular, among the ids of worlds. */
const everyWorld = '*';

type MockCardProps = {
  readonly action: ActionRecord;
  readonly mock: MockRecord;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
};

function MockCard({ action, mock, index, count, onMove }: MockCardProps) {
  const edit = useRecordEdit('mocks', mock);
  const { document } = useStudio().editor.getState();
  // As it was added: there is something to write.
  const [isNew] = useState(() => isAsAdded(mock, exampleAnswer(document, action)));
  const write = useWrite();
  const name = visibleText(mock.name || mock.id);
  return (
    <Disclosure
      name={name}
      title={
        <>
          <span className="disclosure-name">{name}</span>{' '}
          <span className="mock-status" data-bad={mock.status >= 400 || mock.failure !== undefined || undefined}>
            {mock.failure === undefined ? mock.status : 'fails'}
          </span>
        </>
      }
      summary={visibleText(whenWords(mock))}
      below={[...edit.troubles('body'), ...edit.troubles('world')].map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
      startsOpen={isNew}
      order={{ index, count, onMove }}
      end={
        <IconButton
          icon={X}
          label={`Remove ${name}`}
          onClick={() => write({ kind: 'records.remove', ids: [mock.id] })}
        />
      }
    >
      <MockFields action={action} edit={edit} />
    </Disclosure>
  );
}

const isAsAdded = ({ failure, body, status, when }: MockRecord, first: Json): boolean =>
  failure === undefined &&
  status === 200 &&
  Object.keys(when).length === 0 &&
  JSON.stringify(body) === JSON.stringify(first);

const whenWords = ({ when }: MockRecord): string => {
  const entries = Object.entries(when);
  return entries.length === 0
    ? 'any'
    : entries.map(([name, value]) => `${name}: ${printValue(value, 'string')}`).join(', ');
};

function MockFields({ action, edit }: { readonly action: ActionRecord; readonly edit: Edit<MockRecord> }) {
  const { when, status, delay, body, failure } = edit.value;
  const known = actionArguments(action);
  const lost = Object.keys(when).filter((name) => !known.some((one) => one.name === name));
  const setWhen = (name: string, value: Json): Refusal => {
    const others = Object.entries(when).filter(([other]) => other !== name);
    const next = value === null || value === '' ? others : [...others, [name, value] as const];
    return edit.set({ when: Object.fromEntries(next) }, `when.${name}`);
  };
  return (
    <>
      <TextField label="Name" meaning="What people call this example" {...textOf(edit, 'name')} />
      {[
        ...known.map(({ name, type }) => ({ name, type })),
        ...lost.map((name) => ({ name, type: 'string' as const })),
      ].map(({ name, type }) => (
        <ValueField
          key={name}
          label={`When ${name} is`}
          meaning="Empty fits everything"
          placeholder="anything"
          type={type}
          value={Object.hasOwn(when, name) ? (when[name] ?? null) : null}
          place={edit.place(`when.${name}`)}
          onValue={(value) => setWhen(name, value)}
        />
      ))}
      <MockChoices edit={edit} />
      <div className="form-pair">
        <NumberField
          label="Status"
          meaning="From 400: failed"
          value={status}
          min={100}
          max={599}
          whole
          onValue={(next) => (next === null ? null : edit.set({ status: next }, 'status'))}
          place={edit.place('status')}
          troubles={[]}
        />
        <NumberField
          label="Delay"
          meaning="Milliseconds"
          value={delay}
          min={0}
          max={600_000}
          whole
          onValue={(next) => (next === null ? null : edit.set({ delay: next }, 'delay'))}
          place={edit.place('delay')}
          troubles={[]}
        />
      </div>
      {failure === undefined && (
        <JsonField
          label="Answer"
          meaning="The JSON that comes back"
          value={body}
          place={edit.place('body')}
          onValue={(next) => edit.set({ body: next }, 'body')}
        />
      )}
      {failure === undefined && typeof body === 'object' && body !== null && (
        <details className="try-part">
          <summary>Map outputs from this answer</summary>
          <TryTree action={action} answer={body} label={`Answer of ${edit.value.name}, value by value`} />
        </details>
      )}
    </>
  );
}
