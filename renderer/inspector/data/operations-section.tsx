import type { Point } from '../../../shared/commands/command.ts';
import { X, Zap } from 'lucide-react';
import { useState } from 'react';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { requestMethodSchema } from '../../../shared/model/action-kinds.ts';
import type { IntegrationRecord, Operation } from '../../../shared/model/integration-record.ts';
import { goTo } from '../go-to.ts';
import { useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ChoiceOf, TemplateOf, TextOf } from '../action/bound-fields.tsx';
import { itemOf, type Edit, type ListBinding } from '../edit.ts';
import { AddButton } from '../fields/add-button.tsx';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import { moved } from '../fields/reorder-handle.tsx';
import { Section } from '../fields/section.tsx';
import { actionFromOperation } from './action-from-operation.ts';

const newOperation: Operation = { name: '', description: '', method: 'GET', path: '' };
const methods = requestMethodSchema.options.map((value) => ({ value, label: value }));

/** What the service can do; each is the beginning of an action. */
export function OperationsSection({ edit }: { readonly edit: Edit<IntegrationRecord> }) {
  const studio = useStudio();
  const [fresh, setFresh] = useState<number | null>(null);
  const list = operationsOf(edit);
  const { items, write } = list;
  const add = (): void => {
    setFresh(items.length);
    write([...items, newOperation]);
  };
  const makeAction = (operation: Operation): void => {
    const { editor, ui } = studio;
    const { document } = editor.getState();
    const make = (at: Point) => actionFromOperation(document, edit.value, operation, at);
    const done = editor.execute(ui.place((at) => make(at).command));
    if (!done.ok) return ui.notify('bad', done.failure.sentence);
    goTo(studio, make({ x: 0, y: 0 }).action);
  };
  return (
    <Section
      title="Operations"
      name="integrations.operations"
      count={items.length}
      startsOpen={items.length > 0}
      add={{ label: 'Add operation', onPress: add }}
    >
      <p className="section-note">What the service can do. Each can become an action.</p>
      {items.length === 0 ? (
        <AddButton label="Add operation" onPress={add} />
      ) : (
        <Disclosures label="Operations">
          {items.map((operation, index) => (
            // They have no identity but their place.
            <Disclosure
              key={index}
              name={`Operation ${operation.name || index + 1}`}
              title={<span className="disclosure-name">{visibleText(operation.name) || 'New operation'}</span>}
              summary={visibleText(`${operation.method} ${operation.path}`)}
              startsOpen={fresh === index}
              order={{ index, count: items.length, onMove: (from, to) => write(moved(items, from, to)) }}
              end={
                <>
                  <IconButton
                    icon={Zap}
                    label={`New action from ${operation.name || 'this operation'}`}
                    onClick={() => makeAction(operation)}
                  />
                  <IconButton
                    icon={X}
                    label={`Remove operation ${operation.name || index + 1}`}
                    onClick={() => write(items.toSpliced(index, 1))}
                  />
                </>
              }
            >
              <OperationFields edit={itemOf(list, index)} />
              <AddButton icon={Zap} label="New action from it" onPress={() => makeAction(operation)} />
            </Disclosure>
          ))}
        </Disclosures>
      )}
    </Section>
  );
}

const OperationFields = ({ edit }: { readonly edit: Edit<Operation> }) => (
  <>
    <TextOf edit={edit} of="name" label="Name" meaning="What it does" placeholder="Find an order" />
    <div className="form-pair">
      <ChoiceOf edit={edit} of="method" label="Method" meaning="Of the request" choices={methods} />
      <TemplateOf edit={edit} of="path" label="Path" meaning="After the base URL" mono placeholder="/orders/$orderId" />
    </div>
    <TextOf edit={edit} of="description" label="Description" meaning="What it does" lines />
  </>
);

/** The operations as a list that is there when somebody writes the first. */
const operationsOf = (edit: Edit<IntegrationRecord>): ListBinding<Operation> => ({
  items: edit.value.operations ?? [],
  base: edit.place('operations'),
  place: (index, field = '') => edit.place(`operations.${index}.${field}`),
  troubles: edit.troubles('operations'),
  write: (items, burst = null) =>
    edit.set({ operations: items.length === 0 ? undefined : items }, burst === null ? null : `operations.${burst}`),
});
