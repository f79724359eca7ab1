import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spelledForms } from './spelled-forms.ts';

export type EchoService = {
  readonly origin: string;
  /** Everything that arrived, as one text. */
  readonly arrived: () => string;
  readonly close: () => void;
};

/** The ways a service can blurt out what it was sent. The path says which. */
export const indiscretions = ['fine', 'refused', 'broken', 'bytes', 'page', 'away', 'cut', 'headers'] as const;

/** A service that says everything it hears again, in every form, in every kind of answer. Gives tokens too. */
export async function startEchoService(secrets: readonly string[]): Promise<EchoService> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const said = `${request.url} ${request.rawHeaders.join(' ')} ${body}`;
      heard.push(said);
      const path = (request.url ?? '').split('?')[0] ?? '';
      if (path.endsWith('/token')) {
        response.end(JSON.stringify({ access_token: `token-canary-${heard.length}-of-service`, expires_in: 60 }));
        return;
      }
      // Whatever of the secrets it can tell, it tells in all forms.
      const known = secrets.filter((secret) => said.includes(secret) || decoded(said).includes(secret));
      const tokens = said.match(/token-canary-\d+-of-service/g) ?? [];
      const all = [...known, ...tokens].flatMap((text) => Object.values(spelledForms(text)));
      answer(path.split('/').at(-1) ?? '', [said, decoded(said), ...all].join(' | '), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived: () => heard.map((said) => `${said} ${decoded(said)}`).join('\n'),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(how: string, echo: string, response: ServerResponse): void {
  const json = JSON.stringify({ status: echo, error: echo, deep: [{ echo }], errors: [{ message: echo }] });
  const inHeader = encodeURIComponent(echo).slice(0, 4_000);
  switch (how) {
    case 'refused':
      return void response.writeHead(500, { 'x-echo': inHeader }).end(json);
    case 'broken':
      return void response.end(json.slice(0, -2));
    case 'bytes':
      return void response.end(Buffer.concat([Buffer.from(json), Buffer.from([0xff, 0xfe])]));
    case 'page':
      return void response.end(`<html>${echo}</html>`);
    case 'away':
      return void response.writeHead(302, { location: `https://elsewhere.example/?echo=${inHeader}` }).end(echo);
    case 'cut':
      response.writeHead(200, { 'content-length': json.length + 10 });
      response.write(json, () => response.destroy());
      return;
    case 'headers':
      return void response.writeHead(200, { 'x-echo': inHeader, 'set-cookie': `echo=${inHeader}` }).end('{}');
    default:
      return void response.end(json);
  }
}

/** Basic authentication and percent encoding, undone. */
const decoded = (text: string): string =>
  text
    .replace(/Basic ([A-Za-z0-9+/=]+)/g, (_all, pair: string) => Buffer.from(pair, 'base64').toString())
    .replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
