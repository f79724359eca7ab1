import { expect, test } from 'vitest';
import { planCurlAction } from '../../../../../shared/exchange/curl/plan-curl-action.ts';
import { printActionCurl, printCurl } from '../../../../../shared/exchange/curl/print-curl.ts';
import { readCurl } from '../../../../../shared/exchange/curl/read-curl.ts';
import type { ApiActionRecord } from '../../../../../shared/model/action-record.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { after } from '../../../../builders/run-command.ts';

function planned(line: string, document: Document = aScenario().build()) {
  const read = readCurl(line);
  if (!read.ok) throw new Error(read.failure);
  return planCurlAction(document, read.value);
}

const secrets = ['s3cr3t-bearer', 's3cr3t-basic', 's3cr3t-key', 's3cr3t-query', 's3cr3t-info', 's3cr3t-cookie'];
const lines = [
  "curl https://a.example -H 'Authorization: Bearer s3cr3t-bearer'",
  "curl https://a.example -H 'Authorization: Basic YWRhOnMzY3IzdC1iYXNpYw=='",
  'curl https://a.example -u ada:s3cr3t-basic',
  "curl https://a.example -H 'X-Api-Key: s3cr3t-key'",
  'curl "https://a.example/?api_key=s3cr3t-query&page=2"',
  'curl https://ada:s3cr3t-info@a.example/x',
  "curl https://a.example -b 'session=s3cr3t-cookie'",
  'curl --oauth2-bearer s3cr3t-bearer https://a.example',
];

test('no secret of a command is in what becomes of the scenario; it is given apart, for the vault', () => {
  for (const line of lines) {
    const { secret, ...rest } = planned(line);
    const leaked = secrets.filter((one) => JSON.stringify(rest).includes(one));
    const given = line.includes('session=') ? secret === null : secret?.value.startsWith('s3cr3t-');
    expect({ line, leaked, given }).toEqual({ line, leaked: [], given: true });
  }
  expect(planned(lines[1] ?? '')).toMatchObject({
    integration: { authentication: { kind: 'basic', user: 'ada', secret: 'a-example-key' } },
    secret: { name: 'a-example-key', value: 's3cr3t-basic' },
  });
  expect(planned(lines[4] ?? '')).toMatchObject({
    changes: { request: { query: [{ name: 'page', value: '2' }] } },
    integration: { authentication: { kind: 'apiKey', in: 'query', name: 'api_key' } },
  });
});

test('an integration that has this address and logs in the same way is used, and its secret stays', () => {
  const document = aScenario()
    .withIntegration('desk', {
      baseUrl: 'https://a.example/',
      authentication: { kind: 'bearer', secret: 'desk-key' },
    })
    .build();
  expect(planned(lines[0] ?? '', document)).toMatchObject({
    changes: { request: { integration: 'desk', baseUrl: '' } },
    integration: null,
    secret: null,
    notes: ['It goes through the integration “desk”, which has this address.'],
  });
  expect(planned(lines[3] ?? '', document).integration?.authentication.kind).toBe('apiKey');
});

test('an action as a command: arguments are variables, secrets are names, and it reads back as it was', () => {
  const line = `curl -X POST "https://a.example/orders/$ID?q=a%20b" -H 'X-A: it'\\''s' -u ada:pw -d '{"id":"$5","to":"x"}' -L`;
  const { changes, integration } = planned(line);
  const document = after(
    aScenario().withApiAction('getOrder').build(),
    {
      kind: 'records.put',
      label: 'x',
      puts: integration === null ? [] : [{ table: 'integrations', record: integration }],
    },
    { kind: 'record.update', table: 'actions', id: 'getOrder', changes } as never,
  );
  const action = document.tables.actions.get('getOrder') as ApiActionRecord;
  const printed = printActionCurl(action, integration);
  expect(printed).toBe(
    [
      'curl -X POST "https://a.example/orders/${ID}?q=a%20b"',
      "-u 'ada:<a-example-key>'",
      String.raw`-H 'X-A: it'\''s'`,
      '-L',
      "-H 'Content-Type: application/json'",
      `--data-raw '{"id":"$5","to":"x"}'`,
    ].join(' \\\n  '),
  );
  const again = planned(printed, document);
  expect(again.changes.request).toEqual(action.request);
});

test('a request as it was sent is printed with what was redacted there', () => {
  const sent = { method: 'GET', url: 'https://a.example/?q=1', headers: { 'x-api-key': '••••' }, body: '' };
  expect(printCurl(sent)).toBe("curl 'https://a.example/?q=1' \\\n  -H 'x-api-key: ••••'");
});
