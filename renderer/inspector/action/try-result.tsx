import { CircleCheck, CircleX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Json, JsonObject } from '../../../shared/base/json.ts';
import type { EffectResult } from '../../../shared/engine/effect.ts';
import { printCurl } from '../../../shared/exchange/curl/print-curl.ts';
import { duration } from '../../../shared/explain/value-words.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { readJson } from '../../../shared/persistence/read-json.ts';
import { JsonText } from '../../run/json-text.tsx';
import { OriginBadge } from '../../run/origin-badge.tsx';
import { canBeMocked } from '../../worlds/world-presets.ts';
import { TryOutputs } from './try-outputs.tsx';
import { TrySave } from './try-save.tsx';
import { TrySteps } from './try-steps.tsx';
import { TryText } from './try-text.tsx';
import { TryTree } from './try-tree.tsx';
import type { TriedResult } from './use-action-try.ts';

type TryResultProps = {
  readonly action: ActionRecord;
  readonly result: TriedResult;
  readonly args: JsonObject;
};

/** How an action ended: said in a line, then what it gave back, then what went over the wire. */
export function TryResult({ action, result, args }: TryResultProps) {
  const { detail, request, response, console: printed = '', trace = [] } = result;
  const answer = answerOf(result);
  const isScript = action.kind === 'python';
  return (
    <div className="try-result" role="status" aria-label="Result" aria-atomic="false">
      <Outcome result={result} />
      {detail !== '' && (
        <p className="section-note try-detail" data-selectable data-script={isScript || undefined}>
          <TryText text={detail} hasLines={isScript} />
        </p>
      )}
      <TryOutputs action={action} result={result} answer={answer} />
      {canBeMocked(action) && <TrySave action={action} args={args} result={result} />}
      <TrySteps trace={trace} />
      {printed !== '' && (
        <Part title="Printed" startsOpen>
          <pre className="try-printed" aria-label="Printed" tabIndex={0}>
            <TryText text={printed} hasLines={isScript} />
          </pre>
        </Part>
      )}
      {answer !== null && (
        <Part title="Answer, value by value" startsOpen end={<span className="try-hint">Press one to map it</span>}>
          <TryTree action={action} answer={answer} label="Answer, value by value" />
        </Part>
      )}
      {request !== null && (
        <Part title="Request" end={<CopyCurl request={request} />}>
          <JsonText
            label="Request"
            text={joined([`${request.method} ${request.url}`, lines(request.headers), pretty(request.body)])}
          />
        </Part>
      )}
      {response !== null && (
        <Part title="Response">
          <JsonText
            label="Response"
            text={joined([
              `${response.status}, ${response.bytes} bytes`,
              lines(response.headers),
              pretty(response.body),
            ])}
          />
        </Part>
      )}
    </div>
  );
}

function Outcome({ result }: { readonly result: EffectResult }) {
  const { outcome, origin, status, attempts, cached } = result;
  const Icon = outcome === 'succeeded' ? CircleCheck : CircleX;
  return (
    <div className="try-outcome">
      <strong data-outcome={outcome}>
        <Icon size={13} strokeWidth={2} aria-hidden />
        {outcome === 'succeeded' ? 'Succeeded' : 'Failed'}
      </strong>
      <OriginBadge origin={origin} />
      {status !== null && <span>status {status}</span>}
      <span>{duration(result.duration)}</span>
      {attempts > 1 && <span>{attempts} attempts</span>}
      {cached === true && <span>remembered from an earlier run</span>}
    </div>
  );
}

type PartProps = {
  readonly title: string;
  readonly startsOpen?: boolean;
  readonly end?: ReactNode;
  readonly children: ReactNode;
};

const Part = ({ title, startsOpen = false, end, children }: PartProps) => (
  <details className="try-part" open={startsOpen} aria-live="off">
    <summary>{title}</summary>
    {end}
    {children}
  </details>
);

/** The request as it was sent, for a terminal; what was redacted stays so. */
function CopyCurl({ request }: { readonly request: NonNullable<EffectResult['request']> }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(printCurl(request));
    setCopied(true);
  };
  return (
    <button type="button" className="text-link" onClick={() => void copy()}>
      {copied ? 'Copied' : 'Copy as cURL'}
    </button>
  );
}

/** What outputs are read from: the answer of a service, or what was given back before it was mapped. */
function answerOf({ response, given }: EffectResult): Json {
  if (given !== undefined) return given;
  const read = response === null || response.body === '' ? null : readJson(response.body);
  return read?.ok === true ? read.value : null;
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

const lines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

/** Data is laid out; anything else stays as it came. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
