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
  { value: 'oauth2', label: 'OAuth 2, client credentials' },
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
            meaning="Where the key goes"
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
      {now.kind === 'oauth2' && <OAuthFields now={now} set={set} text={text} />}
      {now.kind !== 'none' && (
        <SecretField name={now.secret} {...text('secret', now.secret, (secret) => ({ ...now, secret }))} />
      )}
    </Section>
  );
}

type OAuth = Extract<Authentication, { kind: 'oauth2' }>;
type OAuthFieldsProps = {
  readonly now: OAuth;
  readonly set: (authentication: Authentication) => Refusal;
  readonly text: (field: string, value: string, make: (typed: string) => Authentication) => TextBinding;
};

const sendPlaces = [
  { value: 'header', label: 'In a header' },
  { value: 'body', label: 'In the body' },
] as const;

/** Where a token is asked for, and as whom; it is fetched and renewed by itself. */
const OAuthFields = ({ now, set, text }: OAuthFieldsProps) => (
  <>
    <TextField
      label="Token address"
      meaning="Where tokens are given out"
      mono
      inputMode="url"
      placeholder="https://login.example.com/token"
      {...text('tokenUrl', now.tokenUrl, (tokenUrl) => ({ ...now, tokenUrl }))}
      troubles={/^$|^https?:\/\/[^\s/]/i.test(now.tokenUrl) ? [] : [noAddress]}
    />
    <div className="form-pair">
      <TextField
        label="Client"
        meaning="Its id"
        mono
        {...text('clientId', now.clientId, (clientId) => ({ ...now, clientId }))}
      />
      <ChoiceField
        label="Sent"
        meaning="Where id and secret go"
        value={now.send}
        choices={sendPlaces}
        onChoose={(send) => set({ ...now, send })}
      />
    </div>
    <div className="form-pair">
      <TextField
        label="Scope"
        meaning="What may be done"
        mono
        placeholder="none"
        {...text('scope', now.scope, (scope) => ({ ...now, scope }))}
      />
      <TextField
        label="Audience"
        meaning="Who it is for"
        mono
        placeholder="none"
        {...text('audience', now.audience, (audience) => ({ ...now, audience }))}
      />
    </div>
  </>
);

const noAddress = { severity: 'error', sentence: 'Expected an address that begins with https://.' } as const;

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
