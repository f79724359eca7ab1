import { Button } from '@mantine/core';
import { Info, KeyRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Command } from '../../../shared/commands/command.ts';
import { planCurlAction, type CurlPlan } from '../../../shared/exchange/curl/plan-curl-action.ts';
import { readCurl } from '../../../shared/exchange/curl/read-curl.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import type { ApiActionRecord } from '../../../shared/model/action-record.ts';
import type { Document } from '../../../shared/model/document.ts';
import { failureText } from '../../app/failure-text.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useWrite } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import './paste-curl.css';

type PasteCurlProps = { readonly action: ApiActionRecord; readonly text: string; readonly onClose: () => void };

/** A command line for curl becomes the request: shown before it is taken, with what had to be left out. */
export function PasteCurl({ action, text, onClose }: PasteCurlProps) {
  const { host, ui } = useStudio();
  const document = useEditor((state) => state.document);
  const write = useWrite();
  const [typed, setTyped] = useState(text);
  const [keepsSecret, setKeepsSecret] = useState(true);
  const read = useMemo(() => (typed.trim() === '' ? null : planOf(document, typed)), [document, typed]);
  const plan = read?.ok === true ? read.value : null;

  const take = async ({ changes, integration, secret }: CurlPlan): Promise<void> => {
    const commands: Command[] = [
      ...(integration === null
        ? []
        : [
            {
              kind: 'records.put',
              label: 'Add integration',
              puts: [{ table: 'integrations', record: integration }],
            } as const,
          ]),
      { kind: 'record.update', table: 'actions', id: action.id, changes },
    ];
    const refusal = write({ kind: 'several', label: 'Paste cURL', commands });
    if (refusal !== null) return ui.notify('bad', refusal);
    onClose();
    if (secret === null || !keepsSecret || integration === null) return;
    const hosts = [new URL(integration.baseUrl).host];
    const kept = await host.call('secret.set', { ...secret, hosts });
    if (!kept.ok) ui.notify('bad', failureText(kept.failure));
  };
  return (
    <DialogFrame
      title="Paste cURL"
      size="lg"
      onClose={onClose}
      buttons={
        <>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={plan === null} onClick={() => plan !== null && void take(plan)}>
            Use this request
          </Button>
        </>
      }
    >
      <textarea
        className="control json-control"
        data-mono
        data-autofocus
        aria-label="Command line"
        rows={5}
        spellCheck={false}
        placeholder="curl https://api.example.com/orders/$orderId -H 'Authorization: Bearer …'"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {read?.ok === false && <TroubleLine trouble={{ severity: 'error', sentence: read.failure }} />}
      {plan !== null && <CurlPreview plan={plan} document={document} />}
      {plan?.secret != null && (
        <SwitchField
          label="Keep the secret on this machine"
          meaning={`As “${plan.secret.name}”; the scenario only names it`}
          value={keepsSecret}
          onValue={setKeepsSecret}
        />
      )}
    </DialogFrame>
  );
}

function planOf(document: Document, text: string) {
  const read = readCurl(text);
  return read.ok ? { ok: true as const, value: planCurlAction(document, read.value) } : read;
}

const loginWords = {
  none: '',
  apiKey: 'API key',
  bearer: 'Bearer token',
  basic: 'User and password',
  oauth2: 'OAuth 2',
} as const;

/** What the command comes to, in the words of the form. */
function CurlPreview({ plan, document }: { readonly plan: CurlPlan; readonly document: Document }) {
  const { request } = plan.changes;
  const service = plan.integration ?? document.tables.integrations.get(request.integration ?? '') ?? null;
  const facts: readonly (readonly [string, string])[] = [
    ['Request', `${request.method} ${service?.baseUrl ?? request.baseUrl}${request.path}`],
    ['Query', request.query.map(({ name, value }) => `${name}=${value}`).join(', ')],
    ['Headers', request.headers.map(({ name }) => name).join(', ')],
    ['Body', request.body.kind === 'none' ? '' : bodyWords[request.body.kind]],
    ['Logs in with', service === null ? '' : loginWords[service.authentication.kind]],
    ['Integration', plan.integration === null ? '' : `${plan.integration.name} (new)`],
  ];
  return (
    <>
      <dl className="curl-facts" aria-label="What it becomes">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{visibleText(value)}</dd>
            </div>
          ))}
      </dl>
      {plan.notes.map((sentence) => (
        <p key={sentence} className="curl-note">
          <Info size={12} strokeWidth={2} aria-hidden />
          {visibleText(sentence)}
        </p>
      ))}
      {service !== null && service.authentication.kind !== 'none' && (
        <p className="curl-note">
          <KeyRound size={12} strokeWidth={2} aria-hidden />
          What is secret is never kept in the scenario.
        </p>
      )}
    </>
  );
}

const bodyWords = { json: 'JSON', form: 'Form', text: 'Text' } as const;
