import { randomUUID } from 'node:crypto';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { hasControlSign, readAddresses, type MailAddress } from './read-addresses.ts';

/** A letter with nothing left to decide. */
export type Mail = {
  readonly id: string;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly copy: readonly MailAddress[];
  readonly subject: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** The letter of an action, or the sentence that says why it cannot be written. */
export function readMail(action: ActionOf<'email'>, at: number): Result<Mail, string> {
  const [from, to, copy] = [action.from, action.to, action.copy].map(readAddresses);
  for (const [field, read] of Object.entries({ From: from, To: to, Copy: copy }))
    if (read?.ok === false) return fail(`${field}: ${read.failure}`);
  const senders = from?.ok === true ? from.value : [];
  const readers = to?.ok === true ? to.value : [];
  const [sender, ...others] = senders;
  if (sender === undefined || others.length > 0)
    return fail('From: Give exactly one address, the one it is sent from.');
  if (readers.length === 0) return fail('To: Nobody is named. Give at least one address.');
  if (hasControlSign(action.subject)) return fail('Subject: It holds a line break, which no subject can.');
  const id = `<${randomUUID()}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`;
  const copies = copy?.ok === true ? copy.value : [];
  return succeed({ id, from: sender, to: readers, copy: copies, subject: action.subject, body: action.body, at });
}

/** The letter as it travels and as mail programs open it. */
export async function composeMail(mail: Mail): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: { ...mail.from },
    to: mail.to.map((address) => ({ ...address })),
    cc: mail.copy.map((address) => ({ ...address })),
    subject: mail.subject,
    text: mail.body,
    date: new Date(mail.at),
    messageId: mail.id,
    textEncoding: 'quoted-printable',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => (error === null ? resolve(message) : reject(error)));
  });
}
