import { assertNever } from '../../../shared/base/assert-never.ts';
import type { IntegrationRecord } from '../../../shared/model/integration-record.ts';
import type { Edit, Refusal, TextBinding } from '../edit.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { SecretField } from './secret-field.tsx';

type Authentication = IntegrationRecord['authentication'];

const kinds = [
  { value: 'none', label: 'None' },
  { value: 'apiKey', label: 'API key' },
  { value: 'bearer', label: 'Bearer token' },
  { value: 'basic', label: 'User and password' },
] as const satisfies readonly { value: Authentication['kind']; label: string }[];
const keyPlaces = [
  { value: 'header', label: 'In a header' },
  { value: 'query', label: 'In the query' },
] as const;

/** How a service knows who calls. What is secret is kept on this machine; the scenario only says its name. */
export function AuthenticationFields({ edit }: { readonly edit: Edit<IntegrationRecord> }) {
  const { authentication: now, id } = edit.value;
  const set = (authentication: Authentication, burst: string | null = null): Refusal =>
    edit.set({ authentication }, burst === null ? null : `authentication.${burst}`);
  const text = (field: string, value: string, make: (typed: string) => Authentication): TextBinding => ({
    text: value,
    place: edit.place(`authentication.${field}`),
    troubles: [],
    write: (typed) => set(make(typed), field),
  });
  return (
    <Section title="Authentication" name="integrations.authentication" startsOpen>
      <ChoiceField
        label="Kind"
        meaning="How the service knows you"
        value={now.kind}
        choices={kinds}
        onChoose={(kind) => set(withKind(now, kind, id))}
      />
      {now.kind === 'apiKey' && (
        <div className="form-pair">
          <ChoiceField
            label="Sent"
            meaning=""
            value={now.in}
            choices={keyPlaces}
            onChoose={(place) => set({ ...now, in: place })}
          />
          <TextField
            label="Called"
            meaning="Its name there"
            mono
            placeholder="X-API-Key"
            {...text('name', now.name, (name) => ({ ...now, name }))}
          />
        </div>
      )}
      {now.kind === 'basic' && (
        <TextField
          label="User"
          meaning="The password is the secret"
          {...text('user', now.user, (user) => ({ ...now, user }))}
        />
      )}
      {now.kind !== 'none' && (
        <SecretField name={now.secret} {...text('secret', now.secret, (secret) => ({ ...now, secret }))} />
      )}
    </Section>
  );
}

/** Another kind keeps the name of the secret; a first one is called after the integration. */
function withKind(now: Authentication, kind: Authentication['kind'], id: string): Authentication {
  const secret = 'secret' in now ? now.secret : `${id}-key`;
  switch (kind) {
    case 'none':
      return { kind };
    case 'apiKey':
      return { kind, in: 'header', name: 'X-API-Key', secret };
    case 'bearer':
      return { kind, secret };
    case 'basic':
      return { kind, user: '', secret };
    case 'oauth2':
      return { kind, tokenUrl: '', clientId: '', secret, scope: '', audience: '', send: 'header' };
    default:
      return assertNever(kind);
  }
}
