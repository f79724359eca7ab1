import { asText, type Json, type JsonObject } from '../../../../../shared/base/json.ts';
import { readContent, readIncomingMessage } from '../../../../../shared/exchange/opendialog/incoming-message.ts';
import { asObject, asWord, holdsThat, includes, type Handler } from './case-file.ts';

const soundMessage: JsonObject = {
  notification: 'message',
  user_id: 'u',
  author: 'me',
  content: { type: 'text', callback_id: 'c', data: { text: 'hi' }, user: {} },
};

/** Fields by dotted name put over a message that is sound without them. */
function messageOf(input: JsonObject): Json {
  const isWhole = Object.keys(input).some((key) => !key.includes('.'));
  const message: Record<string, Json> = isWhole ? { ...input } : { ...soundMessage };
  for (const [key, value] of Object.entries(input)) {
    const [holder = '', field] = key.split('.');
    if (field === undefined) continue;
    const { [field]: _, ...others } = asObject(message[holder]);
    message[holder] = value === null ? others : { ...others, [field]: value };
  }
  return message;
}

/** `422 author required`: the status, and the field it is about. */
const apiValidation: Handler = (input, expected) => {
  const [status = '', field = ''] = asWord(expected).split(' ');
  if (Object.keys(asObject(input)).some((key) => /^(?:GET|POST) /.test(key)))
    return holdsThat(false, 'there is no such address');
  const read = readIncomingMessage(messageOf(asObject(input)));
  const fields = read.ok ? [] : read.failure.map((problem) => problem.field);
  const got = read.ok ? '200' : `422 ${fields.join(', ')}`;
  return holdsThat(got.startsWith(status) && (status !== '422' || fields.includes(field)), got);
};

const utterance: Handler = (input, expected) => {
  const read = readIncomingMessage({ ...soundMessage, ...asObject(input) });
  return holdsThat(asWord(expected).startsWith('error') === !read.ok, read.ok ? 'ok' : 'error');
};

/** What came in, in the words of the first versions. */
const sensor: Handler = (input, expected) => {
  const heard = readContent(asObject(input));
  if (heard === null) return includes({ type: asText(asObject(input)['type']) }, expected);
  const got: JsonObject = {
    type: asText(asObject(input)['type']),
    text: 'text' in heard ? heard.text : '',
    callback_id: 'callback' in heard ? heard.callback : heard.kind === 'opened' ? 'WELCOME' : '',
    value: 'value' in heard ? heard.value : '',
    form_values: heard.kind === 'form' ? heard.fields : {},
  };
  return includes(got, expected);
};

export const apiCases = { api_validation: apiValidation, utterance, sensor } satisfies Record<string, Handler>;
