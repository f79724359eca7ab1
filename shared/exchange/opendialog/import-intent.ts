import { isJsonObject, asText, type Json } from '../../base/json.ts';
import type { Transition } from '../../model/intent-record.ts';
import { textOfMessage } from '../../model/selectors/text-of-message.ts';
import { importBehaviors, importInterpreter, type Importing } from './import-level.ts';
import { importConditions } from './import-conditions.ts';
import { importMessage } from './import-message.ts';
import { pathPrefix, type PlannedIntent } from './plan-ids.ts';
import type { FieldReader } from './field-reader.ts';

/** An intent, with its messages and uses of actions, as a raw record. */
export function importIntent(
  { reader, odId, id, bucket, messages }: PlannedIntent,
  place: { readonly turn: string; readonly order: string },
  importing: Importing,
): Readonly<Record<string, unknown>> {
  const { report } = reader;
  report.made(reader.path, 'intent', id);
  const intentId = odId.slice(0, 200);
  if (intentId !== odId) reader.keep('od_id', odId, 'An intent id has 200 characters at most.');
  const speaker = speakerOf(reader, bucket);
  const said = messages.map((message) => importMessage(message, importing.paths));
  return {
    id,
    turn: place.turn,
    bucket,
    speaker,
    intentId,
    name: reader.text('name'),
    description: reader.text('description'),
    order: place.order,
    behaviors: importBehaviors(reader),
    conditions: importConditions(reader, importing.paths),
    interpreter: importInterpreter(reader, importing),
    ...confidenceOf(reader),
    samples: samplesOf(reader, intentId, speaker === 'APP' ? textOfMessage(said[0]) : ''),
    expectedAttributes: expectedOf(reader),
    listensFor: reader.texts('listens_for'),
    actions: importing.actions.uses(reader, id),
    messages: said,
    transition: transitionOf(reader, importing),
    virtualIntent: virtualOf(reader, speaker),
    ...reader.end(),
  };
}

function speakerOf(reader: FieldReader, bucket: PlannedIntent['bucket']): 'USER' | 'APP' {
  const speaker = reader.text('speaker');
  const plain = speaker.toUpperCase();
  if (plain === 'USER' || plain === 'APP') {
    if (plain !== speaker) reader.report.changed(reader.at('speaker'), `"${speaker}" became ${plain}.`);
    return plain;
  }
  const assumed = bucket === 'request' ? 'USER' : 'APP';
  reader.report.changed(reader.at('speaker'), `An intent is said by USER or APP; ${assumed} was assumed.`);
  return assumed;
}

function confidenceOf(reader: FieldReader): { readonly confidence?: number } {
  const confidence = reader.take('confidence');
  if (confidence === undefined || confidence === null) return { confidence: 1 };
  const number = typeof confidence === 'string' && confidence.trim() !== '' ? Number(confidence) : confidence;
  if (typeof number === 'number' && number >= 0 && number <= 1) {
    if (number !== confidence) reader.report.changed(reader.at('confidence'), 'The confidence was read as a number.');
    return { confidence: number };
  }
  reader.report.lost(reader.at('confidence'), 'A confidence is a number from 0 to 1; 1 was assumed.');
  return { confidence: 1 };
}

/** What a person might say. Of the engine's own intents it is only a label, and nobody should be heard as one. */
function samplesOf(reader: FieldReader, intentId: string, message: string): string[] {
  const sample = reader.text('sample_utterance');
  // What only repeats the message is written anew from it.
  if (sample === message) return [];
  if (sample === '' || !intentId.startsWith('intent.core.')) return sample === '' ? [] : [sample];
  reader.keep('sample_utterance', sample, 'Nobody says this; it is a label.');
  return [];
}

/** `context.attribute`, or in older files an object with that as its `id`. */
function expectedOf(reader: FieldReader): string[] {
  return reader.list('expected_attributes').flatMap((raw, index) => {
    const path = [...reader.at('expected_attributes'), index];
    if (typeof raw === 'string') return [raw];
    if (!isJsonObject(raw) || typeof raw['id'] !== 'string') {
      reader.report.lost(path, 'Expected "context.attribute".');
      return [];
    }
    reader.report.changed(path, 'The older form of an expected attribute became the present one.');
    for (const key of Object.keys(raw))
      if (key !== 'id') reader.report.lost([...path, key], `"${key}" is unknown here.`);
    return [raw['id']];
  });
}

const levels = ['turn', 'scene', 'conversation'] as const;

/** Where the intent leads: the deepest level that is named. One that is not in the file is kept and leads nowhere. */
function transitionOf(reader: FieldReader, { paths, levelOf }: Importing): Transition | null {
  const raw = reader.take('transition');
  if (raw === undefined || raw === null) return null;
  if (!isJsonObject(raw)) {
    reader.keep('transition', raw, 'Expected an object with a conversation, a scene or a turn.');
    return null;
  }
  for (const key of Object.keys(raw))
    if (!levels.some((level) => level === key))
      reader.report.lost([...reader.at('transition'), key], `"${key}" is unknown here.`);
  const level = levels.find((key) => typeof raw[key] === 'string' && raw[key] !== '');
  if (level === undefined) return null;
  const text = asText(raw[level]);
  const id = paths.get(text) ?? paths.get(`${pathPrefix}${text}`);
  if (id === undefined || levelOf(id) !== level) {
    reader.keep('transition', raw, `"${text}" is no ${level} of this file; the intent leads nowhere.`);
    return null;
  }
  return { conversation: null, scene: null, turn: null, [level]: id };
}

/** The user intent that follows by itself. Early files have a list of them. */
function virtualOf(reader: FieldReader, speaker: string): string | null {
  const single = reader.take('virtual_intent');
  const many = reader.list('virtual_intents');
  const [first, ...more] = single === undefined || single === null ? many : [single, ...many];
  if (more.length > 0) reader.keep('virtual_intents', more, 'One intent follows by itself; the others do not here.');
  if (first === undefined) return null;
  const key = single === undefined || single === null ? 'virtual_intents' : 'virtual_intent';
  return readVirtual(reader, first, key, speaker);
}

function readVirtual(reader: FieldReader, raw: Json, key: string, speaker: string): string | null {
  const path = reader.at(key);
  const intentId = isJsonObject(raw) ? (raw['intent_id'] ?? raw['intentId'] ?? null) : null;
  if (!isJsonObject(raw) || typeof intentId !== 'string' || intentId === '') {
    reader.keep(key, raw, 'Expected the id of an intent.');
    return null;
  }
  if (key === 'virtual_intents')
    reader.report.changed(path, 'The list of virtual intents became the one there can be.');
  const said = (asText(raw['speaker']) || 'USER').toUpperCase();
  if (said !== 'USER') reader.report.doubtful([...path, 'speaker'], 'Only a USER intent can follow by itself.');
  else if (speaker === 'USER')
    reader.report.doubtful(path, 'A virtual intent follows what the app says, not what the user says.');
  for (const unknown of Object.keys(raw))
    if (!['speaker', 'intent_id', 'intentId'].includes(unknown))
      reader.report.lost([...path, unknown], `"${unknown}" is unknown here.`);
  return intentId.slice(0, 200);
}
