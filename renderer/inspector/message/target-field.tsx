import type { MessageButton } from '../../../shared/model/message-block.ts';
import type { Edit, Refusal } from '../edit.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { ReferenceField } from '../references/reference-field.tsx';

type Target = NonNullable<MessageButton['target']>;
type TargetFieldProps = {
  readonly label: string;
  readonly meaning: string;
  readonly target: Target | undefined;
  readonly write: (target: Target | undefined, burst: string | null) => Refusal;
  readonly place: Edit<unknown>['place'];
  readonly troubles: Edit<unknown>['troubles'];
};

const choices = [
  { value: 'none', label: 'Nothing' },
  { value: 'link', label: 'Opens a link' },
  { value: 'call', label: 'Calls a number' },
  { value: 'tabSwitch', label: 'Changes the tab' },
  { value: 'download', label: 'Hands out the transcript' },
] as const;
type Kind = (typeof choices)[number]['value'];

const begun: { readonly [Name in Kind]: Target | undefined } = {
  none: undefined,
  link: { kind: 'link', url: '' },
  call: { kind: 'call', phone: '' },
  tabSwitch: { kind: 'tabSwitch' },
  download: { kind: 'download' },
};

/** What a button does beside saying something. */
export function TargetField({ label, meaning, target, write, place, troubles }: TargetFieldProps) {
  return (
    <>
      <ChoiceField
        label={label}
        meaning={meaning}
        value={target?.kind ?? 'none'}
        choices={choices}
        onChoose={(kind) => write(begun[kind], null)}
      />
      {target?.kind === 'link' && (
        <>
          <ReferenceField
            label="Address"
            meaning="Where it leads"
            form="template"
            mono
            placeholder="https://"
            text={target.url}
            place={place('url')}
            troubles={troubles('url')}
            write={(url) => write({ ...target, url }, 'url')}
          />
          <SwitchField
            label="In a new tab"
            meaning="The page stays open"
            value={target.newTab ?? false}
            onValue={(newTab) => write({ ...target, newTab }, null)}
          />
        </>
      )}
      {target?.kind === 'call' && (
        <ReferenceField
          label="Number"
          meaning="Who is called"
          form="template"
          placeholder="+44 20 7946 0000"
          text={target.phone}
          place={place('phone')}
          troubles={[]}
          write={(phone) => write({ ...target, phone }, 'phone')}
        />
      )}
    </>
  );
}
