import { Plug } from 'lucide-react';
import { integrationOf } from '../../../shared/model/action-record.ts';
import type { IntegrationRecord } from '../../../shared/model/integration-record.ts';
import { useEditor } from '../../state/studio.ts';
import { listOf, textOf, useRecordEdit, type Edit } from '../edit.ts';
import { NamedValues } from '../fields/named-values.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { InspectorHeader } from '../inspector-header.tsx';
import { RecordRow, RecordRows } from '../record-row.tsx';
import { addressTroubles } from './address-troubles.ts';
import { AuthenticationFields } from './authentication-fields.tsx';
import { EnvironmentsSection } from './environments-section.tsx';
import { OperationsSection } from './operations-section.tsx';
import { ServiceLimits } from './service-limits.tsx';

/** A connection to one service. It holds names of secrets, never a secret. */
export function IntegrationForm({ id }: { readonly id: string }) {
  const integration = useEditor((state) => state.document.tables.integrations.get(id));
  return integration === undefined ? null : <IntegrationFields integration={integration} />;
}

function IntegrationFields({ integration }: { readonly integration: IntegrationRecord }) {
  const edit = useRecordEdit('integrations', integration);
  return (
    <>
      <InspectorHeader
        id={integration.id}
        name={textOf(edit, 'name')}
        icon={<Plug className="record-icon" data-hue="action" size={16} strokeWidth={1.75} aria-hidden />}
        remove={{ label: 'Delete integration', ids: [integration.id] }}
      />
      <div className="form-top">
        <TextField
          label="Description"
          meaning="For your team; it changes nothing"
          lines
          {...textOf(edit, 'description')}
        />
        <TextField
          label="Base URL"
          meaning="Where the service is"
          mono
          placeholder="https://api.example.com"
          inputMode="url"
          {...textOf(edit, 'baseUrl')}
          troubles={
            integration.baseUrl.trim() === ''
              ? [{ severity: 'warning', sentence: 'Without an address its actions can only be mocked.' }]
              : addressTroubles(integration.baseUrl)
          }
        />
        <NamedValues
          title="Headers"
          meaning="Sent with every call"
          word="header"
          list={listOf(edit, 'headers')}
          troubles={edit.troubles('headers')}
        />
      </div>
      <AuthenticationFields edit={edit} />
      <EnvironmentsSection edit={edit} />
      <OperationsSection edit={edit} />
      <ServiceLimits edit={edit} />
      <Callers edit={edit} />
    </>
  );
}

function Callers({ edit }: { readonly edit: Edit<IntegrationRecord> }) {
  const actions = useEditor((state) => state.document.tables.actions);
  const callers = [...actions.values()].filter((action) => integrationOf(action) === edit.value.id);
  return (
    <Section title="Used by" name="integrations.uses" count={callers.length}>
      {callers.length === 0 ? (
        <p className="section-note">
          No action yet. Choose it in the request of an API call, or make one from an operation.
        </p>
      ) : (
        <RecordRows label="Used by">
          {callers.map(({ id, description }) => (
            <RecordRow key={id} id={id} detail={description} />
          ))}
        </RecordRows>
      )}
    </Section>
  );
}
