import { asText, isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { fail, succeed, type Result } from '../../base/result.ts';

/** What somebody did in a chat page of OpenDialog, in the words of the engine. */
export type IncomingUtterance =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'callback'; readonly callback: string; readonly value: string; readonly text: string }
  | { readonly kind: 'form'; readonly callback: string; readonly fields: JsonObject; readonly text: string }
  | { readonly kind: 'opened' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'endChat' };

export type IncomingMessage = {
  readonly user: string;
  /** Null for what needs no answer, such as a followed link. */
  readonly utterance: IncomingUtterance | null;
  /** What the page knows of the person; values of its own (`custom`) stand beside the others. */
  readonly person: JsonObject;
};

/** A field of the message that is missing or wrong, by its dotted name. */
export type IncomingProblem = { readonly field: string; readonly sentence: string };

const contentTypes = [
  'button_response',
  'longtext_response',
  'chat_open',
  'text',
  'trigger',
  'url_click',
  'form_response',
] as const;
type ContentType = (typeof contentTypes)[number];

/** Reads a message as the chat page posts it, or names every field that keeps it from being one. */
export function readIncomingMessage(message: Json): Result<IncomingMessage, readonly IncomingProblem[]> {
  if (!isJsonObject(message)) return fail([{ field: '', sentence: 'Expected an object.' }]);
  const content = message['content'];
  const problems = [...envelopeProblems(message), ...contentProblems(content)];
  if (problems.length > 0 || content === undefined || !isJsonObject(content)) return fail(problems);
  const utterance = readContent(content, message['escalating'] === true || content['escalating'] === true);
  return succeed({ user: asText(message['user_id']), utterance, person: personIn(content['user']) });
}

const required = (field: string): IncomingProblem => ({ field, sentence: `"${field}" is required.` });
const isFilled = (value: Json | undefined): boolean => typeof value === 'string' && value !== '';

function envelopeProblems(message: JsonObject): IncomingProblem[] {
  const { notification } = message;
  const problems: IncomingProblem[] = [];
  if (!isFilled(notification)) problems.push(required('notification'));
  else if (notification !== 'message')
    problems.push({ field: 'notification', sentence: 'The only notification there is is "message".' });
  for (const field of ['user_id', 'author']) if (!isFilled(message[field])) problems.push(required(field));
  return problems;
}

function contentProblems(content: Json | undefined): IncomingProblem[] {
  if (content === undefined || !isJsonObject(content)) return [required('content')];
  const type = content['type'];
  const known = contentTypes.find((one) => one === type);
  if (known === undefined)
    return [
      type === undefined
        ? required('content.type')
        : { field: 'content.type', sentence: `Expected one of ${contentTypes.join(', ')}.` },
    ];
  const problems: IncomingProblem[] = [];
  const needsCallback = known === 'chat_open' || known === 'form_response';
  if (needsCallback && !isFilled(content['callback_id'])) problems.push(required('content.callback_id'));
  if (known === 'chat_open' && !isJsonObject(content['user'] ?? null)) problems.push(required('content.user'));
  return problems;
}

/** The callback of a chat that was opened, and of one that begins anew or ends. */
const openingCallback = 'WELCOME';
const leaving: Readonly<Record<string, 'restart' | 'endChat'>> = {
  'intent.core.restart': 'restart',
  'intent.core.endChat': 'endChat',
};

/** The content alone, once it is known to be sound. */
export function readContent(content: JsonObject, escalating = false): IncomingUtterance | null {
  const type = asText(content['type']) as ContentType;
  const callback = asText(content['callback_id']);
  const data = isJsonObject(content['data'] ?? null) ? (content['data'] as JsonObject) : {};
  const text = asText(data['text']);
  switch (type) {
    case 'url_click':
      return null;
    case 'form_response':
      return { kind: 'form', callback, fields: fieldsIn(data), text };
    case 'chat_open':
    case 'trigger': {
      const kind = escalating ? leaving[callback] : undefined;
      if (kind !== undefined) return { kind };
      if (callback === openingCallback) return { kind: 'opened' };
      return { kind: 'callback', callback, value: asText(data['value']), text };
    }
    default:
      // A button that names no callback counts as if its words were typed.
      return callback === ''
        ? { kind: 'text', text }
        : { kind: 'callback', callback, value: asText(data['value']), text };
  }
}

/** What the page adds of its own is no answer. */
const notAnswers: ReadonlySet<string> = new Set(['text', 'time', 'date']);

const fieldsIn = (data: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !notAnswers.has(name)));

function personIn(user: Json | undefined): JsonObject {
  if (user === undefined || !isJsonObject(user)) return {};
  const { custom, ...person } = user;
  return { ...person, ...(isJsonObject(custom ?? null) ? (custom as JsonObject) : {}) };
}
