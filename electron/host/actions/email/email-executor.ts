import type { ActionExecutor } from '../action-executor.ts';
import { failedRun } from '../failed-run.ts';
import { unlessStopped } from '../unless-stopped.ts';
import { readMail } from './compose-mail.ts';
import { putIntoOutbox } from './outbox.ts';
import { sendMail } from './send-mail.ts';

/** Writes a letter to those who are listed: into the outbox on this machine, or over SMTP. */
export const emailExecutor: ActionExecutor<'email'> = ({ action, integration, timeout }, ports, signal) =>
  unlessStopped(action.name, signal, async () => {
    const mail = readMail(action, ports.now());
    if (!mail.ok) return failedRun('invalidInput', `${action.name}: ${mail.failure}`);
    const all = [...mail.value.to, ...mail.value.copy].map(({ address }) => address);
    const body = { message_id: mail.value.id, provider: action.provider };
    if (action.provider === 'outbox') {
      const put = await putIntoOutbox(await ports.scenarioFolder(), mail.value);
      if (!put.ok) return put.failure;
      return { ok: true, body: { ...body, accepted: all, rejected: [], file: put.value } };
    }
    const sent = await sendMail(mail.value, { integration, timeout, signal }, ports);
    if (!sent.ok) return { ...sent.failure, detail: `${action.name}: ${sent.failure.detail}` };
    const { accepted, rejected } = sent.value;
    const detail = rejected.length === 0 ? '' : `The mail server refused ${rejected.join(', ')}.`;
    return { ok: true, detail, body: { ...body, accepted, rejected, file: '' } };
  });
