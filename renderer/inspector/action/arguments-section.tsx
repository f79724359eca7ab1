import { X } from 'lucide-react';
import { actionArguments, type ActionArgument } from '../../../shared/actions/action-arguments.ts';
import type { ActionInput } from '../../../shared/model/action-parts.ts';
import { integrationOf, type ActionRecord } from '../../../shared/model/action-record.ts';
import { actionTexts } from '../../../shared/model/action-texts.ts';
import { freeNumbered } from '../../../shared/model/ids.ts';
import { useEditor } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { merged, textOf, type Edit, type Refusal } from '../edit.ts';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import { Section } from '../fields/section.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { TypeField } from '../fields/type-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { checkWords, InputChecks } from './input-checks.tsx';

/** What a caller must give: found as `$name` while the request is written, or declared here. */
export function ArgumentsSection({ edit }: { readonly edit: Edit<ActionRecord> }) {
  const action = edit.value;
  const integrations = useEditor((state) => state.document.tables.integrations);
  const integration = integrations.get(integrationOf(action) ?? '') ?? null;
  const isFilledIn = actionTexts(action).length > 0;
  const found = actionArguments(action, integration);
  const mentioned = new Set(actionArguments({ ...action, inputs: [] }, integration).map(({ name }) => name));
  const [rows, expectOne] = useFocusAdded(found.length);
  const add = (): void => {
    const name = freeNumbered(newName, '', (wanted) => found.some((one) => one.name === wanted));
    expectOne();
    edit.set({ inputs: [...action.inputs, { ...undeclared, name }] });
  };
  return (
    <Section
      title="Arguments"
      name="actions.arguments"
      fields="inputs"
      count={found.length}
      add={{ label: 'Add argument', onPress: add }}
    >
      {found.length === 0 && (
        <p className="section-note">
          {isFilledIn
            ? 'Write $name in it, and it shows up here.'
            : 'What it needs to know, and is given where it is used.'}
        </p>
      )}
      {found.length > 0 && (
        <div ref={rows}>
          <Disclosures label="Arguments">
            {found.map((argument) => (
              <ArgumentCard
                key={argument.name}
                edit={edit}
                argument={argument}
                isMentioned={mentioned.has(argument.name)}
                isFilledIn={isFilledIn}
              />
            ))}
          </Disclosures>
        </div>
      )}
    </Section>
  );
}

const newName = 'argument';
const undeclared: ActionInput = { name: '', type: 'string', description: '', required: true, sensitive: false };

type ArgumentCardProps = {
  readonly edit: Edit<ActionRecord>;
  readonly argument: ActionArgument;
  readonly isMentioned: boolean;
  /** Whether arguments stand in texts of the action, as `$name`. */
  readonly isFilledIn: boolean;
};

/** Changing anything about an argument that was only found declares it. */
function ArgumentCard({ edit, argument, isMentioned, isFilledIn }: ArgumentCardProps) {
  const { inputs } = edit.value;
  const { name } = argument;
  const index = inputs.findIndex((input) => input.name === name);
  const declared = inputs[index] ?? { ...undeclared, name };
  const set = (changes: Partial<ActionInput>, burst: string | null = null): Refusal =>
    edit.set(
      {
        inputs: index < 0 ? [...inputs, merged(declared, changes)] : inputs.with(index, merged(declared, changes)),
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
  const facts = [argument.type, argument.required ? '' : 'optional', argument.sensitive ? 'sensitive' : ''];
  return (
    <Disclosure
      name={`Argument ${name}`}
      title={
        <span className="disclosure-name argument-name" data-mono>
          {isFilledIn ? `$${name}` : name}
        </span>
      }
      summary={[...facts, checkWords(declared), isMentioned || !isFilledIn ? '' : 'not used in it']
        .filter(Boolean)
        .join(', ')}
      startsOpen={!isMentioned && name.startsWith(newName)}
      end={
        index >= 0 && (
          <IconButton
            icon={X}
            label={isMentioned ? `Forget what is said about ${name}` : `Remove argument ${name}`}
            onClick={() => edit.set({ inputs: inputs.toSpliced(index, 1) })}
          />
        )
      }
    >
      {!isMentioned && (
        <TextField
          label="Name"
          meaning={isFilledIn ? 'As $name in its texts' : 'A letter, then letters and digits'}
          mono
          {...textOf(own, 'name')}
          check={rename}
        />
      )}
      <TypeField meaning="How it is sent" value={argument.type} onChoose={(type) => set({ type })} />
      <TextField label="Description" meaning="For whoever builds the service" {...textOf(own, 'description')} />
      <SwitchField
        label="Required"
        meaning="The action does not run without it"
        value={argument.required}
        onValue={(required) => set({ required })}
      />
      <SwitchField
        label="Sensitive"
        meaning="Covered in traces and logs"
        value={argument.sensitive}
        onValue={(sensitive) => set({ sensitive })}
      />
      <InputChecks edit={own} />
    </Disclosure>
  );
}
