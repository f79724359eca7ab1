import { isJsonObject, type Json, type JsonObject } from '../../../../shared/base/json.ts';
import type { TalkSoFar } from '../../../../shared/runtime/effect-setting.ts';
import type { ActionTask, Executed, ExecutorPorts, ServiceAnswer } from '../action-executor.ts';
import { failedRun } from '../failed-run.ts';
import { isAccepted, notAccepted, toldOf } from '../told-of.ts';
import { handedOver } from './handed-over.ts';

type Post = (path: string, body: JsonObject) => Promise<ServiceAnswer>;

/** More than this much of a talk nobody reads before answering. */
const transcriptCap = 20_000;

/** Opens a conversation in Chatwoot: who it is with, the conversation, what was said, and a private note. */
export async function giveToChatwoot(
  { action, integration, timeout }: ActionTask<'handOff'>,
  talk: TalkSoFar,
  callService: ExecutorPorts['callService'],
  signal: AbortSignal,
): Promise<Executed> {
  const [account, inbox] = [action.account.trim(), Number(action.inbox)];
  if (integration === null)
    return failedRun('badRequest', `${action.name}: Chatwoot is reached through an integration.`);
  if (!/^\d+$/.test(account) || !Number.isSafeInteger(inbox) || inbox <= 0)
    return failedRun('badRequest', `${action.name}: account and inbox are numbers in Chatwoot. Give both.`);
  const post: Post = (path, value) =>
    callService(
      { method: 'POST', path: `/api/v1/accounts/${account}${path}`, body: { kind: 'json', value } },
      integration,
      { timeout, signal },
    );

  const contact = await post('/contacts', { inbox_id: inbox, identifier: talk.session, name: `Talk ${talk.session}` });
  if (!isAccepted(contact)) return refused(action.name, 'a contact', contact);
  const [contactId, source] = [
    at(contact.json, 'payload.contact.id'),
    at(contact.json, 'payload.contact_inbox.source_id'),
  ];
  const conversation = await post('/conversations', {
    inbox_id: inbox,
    contact_id: contactId,
    source_id: source,
    status: 'open',
  });
  if (!isAccepted(conversation)) return refused(action.name, 'a conversation', conversation);
  const id = at(conversation.json, 'id');
  if (typeof id !== 'number' && typeof id !== 'string')
    return {
      ...toldOf(conversation),
      ok: false,
      failure: 'malformedResponse',
      detail: `${action.name}: Chatwoot gave the conversation no number.`,
    };
  const messages = [
    { content: transcript(talk), message_type: 'incoming', private: false },
    { content: action.note, message_type: 'outgoing', private: true },
  ].filter(({ content }) => content.trim() !== '');
  for (const message of messages) {
    const posted = await post(`/conversations/${encodeURIComponent(String(id))}/messages`, message);
    if (!isAccepted(posted)) return refused(action.name, 'what was said', posted);
  }
  return { ...toldOf(conversation), ok: true, body: handedOver(action, String(id)) };
}

const transcript = ({ lines }: TalkSoFar): string =>
  lines
    .map(({ speaker, text }) => `${speaker === 'USER' ? 'User' : 'App'}: ${text}`)
    .join('\n')
    .slice(-transcriptCap);

function refused(name: string, what: string, answer: ServiceAnswer): Executed {
  const said = answer.ok ? (at(answer.json, 'message') ?? at(answer.json, 'error')) : null;
  const more = typeof said === 'string' ? `: ${said.slice(0, 300)}` : '.';
  return notAccepted(name, answer, (status) => `Chatwoot answered ${status} when it was given ${what}${more}`);
}

/** A value inside an answer by its path; null where there is none. */
function at(json: Json, path: string): Json {
  return path
    .split('.')
    .reduce<Json>(
      (value, key) => (isJsonObject(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null),
      json,
    );
}
