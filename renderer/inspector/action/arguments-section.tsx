import { X } from 'lucide-react';
import { actionArguments, type ActionArgument } from '../../../shared/actions/action-arguments.ts';
import type { ActionInput, ApiActionRecord } from '../../../shared/model/action-record.ts';
import { freeNumbered } from '../../../shared/model/ids.ts';
import { useEditor } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { textOf, type Edit, type Refusal } from '../edit.ts';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { ToggleChip } from '../fields/toggle-chip.tsx';
import { TypeChoice } from '../fields/type-choice.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import './value-card.css';

/** What a caller must give: found as `$name` while the request is written, or declared here. */
export function ArgumentsSection({ edit }: { readonly edit: Edit<ApiActionRecord> }) {
  const action = edit.value;
  const integrations = useEditor((state) => state.document.tables.integrations);
  const integration = integrations.get(action.request.integration ?? '') ?? null;
  const found = actionArguments(action, integration);
  const mentioned = new Set(actionArguments({ ...action, inputs: [] }, integration).map(({ name }) => name));
  const added = useFocusAdded(found.length);
  const add = (): void => {
    const name = freeNumbered('argument', '', (wanted) => found.some((one) => one.name === wanted));
    added.expectOne();
    edit.set({ inputs: [...action.inputs, { ...undeclared, name }] });
  };
  return (
    <Section
      title="Arguments"
      name="actions.arguments"
      count={found.length}
      add={{ label: 'Add argument', onPress: add }}
    >
      {found.length === 0 && <p className="section-note">Write $name in the request, and it shows up here.</p>}
      <div className="value-cards" ref={added.list}>
        {found.map((argument) => (
          <ArgumentCard
            key={argument.name}
            edit={edit}
            argument={argument}
            isMentioned={mentioned.has(argument.name)}
          />
        ))}
      </div>
    </Section>
  );
}

const undeclared: ActionInput = { name: '', type: 'string', description: '', required: true, sensitive: false };

type ArgumentCardProps = {
  readonly edit: Edit<ApiActionRecord>;
  readonly argument: ActionArgument;
  readonly isMentioned: boolean;
};

/** Changing anything about an argument that was only found declares it. */
function ArgumentCard({ edit, argument, isMentioned }: ArgumentCardProps) {
  const { inputs } = edit.value;
  const { name } = argument;
  const index = inputs.findIndex((input) => input.name === name);
  const declared = inputs[index] ?? { ...undeclared, name };
  const set = (changes: Partial<ActionInput>, burst: string | null = null): Refusal =>
    edit.set(
      {
        inputs: index < 0 ? [...inputs, { ...declared, ...changes }] : inputs.with(index, { ...declared, ...changes }),
      },
      burst === null ? null : `inputs.${name}.${burst}`,
    );
  const own: Edit<ActionInput> = {
    value: declared,
    set,
    place: (field) => edit.place(`inputs.${name}.${field}`),
    troubles: () => [],
  };
  const rename = (typed: string): Refusal => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(typed)) return 'Expected a letter, then letters, digits and "_".';
    return inputs.some((input) => input !== declared && input.name === typed)
      ? 'There is already such an argument.'
      : null;
  };
  return (
    <div className="value-card" role="group" aria-label={`Argument ${name}`} data-entry>
      <div className="value-card-line">
        {isMentioned ? (
          <code className="value-card-name" title={`$${name}`}>
            ${name}
          </code>
        ) : (
          <TextField label="Name" meaning="" isLabelHidden mono {...textOf(own, 'name')} check={rename} />
        )}
        <TypeChoice label={`Type of ${name}`} value={argument.type} onChoose={(type) => set({ type })} />
        {index >= 0 && (
          <IconButton
            icon={X}
            label={isMentioned ? `Forget what is declared about ${name}` : `Remove argument ${name}`}
            onClick={() => edit.set({ inputs: inputs.toSpliced(index, 1) })}
          />
        )}
      </div>
      <TextField
        label="Description"
        meaning=""
        isLabelHidden
        placeholder="What it is, for whoever builds the service"
        {...textOf(own, 'description')}
      />
      <div className="value-card-chips">
        <ToggleChip
          label="Required"
          meaning="The action does not run without it"
          on={argument.required}
          onToggle={(required) => set({ required })}
        />
        <ToggleChip
          label="Sensitive"
          meaning="Covered in traces and logs"
          on={argument.sensitive}
          onToggle={(sensitive) => set({ sensitive })}
        />
        {!isMentioned && <span className="section-note">not in the request</span>}
      </div>
    </div>
  );
}
