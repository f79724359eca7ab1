import { CircleCheck, CircleX } from 'lucide-react';
import type { Json } from '../../../shared/base/json.ts';
import type { EffectResult } from '../../../shared/engine/effect.ts';
import { duration } from '../../../shared/explain/value-words.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { JsonText } from '../../run/json-text.tsx';
import { OriginBadge } from '../../run/origin-badge.tsx';
import { ValueText } from '../../run/value-text.tsx';

/** How an action ended: said in a line, then what it gave back, then what went over the wire. */
export function TryResult({ result }: { readonly result: EffectResult }) {
  const { outcome, origin, status, outputs, detail, request, response } = result;
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
      </div>
      {detail !== '' && (
        <p className="section-note" data-selectable>
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
      {request !== null && (
        <Part
          title="Request"
          text={[`${request.method} ${request.url}`, lines(request.headers), pretty(request.body)]}
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

const Part = ({ title, text }: { readonly title: string; readonly text: readonly string[] }) => (
  <details className="try-part">
    <summary>{title}</summary>
    <JsonText label={title} text={text.filter((part) => part !== '').join('\n\n')} />
  </details>
);

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
