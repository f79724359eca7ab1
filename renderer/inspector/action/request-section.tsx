import { useState } from 'react';
import { planUrl } from '../../../shared/actions/url-plan.ts';
import { looksLikeCurl } from '../../../shared/exchange/curl/read-curl.ts';
import { requestMethodSchema, type RequestTemplate } from '../../../shared/model/action-kinds.ts';
import type { ApiActionRecord } from '../../../shared/model/action-record.ts';
import { useEditor } from '../../state/studio.ts';
import { listOf, textOf, within, type Edit } from '../edit.ts';
import { ChoiceControl } from '../fields/choice-field.tsx';
import { NamedValues } from '../fields/named-values.tsx';
import { Section } from '../fields/section.tsx';
import type { Trouble } from '../problems-by-ref.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import { BodyFields } from './body-fields.tsx';
import { CurlButtons } from './curl-buttons.tsx';
import { IntegrationChoice } from './integration-choice.tsx';
import { PasteCurl } from './paste-curl.tsx';
import { WebhookMenu } from './webhook-menu.tsx';
import './request-section.css';

const methods = requestMethodSchema.options.map((value) => ({ value, label: value }));

/** What is sent. `$name` anywhere in it makes an argument. */
export function RequestSection({ edit }: { readonly edit: Edit<ApiActionRecord> }) {
  const request = within(edit, 'request');
  const { method } = request.value;
  /** The command line being looked at; null while none is. */
  const [curl, setCurl] = useState<string | null>(null);
  return (
    <Section
      title="Request"
      name="actions.request"
      fields="request headers integration"
      end={
        <>
          <WebhookMenu edit={edit} />
          <CurlButtons action={edit.value} onPaste={() => setCurl('')} />
        </>
      }
    >
      {curl !== null && <PasteCurl action={edit.value} text={curl} onClose={() => setCurl(null)} />}
      <p className="section-note">{'$orderId makes an argument; {user.email} is read from the talk.'}</p>
      <AddressFields request={request} onCurl={setCurl} />
      <div className="request-line">
        <ChoiceControl
          control={{ 'aria-label': 'Method' }}
          value={method}
          choices={methods}
          onChoose={(chosen) => request.set({ method: chosen })}
        />
        <ReferenceField
          label="Path"
          meaning="What follows the base URL"
          isLabelHidden
          form="request"
          mono
          placeholder="/orders/$orderId"
          {...textOf(request, 'path')}
        />
      </div>
      <NamedValues
        title="Query"
        meaning="After the ? of the address"
        word="parameter"
        list={listOf(request, 'query')}
        troubles={edit.troubles('request.query')}
      />
      <NamedValues
        title="Headers"
        meaning="Sent besides those of the integration"
        word="header"
        list={listOf(request, 'headers')}
        troubles={edit.troubles('request.headers')}
      />
      <BodyFields request={request} />
    </Section>
  );
}

type AddressFieldsProps = {
  readonly request: Edit<RequestTemplate>;
  /** A whole command line was pasted where an address belongs. */
  readonly onCurl: (text: string) => void;
};

function AddressFields({ request, onCurl }: AddressFieldsProps) {
  const integrations = useEditor((state) => state.document.tables.integrations);
  const { integration, baseUrl } = request.value;
  const chosen = integration === null ? undefined : integrations.get(integration);
  return (
    <>
      <IntegrationChoice
        meaning="Gives the address and how to log in"
        none="None: a base URL of its own"
        value={integration}
        troubles={request.troubles('integration')}
        onChoose={(value) => request.set({ integration: value })}
      />
      {integration === null ? (
        <ReferenceField
          label="Base URL"
          meaning="Where the service is"
          form="request"
          mono
          placeholder="https://api.example.com"
          {...textOf(request, 'baseUrl')}
          troubles={[...request.troubles('baseUrl'), ...addressTroubles(baseUrl)]}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (!looksLikeCurl(text)) return;
            event.preventDefault();
            onCurl(text);
          }}
        />
      ) : (
        chosen !== undefined && (
          <p className="section-note request-base" title={chosen.baseUrl}>
            {chosen.baseUrl === '' ? 'The integration has no base URL yet.' : chosen.baseUrl}
          </p>
        )
      )}
    </>
  );
}

function addressTroubles(baseUrl: string): readonly Trouble[] {
  if (baseUrl.trim() === '') return [];
  const plan = planUrl(baseUrl, '');
  return plan.ok ? [] : [{ severity: 'error', sentence: plan.failure }];
}
