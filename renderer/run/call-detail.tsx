import type { Json } from '../../shared/base/json.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { ActionCall } from '../state/run-calls.ts';
import { JsonText } from './json-text.tsx';

/** What went out and what came back, as far as it may be shown. */
export function CallDetail({ call, why }: { call: ActionCall; why: string }) {
  const { asked, settled } = call;
  const { request = null, response = null } = settled ?? {};
  return (
    <div className="call-detail">
      {why !== '' && <p data-selectable>{visibleText(why)}</p>}
      <section aria-label="Request">
        <h4>Request</h4>
        {request === null ? (
          <p className="call-aside">Nothing was sent.</p>
        ) : (
          <p className="call-address" data-selectable>
            <b>{request.method}</b> {visibleText(request.url)}
          </p>
        )}
        {asked !== null && <Part title="Arguments" text={pretty(asked.arguments)} />}
        {request !== null && <Part title="Headers" text={headerLines(request.headers)} />}
        {request !== null && <Part title="Body" text={prettyBody(request.body)} />}
      </section>
      <section aria-label="Response">
        <h4>Response</h4>
        {response === null ? (
          <p className="call-aside">{settled === null ? 'Nothing yet.' : 'No answer was received.'}</p>
        ) : (
          <p className="call-address">
            <b>{response.status}</b> {response.bytes} bytes
          </p>
        )}
        {settled !== null && <Part title="Outputs" text={pretty(settled.outputs)} />}
        {response !== null && <Part title="Headers" text={headerLines(response.headers)} />}
        {response !== null && <Part title="Body" text={prettyBody(response.body)} />}
      </section>
    </div>
  );
}

const Part = ({ title, text }: { title: string; text: string }) =>
  text === '' || text === '{}' ? null : (
    <>
      <h5>{title}</h5>
      <JsonText text={text} label={title} />
    </>
  );

const pretty = (value: Json): string => JSON.stringify(value, null, 2);

const headerLines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

/** Data is laid out; anything else stays as it came. */
function prettyBody(body: string): string {
  try {
    return pretty(JSON.parse(body) as Json);
  } catch {
    return body;
  }
}
