import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { planCurlAction } from '../../../../../shared/exchange/curl/plan-curl-action.ts';
import { readCurl } from '../../../../../shared/exchange/curl/read-curl.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';

const folder = fileURLToPath(new URL('../../../../../../shared/samples/curl', import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.info('Skipped: ../shared/samples/curl is not on this machine.');

/** What each becomes, as an engineer would write it by hand. */
const expected: Readonly<Record<string, { readonly request: object; readonly rest?: object }>> = {
  'form-input.sh': {
    request: {
      method: 'POST',
      baseUrl: 'https://insomnia.rest',
      path: '/signup',
      body: {
        kind: 'form',
        fields: [
          { name: 'foo', value: 'bar' },
          { name: 'baz', value: 'qux' },
        ],
      },
    },
    rest: {
      notes: [
        'The file “/home/user/file.txt” is not read; put what it holds into the body.',
        'A form of several parts became a plain form.',
      ],
    },
  },
  'get-input.sh': {
    request: {
      method: 'GET',
      baseUrl: 'http://somesite.com',
      path: '/getdata',
      query: [{ name: 'id', value: '1234' }],
    },
  },
  'get_basic_auth.sh': {
    request: { method: 'GET', baseUrl: '', path: '/', integration: 'localhost-28139' },
    rest: {
      integration: {
        baseUrl: 'http://localhost:28139',
        authentication: { kind: 'basic', user: 'some_username', secret: 'localhost-28139-key' },
      },
      secret: { name: 'localhost-28139-key', value: 'some_password' },
    },
  },
  'get_with_env_var.sh': {
    request: {
      method: 'GET',
      path: '/v2/images',
      query: [{ name: 'type', value: 'distribution' }],
      headers: [{ name: 'Content-Type', value: 'application/json' }],
    },
    rest: { integration: { authentication: { kind: 'bearer', secret: 'do-api-token' } }, secret: null },
  },
  'header-colon-input.sh': {
    request: { baseUrl: 'https://insomnia.rest', path: '', headers: [{ name: 'X-Something', value: 'foo: bar:baz' }] },
  },
  'post_json_multiple_headers.sh': {
    request: {
      method: 'POST',
      path: '/rest/login-sessions',
      headers: [{ name: 'X-API-Version', value: '200' }],
      body: {
        kind: 'json',
        text: '{\n  "userName": "username123",\n  "password": "password123",\n  "authLoginDomain": "local"\n}',
      },
    },
    rest: { notes: ['Certificates are always checked here.'] },
  },
  'post_with_quotes_anywhere.sh': {
    request: {
      method: 'POST',
      path: '',
      headers: [
        { name: 'A', value: "''a'" },
        { name: 'B', value: '"' },
      ],
      body: {
        kind: 'form',
        fields: [
          { name: 'a', value: 'b' },
          { name: 'c', value: '"' },
          { name: 'd', value: "'" },
        ],
      },
    },
    rest: {
      integration: { authentication: { kind: 'basic', user: "ol'" } },
      secret: { value: 'asd"' },
      notes: ['The header “Cookie” held a secret and was left out.'],
    },
  },
  'repeated_query_key.sh': {
    request: {
      baseUrl: 'http://localhost:28139',
      query: [
        { name: 'key', value: 'one' },
        { name: 'key', value: 'two' },
      ],
    },
  },
};

test.skipIf(!isThere)('the collection is the one that is known here', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sh'));
  expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
});

test.skipIf(!isThere).each(Object.entries(expected))('%s becomes the request it means', (name, { request, rest }) => {
  const read = readCurl(readFileSync(`${folder}/${name}`, 'utf8'));
  if (!read.ok) throw new Error(read.failure);
  const { changes, ...others } = planCurlAction(aScenario().build(), read.value);
  expect(changes.request).toMatchObject(request);
  expect(others).toMatchObject(rest ?? { integration: null, secret: null, notes: [] });
});
