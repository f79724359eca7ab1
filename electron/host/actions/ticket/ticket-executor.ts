import { isJsonObject } from '../../../../shared/base/json.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import type { IntegrationRecord } from '../../../../shared/model/integration-record.ts';
import type { ActionExecutor, ActionTask, Executed, ExecutorPorts } from '../action-executor.ts';
import { failedRun } from '../failed-run.ts';
import { unlessStopped } from '../unless-stopped.ts';
import { isAccepted, notAccepted, toldOf } from '../told-of.ts';
import { addTicket } from './desk-tickets.ts';

type Ticket = ActionOf<'ticket'>;

/** Opens a ticket: at the desk on this machine, or in Freshdesk. */
export const ticketExecutor: ActionExecutor<'ticket'> = (task, ports, signal) =>
  unlessStopped(task.action.name, signal, async () => {
    const { action } = task;
    const wrong = whatIsWrong(action);
    if (wrong !== null) return failedRun('invalidInput', `${action.name}: ${wrong}`);
    if (action.provider === 'freshdesk') return openInFreshdesk(task, ports.callService, signal);
    const { subject, text, email, type, priority, status } = action;
    const ticket = { subject, text, email, type, priority, status, tags: tagsOf(action) };
    const added = await addTicket(await ports.scenarioFolder(), ticket, ports.now());
    if (!added.ok) return added.failure;
    const { ticket_id, due_by } = added.value;
    return { ok: true, body: { ticket_id, due_by, status } };
  });

function whatIsWrong({ subject, email }: Ticket): string | null {
  if (subject.trim() === '') return 'The ticket has no subject. Give it one.';
  return /^[^\s@]+@[^\s@]+$/.test(email.trim())
    ? null
    : email.trim() === ''
      ? 'The ticket has no e-mail address. Give it the one of the person who asks.'
      : `"${email.slice(0, 80)}" is no e-mail address. Give the ticket the one of the person who asks.`;
}

const tagsOf = ({ tags }: Ticket): string[] =>
  [...new Set(tags.map((tag) => tag.trim().slice(0, 32)).filter((tag) => tag !== ''))].slice(0, 50);

/** The numbers Freshdesk has for its words. */
const priorities = { Low: 1, Medium: 2, High: 3, Urgent: 4 } as const satisfies Record<Ticket['priority'], number>;
const statuses = { Open: 2, Pending: 3, Resolved: 4, Closed: 5 } as const satisfies Record<Ticket['status'], number>;

async function openInFreshdesk(
  { action, integration, timeout }: ActionTask<'ticket'>,
  callService: ExecutorPorts['callService'],
  signal: AbortSignal,
): Promise<Executed> {
  if (integration === null)
    return failedRun('badRequest', `${action.name}: Freshdesk is reached through an integration.`);
  const answer = await callService(
    {
      method: 'POST',
      path: '/api/v2/tickets',
      body: {
        kind: 'json',
        value: {
          subject: action.subject,
          description: asHtml(action.text),
          email: action.email.trim(),
          type: action.type,
          priority: priorities[action.priority],
          status: statuses[action.status],
          tags: tagsOf(action),
        },
      },
    },
    withKeyAsName(integration),
    { timeout, signal },
  );
  const body = answer.ok && isJsonObject(answer.json) ? answer.json : {};
  if (!isAccepted(answer)) {
    const said = typeof body['description'] === 'string' ? `: ${body['description'].slice(0, 300)}` : '.';
    return notAccepted(action.name, answer, (code) => `Freshdesk answered ${code}${said}`);
  }
  const { id = null, due_by = null, status } = body;
  if (typeof id !== 'number' && typeof id !== 'string') return { ...toldOf(answer), ...numberless(action.name) };
  const word = Object.entries(statuses).find(([, number]) => number === status)?.[0] ?? action.status;
  return { ...toldOf(answer), ok: true, body: { ticket_id: String(id), due_by, status: word } };
}

/** Freshdesk takes its key as the name, and any password. */
const withKeyAsName = (integration: IntegrationRecord): IntegrationRecord => {
  const { authentication } = integration;
  if (authentication.kind !== 'basic') return integration;
  const user = authentication.user === '' ? 'X' : authentication.user;
  return { ...integration, authentication: { ...authentication, user, swapped: true } };
};

const numberless = (name: string): Executed =>
  failedRun('malformedResponse', `${name}: Freshdesk gave the ticket no number.`);

/** Freshdesk reads descriptions as HTML: what somebody said must not become markup there. */
const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\r?\n/g, '<br>');
