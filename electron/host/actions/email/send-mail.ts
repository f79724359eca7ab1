import type SmtpConnection from 'nodemailer/lib/smtp-connection';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import type { IntegrationRecord } from '../../../../shared/model/integration-record.ts';
import type { ExecutorPorts } from '../action-executor.ts';
import { failedRun, type FailedRun } from '../failed-run.ts';
import { isLoopback } from '../is-loopback.ts';
import { secondsText, timeLimit, wholeMilliseconds } from '../time-limit.ts';
import { composeMail, type Mail } from './compose-mail.ts';

/** Who took the letter for whom. */
export type Sent = { readonly accepted: readonly string[]; readonly rejected: readonly string[] };

type Around = {
  readonly integration: IntegrationRecord | null;
  readonly timeout: number;
  readonly signal: AbortSignal;
};

/** Hands a letter to the mail server of an integration, at the one address that was looked at. */
export async function sendMail(
  mail: Mail,
  { integration, timeout, signal }: Around,
  ports: Pick<ExecutorPorts, 'allowAddress'>,
): Promise<Result<Sent, FailedRun>> {
  const place = readPlace(integration);
  if (!place.ok) return fail(failedRun('badRequest', place.failure));
  const { url, isSecure, user, secretName } = place.value;
  const allowed = await ports.allowAddress(url, secretName, signal);
  if ('refused' in allowed) return fail(failedRun(allowed.failure, allowed.refused));
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const limit = wholeMilliseconds(timeout);
  const here = isLoopback(allowed.address);
  const connection = new Connection({
    host: allowed.address,
    port: allowed.port,
    secure: isSecure,
    // In the open only on this machine.
    ignoreTLS: here,
    requireTLS: !isSecure && !here,
    tls: { servername: allowed.host },
    // What the machine is called is nobody's business.
    name: '[127.0.0.1]',
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
  });
  const credentials = user === '' ? null : { user, pass: allowed.secret ?? '' };
  const message = await composeMail(mail);
  const stop = timeLimit(timeout, signal);
  try {
    return succeed(await talk(connection, credentials, mail, message, stop));
  } catch (error) {
    if (signal.aborted) return fail(failedRun('cancelled', 'It was stopped before the letter was taken.'));
    if (stop.aborted)
      return fail(failedRun('timedOut', `${url.host} did not take the letter within ${secondsText(timeout)}.`));
    return fail(explain(url, error));
  } finally {
    connection.close();
  }
}

function talk(
  connection: SmtpConnection,
  credentials: { readonly user: string; readonly pass: string } | null,
  mail: Mail,
  message: Buffer,
  stop: AbortSignal,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    stop.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    connection.on('error', reject);
    const send = (): void => {
      const to = [...mail.to, ...mail.copy].map(({ address }) => address);
      connection.send({ from: mail.from.address, to }, message, (error, info) => {
        if (error !== null || info === undefined) return reject(error ?? new Error('no answer'));
        const rejected = info.rejected ?? [];
        resolve({ accepted: to.filter((address) => !rejected.includes(address)), rejected });
      });
    };
    connection.connect((error) => {
      if (error !== undefined && error !== null) return reject(error);
      if (credentials === null) return send();
      connection.login({ credentials }, (refusal) => (refusal === null ? send() : reject(refusal)));
    });
  });
}

type Place = {
  readonly url: URL;
  readonly isSecure: boolean;
  readonly user: string;
  readonly secretName: string | null;
};

function readPlace(integration: IntegrationRecord | null): Result<Place, string> {
  if (integration === null) return fail('A mail server is reached through an integration. Choose one.');
  const { baseUrl, authentication, name } = integration;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    return fail(`The base URL of ${name} has to be smtp://host:port or smtps://host:port.`);
  if (url.password !== '') return fail(`The base URL of ${name} holds a password. Keep it as a secret instead.`);
  if (authentication.kind !== 'basic' && authentication.kind !== 'none')
    return fail(`${name} has to sign in with a name and a secret, or with nothing.`);
  const isSecure = url.protocol === 'smtps:';
  if (url.port === '') url.port = isSecure ? '465' : '587';
  const user = authentication.kind === 'basic' ? authentication.user : '';
  const secretName = authentication.kind === 'basic' && authentication.secret !== '' ? authentication.secret : null;
  return succeed({ url, isSecure, user, secretName });
}

function explain(url: URL, error: unknown): FailedRun {
  const { code = '', response = '', message = '' } = error as { code?: string; response?: string; message?: string };
  const said = (response === '' ? message : response).slice(0, 300);
  if (code === 'EAUTH') return failedRun('reportedFailure', `${url.host} does not let us in: ${said}`);
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return failedRun('reportedFailure', `${url.host} refused it: ${said}`);
  if (code === 'ETLS') return failedRun('connectionFailed', `${url.host} offers no safe connection: ${said}`);
  return failedRun('connectionFailed', `No mail server took the letter at ${url.host}: ${said}`);
}
