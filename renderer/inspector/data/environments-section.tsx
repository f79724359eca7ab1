import { X } from 'lucide-react';
import { useState } from 'react';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { freeNumbered } from '../../../shared/model/ids.ts';
import type { IntegrationRecord } from '../../../shared/model/integration-record.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWrite, type Edit, type Refusal } from '../edit.ts';
import { AddButton } from '../fields/add-button.tsx';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { addressTroubles } from './address-troubles.ts';
import { addEnvironment, removeEnvironment, renameEnvironment } from './environment-commands.ts';
import { SecretField } from './secret-field.tsx';

type Environment = NonNullable<IntegrationRecord['environments']>[string];
const asIs: Environment = { baseUrl: '', secret: '' };

/** Where the service is, and what it is told, in each environment of the scenario; what is left empty stays. */
export function EnvironmentsSection({ edit }: { readonly edit: Edit<IntegrationRecord> }) {
  const { editor } = useStudio();
  const write = useWrite();
  const names = useEditor((state) => state.document.scenario.environments) ?? [];
  const [fresh, setFresh] = useState<string | null>(null);
  const add = (): void => {
    const usual = ['local', 'staging', 'production'].find((name) => !names.includes(name));
    const name = usual ?? freeNumbered('environment', ' ', (wanted) => names.includes(wanted));
    setFresh(name);
    write(addEnvironment(editor.getState().document, name));
  };
  return (
    <Section
      title="Environments"
      name="integrations.environments"
      fields="environments"
      count={names.length}
      startsOpen={names.length > 0}
      add={{ label: 'Add environment', onPress: add }}
    >
      <p className="section-note">
        One is chosen while trying and talking, for all integrations at once. What is empty is as above.
      </p>
      {names.length === 0 ? (
        <AddButton label="Add environment" onPress={add} />
      ) : (
        <Disclosures label="Environments">
          {names.map((name, index) => (
            // Keyed by place, as the name itself is being written.
            <EnvironmentCard key={index} edit={edit} name={name} startsOpen={fresh === name} />
          ))}
        </Disclosures>
      )}
    </Section>
  );
}

type EnvironmentCardProps = {
  readonly edit: Edit<IntegrationRecord>;
  readonly name: string;
  readonly startsOpen: boolean;
};

function EnvironmentCard({ edit, name, startsOpen }: EnvironmentCardProps) {
  const { editor } = useStudio();
  const write = useWrite();
  const { environments = {}, baseUrl: usual, authentication } = edit.value;
  const own = Object.hasOwn(environments, name) ? (environments[name] ?? asIs) : asIs;
  const set = (changes: Partial<Environment>, burst: string): Refusal => {
    const { [name]: _, ...others } = environments;
    const next = { ...own, ...changes };
    const isSaid = next.baseUrl !== '' || next.secret !== '';
    const all = isSaid ? { ...others, [name]: next } : others;
    const isEmpty = Object.keys(all).length === 0;
    return edit.set({ environments: isEmpty ? undefined : all }, `environments.${name}.${burst}`);
  };
  const rename = (typed: string): Refusal => {
    const { environments: names = [] } = editor.getState().document.scenario;
    if (typed.trim() === '') return 'Give it a name.';
    return typed !== name && names.includes(typed) ? 'There is already such an environment.' : null;
  };
  return (
    <Disclosure
      name={`Environment ${name}`}
      title={<span className="disclosure-name">{visibleText(name)}</span>}
      summary={visibleText(own.baseUrl || 'as above')}
      startsOpen={startsOpen}
      end={
        <IconButton
          icon={X}
          label={`Remove environment ${name} from the scenario`}
          onClick={() => write(removeEnvironment(editor.getState().document, name))}
        />
      }
    >
      <TextField
        label="Name"
        meaning="In the whole scenario"
        text={name}
        place={edit.place(`environments.${name}.name`)}
        troubles={[]}
        check={rename}
        write={(typed) => write(renameEnvironment(editor.getState().document, name, typed))}
      />
      <TextField
        label="Base URL"
        meaning="Where it is there"
        mono
        inputMode="url"
        placeholder={usual || 'as above'}
        text={own.baseUrl}
        place={edit.place(`environments.${name}.baseUrl`)}
        troubles={addressTroubles(own.baseUrl)}
        write={(baseUrl) => set({ baseUrl }, 'baseUrl')}
      />
      {authentication.kind !== 'none' && (
        <EnvironmentSecret
          own={own.secret}
          usual={authentication.secret}
          place={edit.place(`environments.${name}.secret`)}
          write={(secret) => set({ secret }, 'secret')}
        />
      )}
    </Disclosure>
  );
}

type EnvironmentSecretProps = {
  readonly own: string;
  readonly usual: string;
  readonly place: string;
  readonly write: (secret: string) => Refusal;
};

/** Another secret there; none of its own means the usual one. */
const EnvironmentSecret = ({ own, usual, place, write }: EnvironmentSecretProps) =>
  own === '' ? (
    <TextField
      label="Secret"
      meaning="Its name, where it is another one"
      mono
      placeholder={usual}
      text={own}
      place={place}
      troubles={[]}
      write={write}
    />
  ) : (
    <SecretField name={own} text={own} place={place} troubles={[]} write={write} />
  );
