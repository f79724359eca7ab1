import { CircleCheck, CircleX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Json } from '../../../shared/base/json.ts';
import type { EffectResult } from '../../../shared/engine/effect.ts';
import { printCurl } from '../../../shared/exchange/curl/print-curl.ts';
import { duration } from '../../../shared/explain/value-words.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { JsonText } from '../../run/json-text.tsx';
import { OriginBadge } from '../../run/origin-badge.tsx';
import { ValueText } from '../../run/value-text.tsx';

/** How an action ended: said in a line, then what it gave back, then what went over the wire. */
export function TryResult({ result }: { readonly result: EffectResult }) {
  const { outcome, origin, status, outputs, detail, request, response, console: printed = '', cached } = result;
  const Icon = outcome === 'succeeded' ? CircleCheck : CircleX;
  return (
    <div className="try-result" role="status" aria-label="Result">
      <div className="try-outcome">
        <strong data-outcome={outcome}>
          <Icon size={13} strokeWidth={2} aria-hidden />
          {outcome === 'succeeded' ? 'Succeeded' : 'Failed'}
        </strong>
        <OriginBadge origin={origin} />
        {status !== null && <span>status {status}</span>}
        <span>{duration(result.duration)}</span>
        {result.attempts > 1 && <span>{result.attempts} attempts</span>}
        {cached === true && <span>remembered from an earlier run</span>}
      </div>
      {detail !== '' && (
        <p className="section-note try-detail" data-selectable>
          {visibleText(detail)}
        </p>
      )}
      {Object.keys(outputs).length > 0 && (
        <dl className="try-outputs" aria-label="Outputs">
          {Object.entries(outputs).map(([name, value]) => (
            <Output key={name} name={name} value={value} />
          ))}
        </dl>
      )}
      {printed !== '' && <Part title="Printed" text={[printed]} startsOpen />}
      {request !== null && (
        <Part
          title="Request"
          text={[`${request.method} ${request.url}`, lines(request.headers), pretty(request.body)]}
          end={<CopyCurl request={request} />}
        />
      )}
      {response !== null && (
        <Part
          title="Response"
          text={[`${response.status}, ${response.bytes} bytes`, lines(response.headers), pretty(response.body)]}
        />
      )}
    </div>
  );
}

const Output = ({ name, value }: { readonly name: string; readonly value: Json }) => (
  <>
    <dt>{visibleText(name)}</dt>
    <dd>
      <ValueText value={value} />
    </dd>
  </>
);

type PartProps = {
  readonly title: string;
  readonly text: readonly string[];
  readonly startsOpen?: boolean;
  readonly end?: ReactNode;
};

const Part = ({ title, text, startsOpen = false, end }: PartProps) => (
  <details className="try-part" open={startsOpen}>
    <summary>{title}</summary>
    {end}
    <JsonText label={title} text={text.filter((part) => part !== '').join('\n\n')} />
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
