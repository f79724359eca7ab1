import { afterEach, describe, expect, test } from 'vitest';
import { MASK } from '../../../../../shared/engine/mask.ts';
import { answer } from './fault-server.ts';
import { perform, settingOf } from './performing.ts';
import { closeServices, json, listening, service } from './services.ts';

afterEach(closeServices);

const outputs = [{ name: 'status' }, { name: 'total', type: 'float' }];

describe('secrets and sensitive values', () => {
  const secret = 'sk-canary+0001/=';
  const shown = (value: object): string => JSON.stringify(value);

  test.each([
    ['a header', { kind: 'apiKey', in: 'header', name: 'x-api-key', secret: 'KEY' }, /"x-api-key":"sk-canary/],
    [
      'a query parameter',
      { kind: 'apiKey', in: 'query', name: 'api_key', secret: 'KEY' },
      /\?api_key=sk-canary%2B0001%2F%3D/,
    ],
    ['a bearer', { kind: 'bearer', secret: 'KEY' }, /"authorization":"Bearer sk-canary/],
    [
      'basic authentication',
      { kind: 'basic', user: 'ada', secret: 'KEY' },
      /"authorization":"Basic YWRhOnNrLWNhbmFyeSsw/,
    ],
    [
      'the place of the name',
      { kind: 'basic', user: 'X', secret: 'KEY', swapped: true },
      /"authorization":"Basic c2stY2FuYXJ5KzAwMDEvPTpY"/,
    ],
  ])('a secret in %s arrives, and is nowhere in the result', async (_where, authentication, arrived) => {
    const { origin, heads } = await listening(
      `{"status":"you sent ${secret} and ${encodeURIComponent(secret)}","total":1}`,
    );
    const setting = settingOf({ integration: { baseUrl: origin, authentication }, outputs });
    const result = await perform({ secretNamed: () => Promise.resolve(secret) }, setting);
    expect(heads[0]).toMatch(arrived);
    expect(result.outcome).toBe('succeeded');
    expect(result.outputs['status']).toBe(`you sent ${MASK} and ${MASK}`);
    expect(shown(result)).not.toContain('canary');
    expect(shown(result)).not.toContain(Buffer.from(`ada:${secret}`).toString('base64').slice(0, 20));
    expect(shown(result.request ?? {})).toContain(MASK);
  });

  test('a secret that is not there is asked for by name', async () => {
    const { origin, heads } = await listening();
    const setting = settingOf({
      integration: { baseUrl: origin, authentication: { kind: 'bearer', secret: 'CRM_KEY' } },
    });
    expect(await perform({}, setting)).toMatchObject({
      failure: 'secretMissing',
      detail: 'There is no secret called "CRM_KEY" on this machine. Give it first.',
    });
    expect(heads).toEqual([]);
  });

  test('sensitive arguments are sent, and masked where they stood and where they come back', async () => {
    const { origin, heads } = await listening('{"status":"card 4111222233334444 is fine","total":2}');
    const setting = settingOf({
      request: {
        baseUrl: origin,
        path: '/cards/$card',
        method: 'POST',
        headers: [{ name: 'x-card', value: '$card' }],
        body: { kind: 'json', text: '{"card": "$card", "pin": "$pin", "open": "$open"}' },
      },
      inputs: [{ name: 'card', sensitive: true }, { name: 'pin', type: 'int', sensitive: true }, { name: 'open' }],
      outputs,
    });
    const result = await perform({}, setting, { card: '4111222233334444', pin: 1234, open: 'door' });
    expect(heads[0]).toMatch(/^POST \/cards\/4111222233334444 .*"x-card":"4111222233334444"/);
    expect(result.request).toMatchObject({
      url: `${origin}/cards/${MASK}`,
      body: `{"card":"${MASK}","pin":"${MASK}","open":"door"}`,
    });
    expect(result.request?.headers['x-card']).toBe(MASK);
    expect(shown([result.request, result.response])).not.toMatch(/4111222233334444|1234/);
    // What the service says is the conversation's: an output that may repeat it has to be marked as sensitive too.
    expect(result.outputs['status']).toContain('4111222233334444');
  });

  test('sensitive outputs reach the conversation and are masked in what is shown of the answer', async () => {
    const server = await service(json('{"status":"visible","pin":"7731","nested":{"again":"7731"},"total":3}'));
    const setting = settingOf({
      request: { baseUrl: server.origin },
      outputs: [{ name: 'status' }, { name: 'pin', sensitive: true }],
    });
    const result = await perform({}, setting);
    expect(result.outputs).toEqual({ status: 'visible', pin: '7731' });
    expect(result.response?.body).toBe(`{"status":"visible","pin":"${MASK}","nested":{"again":"${MASK}"},"total":3}`);
  });

  test('headers that usually carry secrets are masked, both ways', async () => {
    const server = await service((socket) =>
      answer(socket, '200 OK', ['set-cookie: session=abc123', 'x-page: 1'], '{}'),
    );
    const setting = settingOf({
      request: {
        baseUrl: server.origin,
        headers: [
          { name: 'Cookie', value: 'session=abc123' },
          { name: 'x-lang', value: 'en' },
        ],
      },
    });
    const result = await perform({}, setting);
    expect(result.request?.headers).toMatchObject({ Cookie: MASK, 'x-lang': 'en' });
    expect(result.response?.headers).toMatchObject({ 'set-cookie': MASK, 'x-page': '1' });
  });
});
